namespace NeuralGen.Training;

/// <summary>A row of a data set.</summary>
/// <typeparam name="T">the type of the values.</typeparam>
/// <param name="input">the input.</param>
/// <param name="target">the target.</param>
public readonly ref struct DatasetRow<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> target)
{
    /// <summary>Gets the input.</summary>
    public ReadOnlySpan<T> Input { get; } = input;

    /// <summary>Gets the target.</summary>
    public ReadOnlySpan<T> Target { get; } = target;
}
