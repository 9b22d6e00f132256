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

    // Needed for messages and rare checks only, and made anew for each: networks make their layouts when they are first used.
    private JsonValue Parsed => JsonDocument.TryParse("{" + keys + "}", out _)!.Root;

    /// <summary>What the compiler asks of a finite number of the layer, if the number is not so.</summary>
    /// <param name="numbers">The numbers that it belongs to.</param>
    /// <param name="value">The number, in the network's precision.</param>
    /// <returns>What the number must be, or null.</returns>
    public string? Missed(NumberLayout numbers, double value) => numbers.IsStatistic
        ? numbers.Key switch
        {
            "scale" when value == 0 => "other than 0",
            "variance" when value < 0 => "0 or more",
            "variance" when value == 0 && Parsed.TryGetMember("epsilon", out JsonValue epsilon) && epsilon.GetDouble() == 0 => "more than 0 while 'epsilon' is 0",
            _ => null,
        }
        : null;
}
