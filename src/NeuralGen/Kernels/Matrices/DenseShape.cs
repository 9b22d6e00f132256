namespace NeuralGen.Kernels.Matrices;

/// <summary>The sizes of one dense layer's matrices, found from the lengths of their spans.</summary>
internal readonly struct DenseShape
{
    private DenseShape(int rows, int inputSize, int units)
    {
        Rows = rows;
        InputSize = inputSize;
        Units = units;
    }

    /// <summary>Gets the number of samples.</summary>
    public int Rows { get; }

    /// <summary>Gets the number of values that go into the layer, per row.</summary>
    public int InputSize { get; }

    /// <summary>Gets the number of values that come out of the layer, per row.</summary>
    public int Units { get; }

    /// <summary>Finds the sizes and checks that all spans agree on them.</summary>
    /// <param name="rows">the number of samples.</param>
    /// <param name="inputs">the name and length of the [rows, inputSize] matrix.</param>
    /// <param name="outputs">the name and length of the [rows, units] matrix.</param>
    /// <param name="weights">the name and length of the [units, inputSize] matrix.</param>
    /// <param name="bias">the name and length of the bias: units, or none.</param>
    /// <exception cref="ArgumentException">rows is negative, or a length does not fit the others.</exception>
    public static DenseShape Find(
        int rows, (string Name, int Length) inputs, (string Name, int Length) outputs, (string Name, int Length) weights, (string Name, int Length) bias)
    {
        if (rows < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "The number of rows is negative.");
        }

        if (rows == 0)
        {
            // Nothing tells the sizes apart; there is nothing to compute either.
            Check(inputs, 0);
            Check(outputs, 0);
            return default;
        }

        int inputSize = inputs.Length / rows;
        int units = outputs.Length / rows;
        Check(inputs, inputSize * rows);
        Check(outputs, units * rows);
        if (weights.Length != (long)units * inputSize)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The span '{weights.Name}' has {weights.Length} values; {units} units of {inputSize} inputs are needed."), weights.Name);
        }

        if (bias.Length != 0)
        {
            Check(bias, units);
        }

        return new DenseShape(rows, inputSize, units);
    }

    private static void Check((string Name, int Length) span, int expected)
    {
        if (span.Length != expected)
        {
            SpanLength.Throw(span.Name, span.Length, expected);
        }
    }
}
