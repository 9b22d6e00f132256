using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Activations;

/// <summary>Turns a declared activation into a function, or into problems.</summary>
internal static class ActivationBinder
{
    /// <summary>Where training begins with slopes that are not declared (He et al. 2015).</summary>
    private const double FirstSlope = 0.25;

    /// <summary>Binds an activation.</summary>
    /// <param name="declared">What the declaration says.</param>
    /// <param name="shape">The shape of what it is applied to; null when that is hidden by a mistake.</param>
    /// <param name="channelAxis">The axis along which values have slopes of their own.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="place">Where it is declared.</param>
    /// <param name="graph">The network so far.</param>
    /// <returns>The function, or null after a problem.</returns>
    public static ActivationFunction? Bind(DeclaredActivation declared, Shape? shape, int channelAxis, string layer, Place place, GraphBuilder graph)
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
        foreach (LayerArgument argument in declared.Arguments.Where(argument => descriptor.Parameters.All(parameter => parameter.Name != argument.Name)))
        {
            problems.Report(WeightRules.ActivationArgument, place.Key(argument.Name), descriptor.Name, layer, Spell(argument.Name));
            sound = false;
        }

        if (declared.Slopes is not null && !descriptor.HasSlopes)
        {
            problems.Report(WeightRules.ActivationArgument, place.Key("weights"), descriptor.Name, layer, Spell("weights"));
            sound = false;
        }

        ArgumentScope scope = new(declared, layer, place, graph);
        double?[] values = [.. descriptor.Parameters.Select(parameter => scope.Value(parameter, descriptor.Name))];
        sound &= values.All(value => value is not null) && scope.AreOrdered("min_val", "max_val", isStrict: true) && scope.AreOrdered("threshold", "max_value", isStrict: false);
        int? channels = shape is { Rank: > 1 } ? shape[channelAxis] : shape?.Size;
        NumberArray? slopes = descriptor.HasSlopes ? Slopes(declared, channels, layer, place, Spell("weights"), graph) : NumberArray.Empty;
        ActivationFunction? function = sound && slopes is not null ? descriptor.Create([.. values.Select(value => value!.Value)], graph.Own(slopes)) : null;
        return function is PreluActivation prelu && shape is not null ? prelu with { Channels = ChannelMap.Along(shape, channelAxis) } : function;
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
        if (size is { } expected && slopes.Count != expected && slopes.Count != 1)
        {
            graph.Problems.Report(
                ShapeRules.ParameterLength, where, $"'{spelling}' of the activation", layer, Texts.Count(slopes.Count, "value"), expected);
            return null;
        }

        return sound ? slopes : null;
    }
}
