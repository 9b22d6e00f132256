using System.Globalization;
using System.Text;
using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Emission;

/// <summary>Writes numbers as constant data: a few as decimals, many in the form that the compiler takes least time and memory for.</summary>
/// <param name="context">What the writers share.</param>
internal sealed class DataWriter(EmissionContext context)
{
    /// <summary>Up to so many numbers are for people to read.</summary>
    private const int MostDecimals = 256;

    private const int DecimalsPerLine = 8;
    private const int PackedPerLine = 8;
    private const int CharactersPerLine = 16384;

    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Writes a property that gives the numbers as a span.</summary>
    /// <param name="access">The property's access.</param>
    /// <param name="name">Its name.</param>
    /// <param name="values">The numbers.</param>
    public void Property(string access, string name, IEnumerable<NumberArray> values)
    {
        string head = $"{access} static {context.ReadOnlySpan} {name} =>";
        double[] numbers = [.. values.SelectMany(block => block.ToArray())];
        if (numbers.Length == 0)
        {
            _writer.Line($"{head} default;");
        }
        else if (numbers.Length <= MostDecimals)
        {
            WriteArray(head, name, context.Type, "", numbers.Length, DecimalsPerLine, i => context.Arithmetic.Literal(numbers[i]));
        }
        else if (context.DataForm == DataForm.Text)
        {
            WriteText(head, numbers);
        }
        else
        {
            ulong[] packed = Packed(numbers);
            WriteArray(head, name, "ulong", $".Slice(0, {Literal.Integer(numbers.Length)})", packed.Length, PackedPerLine, i => $"0x{packed[i].ToString("x", CultureInfo.InvariantCulture)}");
        }
    }

    private static uint Bits(float value) => BitConverter.ToUInt32(BitConverter.GetBytes(value), 0);

    private void WriteText(string head, double[] numbers)
    {
        _writer.Line($"{head} global::System.Runtime.InteropServices.MemoryMarshal.Cast<char, {context.Type}>(global::System.MemoryExtensions.AsSpan(");
        _writer.Indent();
        _writer.Line("// The characters are the numbers, two or four each, lower half first.");
        bool isSingle = context.Arithmetic.Precision == Precision.Single;
        int perLine = CharactersPerLine / (isSingle ? 2 : 4);
        StringBuilder line = new((CharactersPerLine * 6) + 16);
        for (int start = 0; start < numbers.Length; start += perLine)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            int end = Math.Min(start + perLine, numbers.Length);
            line.Clear().Append('"');
            for (int i = start; i < end; i++)
            {
                ulong bits = isSingle ? Bits((float)numbers[i]) : (ulong)BitConverter.DoubleToInt64Bits(numbers[i]);
                for (int part = 0; part < (isSingle ? 2 : 4); part++)
                {
                    Append(line, (int)(bits >> (16 * part)) & 0xFFFF);
                }
            }

            _writer.Line(line.Append('"').Append(end < numbers.Length ? " +" : "));").ToString());
        }

        _writer.Outdent();
    }

    private static void Append(StringBuilder text, int character)
    {
        const string Digits = "0123456789ABCDEF";
        text.Append("\\u").Append(Digits[character >> 12]).Append(Digits[(character >> 8) & 15]).Append(Digits[(character >> 4) & 15]).Append(Digits[character & 15]);
    }

    /// <summary>The numbers' bytes, eight at a time; an odd number of four is filled up.</summary>
    private ulong[] Packed(double[] numbers)
    {
        if (context.Arithmetic.Precision == Precision.Double)
        {
            return Array.ConvertAll(numbers, value => (ulong)BitConverter.DoubleToInt64Bits(value));
        }

        ulong[] packed = new ulong[(numbers.Length + 1) / 2];
        for (int i = 0; i < numbers.Length; i++)
        {
            packed[i / 2] |= (ulong)Bits((float)numbers[i]) << (32 * (i % 2));
        }

        return packed;
    }

    /// <summary>Writes an array, as a span of its own type or, with a slice, cast to that of the numbers.</summary>
    private void WriteArray(string head, string name, string type, string slice, int count, int perLine, Func<int, string> element)
    {
        bool isCast = slice.Length > 0;
        string open = isCast ? $"global::System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, {context.Type}>(" : "";
        string close = isCast ? $"){slice}" : "";
        if (context.Platform.HasConstantSpans)
        {
            _writer.Line($"{head} {open}{(isCast ? $"(global::System.ReadOnlySpan<{type}>)" : "")}new {type}[]");
        }
        else
        {
            // Without CreateSpan the property would allocate an array at every call.
            string field = $"{name}Data";
            _writer.Line($"{head} {open}{(isCast ? $"new global::System.ReadOnlySpan<{type}>({field})" : field)}{close};\n");
            _writer.Line($"private static readonly {type}[] {field} = new {type}[]");
            close = "";
        }

        _writer.Line("{");
        _writer.Indent();
        for (int i = 0; i < count; i += perLine)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            _writer.Line(string.Join(" ", Enumerable.Range(i, Math.Min(perLine, count - i)).Select(index => element(index) + ",")));
        }

        _writer.Outdent();
        _writer.Line($"}}{close};");
    }
}
