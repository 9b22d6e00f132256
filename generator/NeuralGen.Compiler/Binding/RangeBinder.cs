using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds what a file says of the values that its inputs can have; only notes make use of it.</summary>
internal static class RangeBinder
{
    /// <summary>Binds the ranges, or reports why not.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="declared">A least and a largest value per input.</param>
    /// <param name="inputSize">The number of inputs; null when a mistake hides it.</param>
    /// <param name="inputs">How many tensors the inputs are.</param>
    /// <param name="problems">Where to report.</param>
    public static Interval[]? Bind(string network, EquatableArray<NumberArray>? declared, int? inputSize, int inputs, ProblemList problems)
    {
        if (declared is not { } ranges)
        {
            return null;
        }

        Place place = Place.File.Key("range");
        if (inputs > 1)
        {
            problems.Report(ShapeRules.Range, place, network, $"is that of the values of one input; the network has {Texts.Count(inputs, "input")}");
            return null;
        }

        if (inputSize is { } size && ranges.Count != size)
        {
            problems.Report(ShapeRules.Range, place, network, $"has {Texts.Count(ranges.Count, "row")}; the network has {Texts.Count(size, "input")}");
            return null;
        }

        bool isSound = true;
        for (int i = 0; i < ranges.Count; i++)
        {
            string? wrong = ranges[i].Count != 2
                ? $"has {Texts.Count(ranges[i].Count, "value")} in row {i}; it needs 2, the least and the largest"
                : ranges[i][0] > ranges[i][1]
                    ? $"goes from {Texts.Number(ranges[i][0])} down to {Texts.Number(ranges[i][1])} in row {i}; it must go up"
                    : null;
            if (wrong is not null)
            {
                problems.Report(ShapeRules.Range, place.At(i), network, wrong);
                isSound = false;
            }
        }

        return isSound ? [.. ranges.Select(range => new Interval(range[0], range[1]))] : null;
    }
}
