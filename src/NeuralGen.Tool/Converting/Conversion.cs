using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.Output;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace NeuralGen.Tool.Converting;

/// <summary>Writes a model as a <c>.nn.json</c> file, with its larger tensors in a <c>.safetensors</c> file beside it; no bit is lost.</summary>
internal static class Conversion
{
    private const string Extension = ".nn.json";

    /// <summary>Where the weights of a file lie.</summary>
    public static string WeightsOf(string output) => output[..^Extension.Length] + ".safetensors";

    /// <summary>Whether a name is that of such a file.</summary>
    public static bool IsName(string output) => output.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && Path.GetFileName(output).Length > Extension.Length;

    /// <summary>Writes the files.</summary>
    /// <param name="model">The model.</param>
    /// <param name="output">The network's file.</param>
    /// <param name="mayReplace">Whether files that are there may go.</param>
    /// <returns>The file of weights; null where all numbers stand in the network's file.</returns>
    public static string? Write(OpenModel model, string output, bool mayReplace)
    {
        string? weights = model.Weights is null ? null : WeightsOf(output);
        string text = Text(model, weights);
        AtomicFile.RequireFree(output, mayReplace);
        if (weights is not null && !IsSame(weights, model.Weights!.File.Source))
        {
            AtomicFile.RequireFree(weights, mayReplace);
            AtomicFile.Write(model.Weights!.File.Source, weights, output, text, mayReplace);
        }
        else
        {
            AtomicFile.Write(output, text, mayReplace);
        }

        Check(model, output);
        return weights;
    }

    private static bool IsSame(string first, string second) => Path.GetFullPath(first) == Path.GetFullPath(second);

    /// <summary>The text, with the weights under their new name.</summary>
    private static string Text(OpenModel model, string? weights)
    {
        string text = model.Source.Text;
        if (!model.Source.IsOwn)
        {
            // Where the model lay is no matter for whoever reads the file.
            int end = text.IndexOf('\n', StringComparison.Ordinal);
            text = text[..end].Replace(model.Path, Path.GetFileName(model.Path), StringComparison.Ordinal) + text[end..];
        }

        if (weights is not null)
        {
            text = TextEdit.Set(text, "tensors", JsonSerializer.Serialize(Path.GetFileName(weights)));
        }

        Import.ImportOptions options = model.Request.Options;
        if (!model.Source.IsOwn)
        {
            return options.Tests.Length > 0 ? TextEdit.Set(text, "tests", TestsOf(model)) : text;
        }

        foreach ((string key, string value) in Said(options))
        {
            text = TextEdit.Set(text, key, value);
        }

        return text;
    }

    private static IEnumerable<(string Key, string Value)> Said(Import.ImportOptions options)
    {
        foreach ((string key, string value) in new[] { ("precision", options.Precision), ("emission", options.Emission), ("loss", options.Loss) }.Where(pair => pair.Item2.Length > 0))
        {
            yield return (key, JsonSerializer.Serialize(value));
        }

        foreach ((string key, string value) in new[] { ("trainable", options.Trainable), ("stateful", options.Stateful), ("seed", options.Seed) }.Where(pair => pair.Item2.Length > 0))
        {
            yield return (key, value);
        }

        if (options.Labels.Length > 0)
        {
            yield return ("labels", JsonSerializer.Serialize(Import.ImportSettings.Split(options.Labels).Select(Import.ImportSettings.Unquote)));
        }

        if (options.Tests.Length > 0)
        {
            yield return ("tests", File.ReadAllText(options.Tests).Trim());
        }
    }

    private static string TestsOf(OpenModel model)
    {
        string tested = File.ReadAllText(model.Folder!.PathOf("model.tests.json"));
        JsonDocument document = JsonDocument.TryParse(tested, out _)!;
        return document.Root.TryGetMember("tests", out JsonValue tests) ? tested.Substring(tests.Start, tests.Length) : "[]";
    }

    /// <summary>What was written must be what was read, bit by bit.</summary>
    private static void Check(OpenModel model, string output)
    {
        using OpenModel written = ModelOpener.Open(new ModelRequest(output, new Import.ImportOptions()) { KeepsTrainable = true });
        Network first = model.Whole;
        Network second = written.Whole with { Name = first.Name };
        bool isSame = first.Equals(second) && model.Bound.Tests.Equals(written.Bound.Tests);
        if (!isSame)
        {
            File.Delete(output);
            throw new ToolException($"{model.Path}: what was written is not what was read, which is a mistake of ours");
        }
    }
}
