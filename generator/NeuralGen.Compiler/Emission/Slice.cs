namespace NeuralGen.Compiler.Emission;

/// <summary>A file of a network, and what it is about.</summary>
/// <param name="Suffix">What follows the network's name in the file's name.</param>
/// <param name="IsData">Whether it may hold constants of any length, and no statements about vectors.</param>
internal sealed record Slice(string Suffix, bool IsData = false)
{
    /// <summary>What one calls for one sample, with the code behind it.</summary>
    public static Slice Predictions { get; } = new("");

    /// <summary>What computes many samples.</summary>
    public static Slice Batches { get; } = new(".Batches");

    /// <summary>Losses and derivatives.</summary>
    public static Slice Gradients { get; } = new(".Gradients");

    /// <summary>What a trainable network owns, and how it is filled, saved and loaded.</summary>
    public static Slice Training { get; } = new(".Training");

    /// <summary>The numbers.</summary>
    public static Slice Parameters { get; } = new(".Parameters", IsData: true);

    /// <summary>All files in their order. The numbers come last: what refers to them has been written then.</summary>
    public static IReadOnlyList<Slice> All { get; } = [Predictions, Batches, Gradients, Training, Parameters];
}
