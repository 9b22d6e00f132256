using System.Text.Json;
using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Reporting;

/// <summary>Writes the curves of a training, from what <c>train --json</c> wrote.</summary>
internal static class HistorySection
{
    /// <summary>The section.</summary>
    /// <param name="path">The file.</param>
    public static string Of(string path)
    {
        try
        {
            using FileStream stream = Output.InputFile.Open(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            JsonElement[] epochs = [.. document.RootElement.GetProperty("history").EnumerateArray()];
            string[] names = [.. epochs[0].EnumerateObject().Where(member => member.Name != "epoch" && member.Value.ValueKind == JsonValueKind.Number).Select(member => member.Name)];
            string[] losses = [.. names.Where(name => name is "loss" or "validationLoss")];
            string charts = Charts.Curves("Loss", [.. losses.Select(name => (name == "loss" ? "training loss" : "validation loss", Values(epochs, name)))]);
            return $"<div class=\"grid\">{charts}{string.Concat(names.Except(losses).Select(name => Charts.Curves(name.Replace('_', ' '), [(name.Replace('_', ' '), Values(epochs, name))])))}</div>\n";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new ToolException($"{path}: is not what 'train --json' writes");
        }
    }

    private static double[] Values(JsonElement[] epochs, string name) => [.. epochs.Select(epoch => epoch.GetProperty(name).ValueKind == JsonValueKind.Number ? epoch.GetProperty(name).GetDouble() : double.NaN).Where(double.IsFinite)];
}
