using System.Text.Json.Nodes;
using NeuralGen.Tool.Output;
using NeuralGen.Training;

namespace NeuralGen.Tool.Learning;

/// <summary>Writes how a training ended as JSON.</summary>
internal static class OutcomeJson
{
    /// <summary>The document.</summary>
    public static JsonObject Of(TrainingOutcome outcome, string output) => new()
    {
        ["output"] = output,
        ["task"] = outcome.Table.Task.ToString().ToLowerInvariant(),
        ["inputs"] = JsonAnswer.List(outcome.Table.Data.InputNames),
        ["labels"] = JsonAnswer.List(outcome.Table.Data.Labels),
        ["rows"] = outcome.TrainingRows + outcome.ValidationRows,
        ["trainingRows"] = outcome.TrainingRows,
        ["validationRows"] = outcome.ValidationRows,
        ["skippedRows"] = outcome.Table.Data.SkippedRows,
        ["filledValues"] = outcome.Table.Data.FilledValues,
        ["epochs"] = outcome.History.Epochs.Count,
        ["bestEpoch"] = outcome.History.BestEpoch,
        ["stopReason"] = outcome.History.StopReason.ToString().ToLowerInvariant(),
        [outcome.ValidationRows > 0 ? "validation" : "training"] = Evaluation(outcome.Validation),
        ["history"] = new JsonArray([.. outcome.History.Epochs.Select(Epoch)]),
    };

    private static JsonObject Evaluation(Evaluation evaluation) => Metrics(new JsonObject { ["loss"] = JsonAnswer.Number(evaluation.Loss) }, evaluation.Metrics);

    private static JsonNode Epoch(EpochResult epoch) => Metrics(
        new JsonObject { ["epoch"] = epoch.Epoch, ["loss"] = JsonAnswer.Number(epoch.Loss), ["validationLoss"] = JsonAnswer.Number(epoch.ValidationLoss) }, epoch.Metrics);

    private static JsonObject Metrics(JsonObject node, IReadOnlyDictionary<string, double> metrics)
    {
        foreach ((string name, double value) in metrics)
        {
            node[name] = JsonAnswer.Number(value);
        }

        return node;
    }
}
