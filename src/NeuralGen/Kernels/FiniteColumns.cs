namespace NeuralGen;

/// <summary>Checks the data that statistics are learned from.</summary>
internal static class FiniteColumns
{
    /// <summary>Throws if a number is not finite.</summary>
    /// <param name="inputs">the rows, row-major [rows, columns].</param>
    /// <param name="columns">the number of columns.</param>
    public static void Require(ReadOnlySpan<float> inputs, int columns)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            if (!(Math.Abs(inputs[i]) <= float.MaxValue))
            {
                throw NotFinite(i, columns, inputs[i], nameof(inputs));
            }
        }
    }

    /// <inheritdoc cref="Require(ReadOnlySpan{float}, int)"/>
    public static void Require(ReadOnlySpan<double> inputs, int columns)
    {
        for (int i = 0; i < inputs.Length; i++)
        {
            if (!(Math.Abs(inputs[i]) <= double.MaxValue))
            {
                throw NotFinite(i, columns, inputs[i], nameof(inputs));
            }
        }
    }

    private static ArgumentException NotFinite(int index, int columns, double value, string name) => new(
        FormattableString.Invariant($"Row {index / columns}, column {index % columns} of the inputs is {value}; a normalisation is learned from finite numbers."),
        name);
}
