using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>The arguments of recurrent layers.</summary>
internal static class RecurrentArguments
{
    /// <summary>So many layers one declaration may stack.</summary>
    public const int MostLayers = 8;

    /// <summary>The numbers of each layer and direction, with how they are declared and what PyTorch calls them.</summary>
    public static readonly (string Name, ArgumentKind Kind, string? Torch)[] Numbers =
    [
        ("weights", ArgumentKind.Tensor, "weight_ih"),
        ("recurrent_weights", ArgumentKind.Tensor, "weight_hh"),
        ("bias", ArgumentKind.Numbers, "bias_ih"),
        ("recurrent_bias", ArgumentKind.Numbers, "bias_hh"),
        ("peepholes", ArgumentKind.Numbers, null),
    ];

    private static readonly bool[] Directions = [false, true];

    /// <summary>The arguments of a kind of layer.</summary>
    public static ArgumentDescriptor[] Of(RecurrentCell cell) =>
    [
        new("units", ArgumentKind.Integer),
        new("layers", ArgumentKind.Integer),
        new("return_sequences", ArgumentKind.Flag),
        new("bidirectional", ArgumentKind.Flag),
        new("reversed", ArgumentKind.Flag),
        .. cell == RecurrentCell.Gru ? [new("linear_before_reset", ArgumentKind.Flag)] : Array.Empty<ArgumentDescriptor>(),
        .. cell == RecurrentCell.Lstm ? [new("coupled", ArgumentKind.Flag), new("output_activation", ArgumentKind.Activation)] : Array.Empty<ArgumentDescriptor>(),
        .. cell == RecurrentCell.Rnn ? [] : new ArgumentDescriptor[] { new("recurrent_activation", ArgumentKind.Activation) },
        new("activation", ArgumentKind.Activation),
        new("clip", ArgumentKind.Number),
        new("use_bias", ArgumentKind.Flag),
        new("outputs", ArgumentKind.Names),
        .. Enumerable.Range(0, MostLayers).SelectMany(layer => Directions.SelectMany(isReverse => Numbers
            .Where(numbers => cell == RecurrentCell.Lstm || numbers.Torch is not null)
            .Select(numbers => new ArgumentDescriptor(numbers.Name + Suffix(layer, isReverse), numbers.Kind)))),
    ];

    /// <summary>What the names of the numbers of a layer and direction end with: nothing, <c>_reverse</c>, <c>_l1</c>, <c>_l1_reverse</c> and so on.</summary>
    /// <param name="layer">The layer, counted from 0.</param>
    /// <param name="isReverse">Whether it is the one of two directions that goes from the end.</param>
    public static string Suffix(int layer, bool isReverse) => (layer == 0 ? "" : $"_l{layer}") + (isReverse ? "_reverse" : "");

    /// <summary>What PyTorch calls the numbers of an argument; null where they are none of its.</summary>
    /// <param name="argument">The argument's name.</param>
    public static string? Torch(string argument)
    {
        (string Name, ArgumentKind Kind, string? Torch) numbers = Array.Find(Numbers, candidate => IsOf(argument, candidate.Name));
        if (numbers.Torch is null)
        {
            return null;
        }

        string suffix = argument.Substring(numbers.Name.Length);
        return numbers.Torch + (suffix.StartsWith("_l", StringComparison.Ordinal) ? suffix : "_l0" + suffix);
    }

    private static bool IsOf(string argument, string numbers) =>
        argument == numbers || argument.StartsWith(numbers + "_l", StringComparison.Ordinal) || argument == numbers + "_reverse";
}
