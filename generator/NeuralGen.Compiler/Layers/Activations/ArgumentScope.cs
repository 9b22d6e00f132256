using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Activations;

/// <summary>Reads the arguments of a declared activation and reports those that it cannot have.</summary>
/// <param name="declared">What the declaration says.</param>
/// <param name="layer">The layer's name.</param>
/// <param name="place">Where the activation is declared.</param>
/// <param name="graph">The network so far.</param>
internal sealed class ArgumentScope(DeclaredActivation declared, string layer, Place place, GraphBuilder graph)
{
    private readonly Dictionary<string, double> _values = new(StringComparer.Ordinal);

    /// <summary>The value of an argument, its default when it was left out; null after a problem.</summary>
    /// <param name="parameter">The argument.</param>
    /// <param name="function">The function's name.</param>
    public double? Value(ActivationParameter parameter, string function)
    {
        if (declared.Arguments.FirstOrDefault(argument => argument.Name == parameter.Name) is not { } argument)
        {
            if (parameter.Default is null)
            {
                graph.Problems.Report(WeightRules.MissingValues, place, layer, function, Spell(parameter.Name));
                return null;
            }

            _values[parameter.Name] = parameter.Default.Value;
            return parameter.Default;
        }

        // What could not be read was reported then.
        if (argument.Value is not DeclaredNumber { Value: var value })
        {
            return null;
        }

        Place where = place.Key(parameter.Name);
        if (!new ValueChecker(graph.Precision, graph.Problems).AreFinite(new NumberArray([value]), _ => where, _ => What(parameter.Name)))
        {
            return null;
        }

        if (parameter.IsValid is { } isValid && !isValid(new Rounding(graph.Precision).Of(value)))
        {
            graph.Problems.Report(WeightRules.OutOfRange, where, What(parameter.Name), Texts.Number(value), parameter.Bounds);
            return null;
        }

        _values[parameter.Name] = value;
        return value;
    }

    /// <summary>Whether one argument is less than another, as far as both are known; reports it where not.</summary>
    /// <param name="low">The argument that is to be less.</param>
    /// <param name="high">The argument that is to be larger.</param>
    /// <param name="isStrict">Whether they may not be equal.</param>
    public bool AreOrdered(string low, string high, bool isStrict)
    {
        if (!_values.TryGetValue(low, out double least) || !_values.TryGetValue(high, out double largest) || least < largest || (!isStrict && least == largest))
        {
            return true;
        }

        string key = declared.Find(high) is null ? low : high;
        double value = _values[key];
        string bound = key == high
            ? $"{(isStrict ? "more than" : "at least")} '{Spell(low)}', which is {Texts.Number(least)}"
            : $"{(isStrict ? "less than" : "at most")} '{Spell(high)}', which is {Texts.Number(largest)}";
        graph.Problems.Report(WeightRules.BoundsOrder, place.Key(key), What(key), Texts.Number(value), bound);
        return false;
    }

    private string What(string argument) => $"'{Spell(argument)}' of layer '{layer}'";

    private string Spell(string argument) => Texts.Key(place.Source, argument);
}
