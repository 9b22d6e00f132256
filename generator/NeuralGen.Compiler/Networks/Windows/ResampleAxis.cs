using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Windows;

/// <summary>What each position of an output takes of its input along one axis: a weighted sum of some positions.</summary>
/// <param name="Input">How many positions the input has.</param>
/// <param name="Ends">For each position of the output, where its sources end; they begin where those of the one before end.</param>
/// <param name="Sources">The positions of the input.</param>
/// <param name="Weights">The weight of each.</param>
internal sealed record ResampleAxis(int Input, EquatableArray<int> Ends, EquatableArray<int> Sources, NumberArray Weights)
{
    /// <summary>How many positions the output has.</summary>
    public int Output => Ends.Count;

    /// <summary>An axis whose positions take what a function says; equal sources are joined, and those without weight left out.</summary>
    /// <param name="input">How many positions the input has; sources beyond it are its first or its last.</param>
    /// <param name="output">How many positions the output has.</param>
    /// <param name="taps">The sources of a position, with their weights.</param>
    public static ResampleAxis Of(int input, int output, Func<int, IEnumerable<(int Source, double Weight)>> taps)
    {
        List<int> ends = [];
        List<int> sources = [];
        List<double> weights = [];
        for (int i = 0; i < output; i++)
        {
            (int Source, double Weight)[] all =
            [
                .. taps(i).GroupBy(tap => Math.Max(0, Math.Min(input - 1, tap.Source))).Select(tap => (tap.Key, tap.Sum(part => part.Weight))).OrderBy(tap => tap.Key),
            ];
            foreach ((int source, double weight) in all.Where(tap => tap.Weight != 0))
            {
                sources.Add(source);
                weights.Add(weight);
            }

            ends.Add(sources.Count);
        }

        return new ResampleAxis(input, new([.. ends]), new([.. sources]), new NumberArray([.. weights]));
    }

    /// <summary>What a position takes.</summary>
    /// <param name="output">The position.</param>
    public IEnumerable<(int Source, double Weight)> Taps(int output)
    {
        for (int i = output == 0 ? 0 : Ends[output - 1]; i < Ends[output]; i++)
        {
            yield return (Sources[i], Weights[i]);
        }
    }
}
