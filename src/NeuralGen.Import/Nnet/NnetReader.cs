using System.Text;
using System.Text.RegularExpressions;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Nnet;

/// <summary>
/// Reads files of the NNet format, in which Stanford published networks for collision avoidance: dense layers with ReLU between them, whose
/// inputs are clipped and normalised and whose outputs are scaled back.
/// </summary>
internal static class NnetReader
{
    private const int Looked = 4096;

    private static readonly Regex Header = new(@"^\s*\d+\s*(,\s*\d+\s*){3},?\s*$", RegexOptions.CultureInvariant);

    /// <summary>Whether a file is one of the format, by its name or by how it begins: comments, then four whole numbers.</summary>
    /// <param name="stream">The file, at its beginning, where it stays.</param>
    /// <param name="name">Its name.</param>
    public static bool IsNnet(Stream stream, string name)
    {
        if (name.EndsWith(".nnet", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        long position = stream.Position;
        byte[] bytes = new byte[(int)Math.Min(Looked, stream.Length - position)];
        int read = stream.Read(bytes, 0, bytes.Length);
        stream.Position = position;
        string[] lines = Encoding.ASCII.GetString(bytes, 0, read).Split('\n');
        int comments = lines.TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).Count();
        return comments > 0 && comments < lines.Length && Header.IsMatch(lines[comments]);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file; it stays open.</param>
    /// <param name="item">The item, for messages.</param>
    /// <param name="path">The full path.</param>
    /// <exception cref="ImportException">It is none.</exception>
    public static ImportedModel Read(Stream stream, string item, string path)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 14, leaveOpen: true);
        NnetFile file = NnetFile.Read(new NnetLines(reader, item, path));
        LayerGraph graph = new();
        string input = graph.Names.Claim("input");
        string least = graph.Add("constant", "least", [], ("values", Vector("least", file.Least)));
        string most = graph.Add("constant", "most", [], ("values", Vector("most", file.Most)));
        string tensor = graph.Add("expression", "clipped", [input, least, most], ("formula", $"min(max({input}, {least}), {most})"));
        tensor = graph.Add(
            "normalization", "normalized", [tensor], ("mean", Vector("normalized.mean", [.. file.Means.Take(file.Inputs)])), ("scale", Vector("normalized.scale", [.. file.Ranges.Take(file.Inputs)])));
        for (int i = 0; i < file.Layers.Count; i++)
        {
            (double[][] weights, double[] bias) = file.Layers[i];
            bool isLast = i == file.Layers.Count - 1;
            string name = FormattableString.Invariant($"layer{i + 1}");
            Literal matrix = Literal.Of(ElementKind.Double, [weights.Length, weights[0].Length], [.. weights.SelectMany(row => row)]);
            tensor = graph.Add("dense", name, [tensor], ("weights", new Numbers(name + ".weight", matrix)), ("bias", Vector(name + ".bias", bias)), ("activation", isLast ? null : "relu"));
        }

        (double mean, double range) = (file.Means[file.Inputs], file.Ranges[file.Inputs]);
        if (mean != 0 || range != 1)
        {
            tensor = graph.Add("expression", "scaled", [tensor], ("formula", $"{tensor} * {Term(range)} + {Term(mean)}"));
        }

        Port from = new(input, [file.Inputs], ElementKind.Float, input);
        Port to = new(graph.Names.Claim("output"), [file.Outputs], ElementKind.Float, tensor);
        return new ImportedModel([from], [to], graph.Layers, IsDouble: false)
        {
            ModelInputs = [new ModelPort("input", from, null)],
            ModelOutputs = [new ModelPort("output", to, null)],
        };
    }

    private static Numbers Vector(string name, double[] values) => new(name, Literal.Of(ElementKind.Double, [values.Length], values));

    private static string Term(double value) => value < 0 ? $"({JsonNumbers.Text(value, ElementKind.Double)})" : JsonNumbers.Text(value, ElementKind.Double);
}
