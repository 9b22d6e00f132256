using System.Text;
using NeuralGen.Compiler.Json;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.RtNeural;

/// <summary>
/// Reads the JSON files in which Keras networks are exported for RTNeural: dense, convolutional and recurrent layers over time, which axis 1 of
/// all shapes is. A file whose time stays as long as it is goes step by step; one whose time shrinks is a block without a state.
/// </summary>
internal static class RtNeuralReader
{
    private const int Looked = 4096;
    private const string Mark = "\"in_shape\"";

    /// <summary>Whether a file is one of the format: a JSON object with the shape of its input.</summary>
    /// <param name="stream">The file, at its beginning, where it stays.</param>
    /// <param name="name">Its name.</param>
    public static bool IsRtNeural(Stream stream, string name)
    {
        bool isJson = name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !name.EndsWith(".nn.json", StringComparison.OrdinalIgnoreCase);
        long position = stream.Position;
        byte[] bytes = new byte[(int)Math.Min(isJson ? stream.Length - position : Looked, int.MaxValue / 2)];
        int read = stream.Read(bytes, 0, bytes.Length);
        stream.Position = position;
        string text = Encoding.UTF8.GetString(bytes, 0, read);
        return text.TrimStart('\uFEFF').TrimStart().StartsWith("{", StringComparison.Ordinal) && text.Contains(Mark);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file; it stays open.</param>
    /// <param name="item">The item, for messages.</param>
    /// <param name="path">The full path.</param>
    /// <exception cref="ImportException">It is none.</exception>
    public static ImportedModel Read(Stream stream, string item, string path)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 14, leaveOpen: true);
        RtNeuralFile file = new(reader.ReadToEnd(), item, path);
        LayerGraph graph = new();
        int[] shape = file.InputShape;
        bool isStepwise = file.IsStepwise;
        string input = graph.Names.Claim("input");
        RtNeuralTensor tensor = new(graph, input, shape);
        foreach (JsonValue layer in file.Layers)
        {
            RtNeuralLayer.Add(graph, tensor, file, layer, isStepwise);
        }

        Port from = new(input, shape, ElementKind.Float, input);
        string last = tensor.AsDeclared();
        Port to = new(graph.Names.Claim("output"), tensor.Shape, ElementKind.Float, last);
        return new ImportedModel([from], [to], graph.Layers, IsDouble: false)
        {
            ModelInputs = [new ModelPort("input", from, null)],
            ModelOutputs = [new ModelPort("output", to, null)],
            IsStepwise = isStepwise,
            Producer = "Keras, for RTNeural",
        };
    }
}
