using System.Globalization;
using NeuralGen.Compiler.Emission.Text;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>
/// Writes numbers for which the assembly's text has no room: what fits as text, the rest in parts of a size that the compiler
/// digests. The program puts them together at first use.
/// </summary>
/// <param name="context">What the writers share.</param>
internal sealed class PartedDataWriter(EmissionContext context)
{
    /// <summary>Measured: with larger parts the compiler takes more memory, with smaller ones more time.</summary>
    private const int BytesPerPart = 49152;

    private const int IntegersPerLine = 8;

    private const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";

    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Writes a nested class that holds the numbers.</summary>
    /// <param name="name">The class's name.</param>
    /// <param name="count">How many numbers there are.</param>
    /// <param name="bytes">The numbers' bytes.</param>
    public void Write(string name, int count, byte[] bytes)
    {
        int text = Math.Min(context.TextRoom * sizeof(char), bytes.Length) / BytesPerPart * BytesPerPart;
        int[] starts = [.. Enumerable.Range(0, (bytes.Length - text + BytesPerPart - 1) / BytesPerPart).Select(part => text + (part * BytesPerPart))];
        _writer.Line("/// <summary>Numbers for which the assembly's text has no room, put together at first use.</summary>");
        _writer.Open($"private static class {name}");
        _writer.Line($"internal static readonly {context.Type}[] Values = Read();\n");
        _writer.Open($"private static {context.Type}[] Read()");
        _writer.Line($"{context.Type}[] values = new {context.Type}[{Literal.Integer(count)}];");
        _writer.Line($"global::System.Span<byte> bytes = {Marshal}.AsBytes(new {context.Span}(values));");
        if (text > 0)
        {
            // Not a constant: the compiler would keep that in the assembly's metadata as well.
            _writer.Line($"{Marshal}.AsBytes(global::System.MemoryExtensions.AsSpan(");
            _writer.Indent();
            new DataTextWriter(context).Write(bytes, text, ")).CopyTo(bytes);");
            _writer.Outdent();
        }

        for (int part = 0; part < starts.Length; part++)
        {
            _writer.Line(Copy(part, starts[part], Math.Min(BytesPerPart, bytes.Length - starts[part])));
        }

        _writer.Line("return values;");
        _writer.Close();
        for (int part = 0; part < starts.Length; part++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            _writer.Line();
            WritePart(part, bytes, starts[part], Math.Min(BytesPerPart, bytes.Length - starts[part]));
        }

        _writer.Close();
    }

    /// <summary>The statement that copies a part to its place.</summary>
    private string Copy(int part, int start, int count) => context.Platform.HasBase64
        ? $"_ = global::System.Buffers.Text.Base64.DecodeFromUtf8({Part(part)}, bytes.Slice({Literal.Integer(start)}), out _, out _);"
        : $"{Marshal}.AsBytes(new global::System.ReadOnlySpan<ulong>({Part(part)}())).Slice(0, {Literal.Integer(count)}).CopyTo(bytes.Slice({Literal.Integer(start)}));";

    private void WritePart(int part, byte[] bytes, int start, int count)
    {
        if (context.Platform.HasBase64)
        {
            _writer.Line($"private static global::System.ReadOnlySpan<byte> {Part(part)} => \"{Convert.ToBase64String(bytes, start, count)}\"u8;");
            return;
        }

        _writer.Line($"private static ulong[] {Part(part)}() => new ulong[]");
        _writer.Line("{");
        _writer.Indent();
        ulong[] integers = new ulong[(count + sizeof(ulong) - 1) / sizeof(ulong)];
        for (int i = 0; i < count; i++)
        {
            integers[i / sizeof(ulong)] |= (ulong)bytes[start + i] << (8 * (i % sizeof(ulong)));
        }

        for (int i = 0; i < integers.Length; i += IntegersPerLine)
        {
            _writer.Line(string.Join(" ", integers.Skip(i).Take(IntegersPerLine).Select(integer => $"0x{integer.ToString("x", CultureInfo.InvariantCulture)},")));
        }

        _writer.Outdent();
        _writer.Line("};");
    }

    private static string Part(int part) => $"Part{Literal.Integer(part)}";
}
