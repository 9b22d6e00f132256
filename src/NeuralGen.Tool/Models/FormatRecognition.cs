using NeuralGen.Build;
using NeuralGen.Import.Nnet;
using NeuralGen.Import.Reading;
using NeuralGen.Import.RtNeural;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Output;

namespace NeuralGen.Tool.Models;

/// <summary>Recognises the format of a model by what its file holds.</summary>
internal static class FormatRecognition
{
    private const int Looked = 64;

    /// <summary>The format of a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ToolException">It cannot be read, or is no model.</exception>
    public static ModelFormat Of(string path)
    {
        using FileStream stream = InputFile.Open(path);
        return Of(stream, path);
    }

    private static ModelFormat Of(FileStream stream, string path)
    {
        if (stream.Length == 0)
        {
            throw new ToolException($"{path}: cannot be read: it is empty");
        }

        bool isJson = LooksLikeJson(stream);
        if (path.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) || (!isJson && FileFormat.IsSafeTensors(stream, path)))
        {
            throw new ToolException(
                $"{path}: holds weights but no layers; write a .nn.json file with \"tensors\": \"{Path.GetFileName(path)}\" and its layers beside it, and name that one");
        }

        return RtNeuralReader.IsRtNeural(stream, path) ? ModelFormat.RtNeural
            : isJson && !path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) ? ModelFormat.Json
            : ModelReader.IsModel(stream, path) ? ModelFormat.Onnx
            : NnetReader.IsNnet(stream, path) ? ModelFormat.Nnet
            : path.EndsWith(".nn.json", StringComparison.OrdinalIgnoreCase) ? ModelFormat.Json
            : throw new ToolException($"{path}: is no model of a known format: .nn.json, ONNX, NNet or RTNeural's JSON{FileFormat.Advice(stream)}");
    }

    /// <summary>Whether a file begins as JSON does; comments are accepted in our own.</summary>
    private static bool LooksLikeJson(FileStream stream)
    {
        byte[] start = new byte[(int)Math.Min(Looked, stream.Length)];
        stream.ReadExactly(start);
        stream.Position = 0;
        string text = System.Text.Encoding.UTF8.GetString(start).TrimStart('\uFEFF').TrimStart();
        return text.StartsWith('{') || (text.StartsWith("//", StringComparison.Ordinal) && !NnetReader.IsNnet(stream, "")) || text.StartsWith("/*", StringComparison.Ordinal);
    }
}
