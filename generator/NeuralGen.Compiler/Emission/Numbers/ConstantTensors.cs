using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>The values of a network's constants, as static data in a nested class of their own.</summary>
/// <param name="context">What the writers share.</param>
internal sealed class ConstantTensors(EmissionContext context)
{
    /// <summary>The nested class.</summary>
    public const string TypeName = "Constants";

    /// <summary>Up to so many values are for people to read.</summary>
    private const int MostDecimals = 256;

    private const int ValuesPerLine = 16;

    private readonly NameScope _names = new([TypeName]);
    private readonly List<(string Name, ConstantOperation Constant)> _constants = [];

    /// <summary>An expression that gives a constant's values as a span, within the nested class of the layers.</summary>
    public string Span(ConstantOperation constant)
    {
        string? name = _constants.Find(known => known.Constant.Output == constant.Output && known.Constant.Layer == constant.Layer && known.Constant.Floats?.Id == constant.Floats?.Id).Name;
        if (name is null)
        {
            name = _names.Declare(Identifier.Member(constant.Layer));
            _constants.Add((name, constant));
        }

        return $"{TypeName}.{name}";
    }

    /// <summary>Writes the nested class, if there is any constant.</summary>
    public void Write()
    {
        if (_constants.Count == 0)
        {
            return;
        }

        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Values that no layer computes.</summary>");
        writer.Open($"internal static class {TypeName}");
        for (int i = 0; i < _constants.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            (string name, ConstantOperation constant) = _constants[i];
            string holder = _names.Declare(name + "Data");
            if (constant.Floats is { Values: { Stored: { } stored } })
            {
                writer.Line($"internal static {context.ReadOnlySpan} {name} => {context.Stored.Span(stored, name)};");
            }
            else if (constant.Floats is { } floats)
            {
                new DataWriter(context).Property("internal", name, holder, [floats.Values]);
            }
            else
            {
                WriteWholes(name, holder, constant.Type, [.. constant.Wholes]);
            }
        }

        writer.Close();
    }

    private void WriteWholes(string name, string holder, ElementType type, long[] values)
    {
        SourceWriter writer = context.Writer;
        string element = ElementTypes.Name(type);
        string head = $"internal static {context.ReadOnlySpanOf(type)} {name} =>";
        int size = ElementTypes.Size(type, context.Arithmetic.Precision);
        if (values.Length == 0)
        {
            writer.Line($"{head} default;");
            return;
        }

        if (values.Length > MostDecimals && (long)values.Length * size / sizeof(char) + 1 <= context.TextRoom)
        {
            byte[] bytes = Bytes(values, size);
            writer.Line($"{head} global::System.Runtime.InteropServices.MemoryMarshal.Cast<char, {element}>(global::System.MemoryExtensions.AsSpan(");
            writer.Indent();
            writer.Line("// The characters are the values' bytes, the lowest first.");
            new DataTextWriter(context).Write(bytes, bytes.Length, $")).Slice(0, {Literal.Integer(values.Length)});");
            writer.Outdent();
            return;
        }

        // Spans of constants that take more than a byte each are no allocation only where the framework can make them.
        if (size == 1 || context.Platform.HasConstantSpans)
        {
            writer.Line($"{head} new {element}[]");
        }
        else
        {
            writer.Line($"{head} {holder};\n");
            writer.Line($"private static readonly {element}[] {holder} = new {element}[]");
        }

        writer.Line("{");
        writer.Indent();
        for (int i = 0; i < values.Length; i += ValuesPerLine)
        {
            writer.Line(string.Join(" ", values.Skip(i).Take(ValuesPerLine).Select(value => $"{(type == ElementType.Bool ? Literal.Flag(value != 0) : Literal.Integer(value))},")));
        }

        writer.Outdent();
        writer.Line("};");
    }

    /// <summary>The values' bytes, an even number of them.</summary>
    private static byte[] Bytes(long[] values, int size)
    {
        byte[] bytes = new byte[((values.Length * size) + 1) / 2 * 2];
        for (int i = 0; i < values.Length; i++)
        {
            for (int part = 0; part < size; part++)
            {
                bytes[(i * size) + part] = unchecked((byte)(values[i] >> (8 * part)));
            }
        }

        return bytes;
    }
}
