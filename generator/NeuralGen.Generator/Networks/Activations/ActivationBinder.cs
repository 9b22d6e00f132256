using NeuralGen.Generator.Declarations;
using NeuralGen.Generator.Diagnostics;

namespace NeuralGen.Generator.Networks;

/// <summary>Turns a declared activation into a function, or into problems.</summary>
internal static class ActivationBinder
{
    /// <summary>Where training begins with slopes that are not declared (He et al. 2015).</summary>
    private const double FirstSlope = 0.25;

    /// <summary>Binds an activation.</summary>
    /// <param name="declared">What the declaration says.</param>
    /// <param name="size">How many values it is applied to; null when that is hidden by a mistake.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="place">Where it is declared.</param>
    /// <param name="graph">The network so far.</param>
    /// <returns>The function, or null after a problem.</returns>
    public static ActivationFunction? Bind(DeclaredActivation declared, int? size, string layer, Place place, GraphBuilder graph)
    {
        ProblemList problems = graph.Problems;
        string Spell(string key) => place.Source == DeclarationSource.File ? key : key == "weights" ? "Slopes" : Texts.PascalCase(key);
        if (ActivationCatalog.Find(declared.Name) is not { } descriptor)
        {
            problems.Report(
                WeightRules.UnknownActivation, place.Key("type"), declared.Name, layer, Suggestion.For(declared.Name, ActivationCatalog.Names));
            return null;
        }

        bool sound = true;
        if (declared.Alpha is not null && descriptor.DefaultAlpha is null)
        {
            problems.Report(WeightRules.ActivationArgument, place.Key("alpha"), descriptor.Name, layer, Spell("alpha"));
            sound = false;
        }

        if (declared.Slopes is not null && !descriptor.HasSlopes)
        {
            problems.Report(WeightRules.ActivationArgument, place.Key("weights"), descriptor.Name, layer, Spell("weights"));
            sound = false;
        }

        double alpha = declared.Alpha ?? descriptor.DefaultAlpha ?? 0;
        if (sound && declared.Alpha is not null)
        {
            sound = new ValueChecker(graph.Precision, problems).AreFinite(
                new NumberArray([alpha]), _ => place.Key("alpha"), _ => $"'{Spell("alpha")}' of layer '{layer}'");
        }

        if (sound && descriptor.Name == "celu" && (graph.Precision == Precision.Single ? (float)alpha : alpha) == 0)
        {
            problems.Report(
                WeightRules.OutOfRange, place.Key("alpha"), $"'{Spell("alpha")}' of layer '{layer}'", Texts.Number(alpha), "other than 0");
            sound = false;
        }

        NumberArray? slopes = sound && descriptor.HasSlopes ? Slopes(declared, size, layer, place, Spell("weights"), graph) : NumberArray.Empty;
        return sound && slopes is not null ? descriptor.Create(alpha, slopes) : null;
    }

    private static NumberArray? Slopes(
        DeclaredActivation declared, int? size, string layer, Place place, string spelling, GraphBuilder graph)
    {
        Place where = place.Key("weights");
        if (declared.Slopes is null && graph.IsTrainable)
        {
            return size is { } count ? NumberArray.Repeat(FirstSlope, count) : null;
        }

        if (declared.Slopes is not { } slopes)
        {
            graph.Problems.Report(WeightRules.MissingValues, place, layer, "prelu", spelling);
            return null;
        }

        bool sound = new ValueChecker(graph.Precision, graph.Problems).AreFinite(
            slopes, where.At, index => $"Slope {index} of layer '{layer}'");
        if (size is { } expected && slopes.Count != expected)
        {
            graph.Problems.Report(
                ShapeRules.ParameterLength, where, $"'{spelling}' of the activation", layer, Texts.Count(slopes.Count, "value"), expected);
            return null;
        }

        return sound ? slopes : null;
    }
}
