using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Compiler.Values.Names;
using NeuralGen.Tool.Converting;
using NeuralGen.Training;

namespace NeuralGen.Tool.Learning;

/// <summary>Writes the network that is trained, and what becomes of it.</summary>
internal static class TrainedText
{
    /// <summary>The network before training: a normalisation and layers without numbers.</summary>
    public static string Untrained(TrainingTable table, TrainingRequest request)
    {
        CsvDataset<float> data = table.Data;
        bool isLabelled = table.Task == TrainingTask.Classification;
        string[] layers =
        [
            "{ \"type\": \"normalization\" }",
            .. request.Layers,
            isLabelled
                ? FormattableString.Invariant($"{{ \"type\": \"dense\", \"units\": {data.Labels.Count}, \"activation\": \"softmax\" }}")
                : "{ \"type\": \"dense\", \"units\": 1 }",
        ];
        return $$"""
            {
              "trainable": true,
              "seed": {{request.Seed}},
              "inputs": {{List(data.InputNames)}},
              {{(isLabelled ? $"\"labels\": {Labels(data.Labels)}" : $"\"outputs\": {List(data.TargetNames)}")}},
              "loss": "{{(isLabelled ? "categorical_cross_entropy" : "mean_squared_error")}}",
              "layers": [
                {{string.Join(",\n    ", layers)}}
              ]
            }
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The file of a trained network: what it saved, without a name of its own, so that the file's name is its name.</summary>
    public static string Trained(ITrainableNetwork<float> network, TrainingTable table)
    {
        using MemoryStream stream = new();
        network.Save(stream);
        string text = TextEdit.Remove(System.Text.Encoding.UTF8.GetString(stream.ToArray()), "name");
        return table.Task == TrainingTask.Classification ? TextEdit.Set(text, "labels", Labels(table.Data.Labels)) : text;
    }

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(JsonText.Quote))}]";

    /// <summary>Labels; those of which nothing but signs tells them apart get names by their numbers.</summary>
    private static string Labels(IReadOnlyList<string> labels)
    {
        string[] names = [.. labels.Select(Identifier.Member)];
        bool areApart = names.Distinct(StringComparer.Ordinal).Count() == names.Length && names.All(Identifier.IsValid);
        return areApart
            ? List(labels)
            : $"[{string.Join(", ", labels.Select((label, i) => FormattableString.Invariant($"{{ \"text\": {JsonText.Quote(label)}, \"name\": \"Label{i}\" }}")))}]";
    }
}
