using System.Globalization;
using System.Text;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Build;

/// <summary>Writes what the compiler is told of a weights file, as JSON.</summary>
internal static class FactsWriter
{
    /// <summary>The number of this form of facts.</summary>
    public const int Version = 1;

    /// <summary>Writes the facts.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="path">The file's path as the project writes it.</param>
    /// <param name="hash">The SHA-256 of the file, in hexadecimal digits.</param>
    /// <param name="resource">The name of the resource with the values; null where there is none.</param>
    /// <param name="tensors">The facts of its tensors.</param>
    public static void Write(Stream stream, string path, string hash, string? resource, IReadOnlyList<TensorFacts> tensors)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("{");
        writer.WriteLine(FormattableString.Invariant($"  \"version\": {Version},"));
        writer.WriteLine($"  \"path\": {JsonText.Quote(path)},");
        writer.WriteLine($"  \"sha256\": \"{hash}\",");
        writer.WriteLine(FormattableString.Invariant($"  \"values\": {tensors.Sum(facts => facts.Tensor.Count)},"));
        if (resource is not null)
        {
            writer.WriteLine($"  \"resource\": {JsonText.Quote(resource)},");
        }

        writer.WriteLine("  \"tensors\": [");
        for (int i = 0; i < tensors.Count; i++)
        {
            writer.WriteLine($"    {{ {string.Join(", ", Members(tensors[i]))} }}{(i == tensors.Count - 1 ? "" : ",")}");
        }

        writer.WriteLine("  ]");
        writer.WriteLine("}");
    }

    private static IEnumerable<string> Members(TensorFacts facts)
    {
        TensorEntry tensor = facts.Tensor;
        yield return $"\"name\": {JsonText.Quote(tensor.Name)}";
        yield return $"\"type\": \"{tensor.Type}\"";
        yield return $"\"shape\": {TensorEntry.Text(tensor.Shape)}";
        yield return FormattableString.Invariant($"\"count\": {tensor.Count}");
        if (facts.Offset is { } offset)
        {
            yield return FormattableString.Invariant($"\"offset\": {offset}");
        }

        yield return FormattableString.Invariant($"\"non_zeros\": {facts.Statistics.NonZeros}");
        yield return $"\"finite\": {(facts.Statistics.FirstNotFinite < 0 ? "true" : "false")}";
        if (facts.Statistics.FirstNotFinite >= 0)
        {
            yield return FormattableString.Invariant($"\"first_not_finite\": {facts.Statistics.FirstNotFinite}");
        }

        // The shortest text that reads back is not the same in all frameworks; 17 digits are.
        yield return $"\"largest\": {facts.Statistics.Largest.ToString("G17", CultureInfo.InvariantCulture)}";
        if (facts.Values is { } values)
        {
            yield return $"\"data_type\": \"{(tensor.Type.FitsSingle() ? DataType.F32 : DataType.F64)}\"";
            yield return $"\"data\": \"{Convert.ToBase64String(values)}\"";
        }
    }
}
