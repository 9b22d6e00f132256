using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>Writes numbers as constant data: a few as decimals, many in the form that the compiler takes least time and memory for.</summary>
/// <param name="context">What the writers share.</param>
internal sealed class DataWriter(EmissionContext context)
{
    /// <summary>Up to so many numbers are for people to read.</summary>
    private const int MostDecimals = 256;

    private const int DecimalsPerLine = 8;

    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Writes a property that gives the numbers as a span.</summary>
    /// <param name="access">The property's access.</param>
    /// <param name="name">Its name.</param>
    /// <param name="holder">The name of a private member that holds the numbers, where the property alone cannot.</param>
    /// <param name="values">The numbers.</param>
    public void Property(string access, string name, string holder, IReadOnlyList<NumberArray> values)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        string head = $"{access} static {context.ReadOnlySpan} {name} =>";
        int count = values.Sum(block => block.Count);
        if (count == 0)
        {
            _writer.Line($"{head} default;");
        }
        else if (count <= MostDecimals)
        {
            WriteDecimals(head, holder, [.. values.SelectMany(block => block.ToArray())]);
        }
        else if ((long)count * NumberText.CharactersPerNumber(context.Arithmetic.Precision) <= context.TextRoom)
        {
            WriteText(head, NumberText.Bytes(values, context.Arithmetic.Precision));
        }
        else
        {
            _writer.Line($"{head} {holder}.Values;\n");
            new PartedDataWriter(context).Write(holder, count, NumberText.Bytes(values, context.Arithmetic.Precision));
        }
    }

    private void WriteDecimals(string head, string holder, double[] numbers)
    {
        if (context.Platform.HasConstantSpans)
        {
            _writer.Line($"{head} new {context.Type}[]");
        }
        else
        {
            // Without CreateSpan the property would allocate an array at every call.
            _writer.Line($"{head} {holder};\n");
            _writer.Line($"private static readonly {context.Type}[] {holder} = new {context.Type}[]");
        }

        _writer.Line("{");
        _writer.Indent();
        for (int i = 0; i < numbers.Length; i += DecimalsPerLine)
        {
            _writer.Line(string.Join(" ", numbers.Skip(i).Take(DecimalsPerLine).Select(number => context.Arithmetic.Literal(number) + ",")));
        }

        _writer.Outdent();
        _writer.Line("};");
    }

    private void WriteText(string head, byte[] bytes)
    {
        _writer.Line($"{head} global::System.Runtime.InteropServices.MemoryMarshal.Cast<char, {context.Type}>(global::System.MemoryExtensions.AsSpan(");
        _writer.Indent();
        _writer.Line("// The characters are the numbers, two or four each, lower half first.");
        new DataTextWriter(context).Write(bytes, bytes.Length, "));");
        _writer.Outdent();
    }
}
