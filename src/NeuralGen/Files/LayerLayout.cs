using NeuralGen.Compiler.Json;

namespace NeuralGen;

/// <summary>A layer in a file.</summary>
/// <param name="keys">The keys that do not change, as JSON without braces.</param>
internal sealed class LayerLayout(string keys)
{
    /// <summary>The keys that do not change, as JSON without braces.</summary>
    public string Keys => keys;

    /// <summary>The layer's name.</summary>
    public string Name => LayerComparison.NameOf(Parsed, "");

    /// <summary>The numbers.</summary>
    public List<NumberLayout> Numbers { get; } = [];

    /// <summary>The layer as a line: its keys, and how many numbers it has.</summary>
    public string Description => string.Join(", ", new[] { keys.Replace("\"", "") }.Concat(Numbers.Select(numbers => numbers.Description)));

    private double Epsilon => Parsed.TryGetMember("epsilon", out JsonValue epsilon) ? epsilon.GetDouble() : LayerComparison.DefaultEpsilon;

    // Needed for messages and rare checks only, and made anew for each: networks make their layouts when they are first used.
    private JsonValue Parsed => JsonDocument.TryParse("{" + keys + "}", out _)!.Root;

    /// <summary>What the compiler asks of a finite number of the layer, if the number is not so.</summary>
    /// <param name="numbers">The numbers that it belongs to.</param>
    /// <param name="value">The number, in the network's precision.</param>
    /// <param name="isSingle">Whether that is single.</param>
    /// <returns>What the number must be, or null.</returns>
    public string? Missed(NumberLayout numbers, double value, bool isSingle) => numbers.IsStatistic
        ? numbers.Key switch
        {
            "scale" when value == 0 => "other than 0",
            "variance" when value < 0 => "0 or more",
            "variance" when value == 0 && (isSingle ? (float)Epsilon : Epsilon) == 0 => FormattableString.Invariant($"more than 0 while 'epsilon' is {Epsilon}"),
            _ => null,
        }
        : null;

    /// <summary>What the compiler asks of numbers of the layer together: those of a batch normalisation make finite factors.</summary>
    /// <param name="values">Numbers of the layer as the file has them, not rounded to the network's precision.</param>
    /// <param name="isSingle">Whether the network's precision is single.</param>
    /// <returns>The first number that it refuses, and what the number must be; or null.</returns>
    public (NumberLayout Numbers, int Index, string Bounds)? Missed(Func<NumberLayout, double[]> values, bool isSingle)
    {
        if (Numbers.FirstOrDefault(numbers => numbers.Key == "variance") is not { } variance || Numbers.FirstOrDefault(numbers => numbers.Key == "gamma") is not { } gamma)
        {
            return null;
        }

        double epsilon = Epsilon;
        double[] sums = Array.ConvertAll(values(variance), value => value + epsilon);
        int sum = Array.FindIndex(sums, IsTooLarge);
        if (sum >= 0)
        {
            return (variance, sum, "so small that 'variance' + 'epsilon' is a number of the network's precision");
        }

        double[] factors = [.. values(gamma).Zip(sums, (numerator, square) => numerator / Math.Sqrt(square))];
        int factor = Array.FindIndex(factors, IsTooLarge);
        return factor >= 0 ? (gamma, factor, "so small that 'gamma' / √('variance' + 'epsilon') is a number of the network's precision") : null;

        bool IsTooLarge(double value) => double.IsInfinity(value) || (isSingle && float.IsInfinity((float)value));
    }
}
