using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds the loss function and checks that it suits the output.</summary>
internal static class LossBinder
{
    /// <summary>Binds the loss of a network.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="settings">What is declared.</param>
    /// <param name="graph">The bound layers.</param>
    /// <param name="output">The tensor that the loss is of.</param>
    /// <param name="problems">Where to report.</param>
    public static Loss Bind(string name, SettingMerger settings, GraphBuilder graph, int output, ProblemList problems)
    {
        (string? Value, DeclarationSource Source) setting = settings.Merge(d => d.Loss, "loss", value => $"'{value}'");
        int before = problems.Problems.Count;
        LossKind kind = EnumBinder.Bind(setting, "loss", LossKind.MeanSquaredError, problems);
        bool isKnown = problems.Problems.Count == before && !settings.Differs("loss");
        (double? delta, DeclarationSource deltaSource) = settings.MergeValue(d => d.LossDelta, "loss_delta", Texts.Number);
        if (isKnown && delta is { } value && !(kind == LossKind.Huber && value > 0 && !double.IsInfinity(value)))
        {
            string must = kind == LossKind.Huber ? "more than 0" : "left out, since only 'huber' has one";
            Place place = deltaSource == DeclarationSource.File ? Place.File.Key("loss").Key("delta") : Place.Attributes.Key("loss_delta");
            string spelling = deltaSource == DeclarationSource.File ? "delta" : "LossDelta";
            problems.Report(WeightRules.OutOfRange, place, $"'{spelling}' of the loss", Texts.Number(value), must);
        }

        bool isActivationKnown = graph.TryGetActivation(output, out ActivationFunction? lastActivation);
        bool isLinear = lastActivation is null or { IsIdentity: true };
        string? needed = kind switch
        {
            LossKind.BinaryCrossEntropy when !isLinear && lastActivation?.Loss != kind => "a sigmoid or linear output",
            LossKind.CategoricalCrossEntropy when !isLinear && lastActivation?.Loss != kind =>
                "a softmax or linear output",
            _ => null,
        };
        if (needed is not null && isActivationKnown && isKnown)
        {
            problems.Report(
                WeightRules.LossPair,
                Place.Of(setting.Source).Key("loss").Key("type"),
                Texts.SnakeCase(kind.ToString()),
                name,
                needed,
                lastActivation!.Name);
        }

        return new Loss(kind, delta ?? 1);
    }
}
