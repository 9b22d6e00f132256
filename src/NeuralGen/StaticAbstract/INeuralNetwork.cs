namespace NeuralGen;

/// <summary>A network whose parameters are fixed at build time, as static members, so that generic code over
/// networks is compiled for each of them.</summary>
/// <remarks>The compiler implements it for every declared type that is neither static nor trainable. All members are
/// safe to call from any thread and allocate nothing.</remarks>
/// <typeparam name="TSelf">the declared type itself.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, by the network's
/// <see cref="Precision"/>.</typeparam>
public interface INeuralNetwork<TSelf, T>
    where TSelf : INeuralNetwork<TSelf, T>
    where T : struct
{
    /// <summary>Gets the number of values of one input.</summary>
    public static abstract int InputSize { get; }

    /// <summary>Gets the number of values of one output.</summary>
    public static abstract int OutputSize { get; }

    /// <summary>Gets the length of <see cref="Parameters"/>.</summary>
    public static abstract int ParameterCount { get; }

    /// <summary>Gets the names of the inputs in their order; empty if none are declared.</summary>
    public static abstract ReadOnlySpan<string> InputNames { get; }

    /// <summary>Gets the names of the outputs in their order; empty if none are declared.</summary>
    public static abstract ReadOnlySpan<string> OutputNames { get; }

    /// <summary>Gets the labels' own texts: one per output, or two for one output, which is the probability of the second. Empty
    /// if none are declared.</summary>
    public static abstract ReadOnlySpan<string> LabelNames { get; }

    /// <summary>Gets the parameters as declared, layer by layer: weights row-major [units, inputs], then the bias if
    /// declared; gamma, then beta; slopes. Means, variances and scales are not among them.</summary>
    public static abstract ReadOnlySpan<T> Parameters { get; }

    /// <summary>Computes the output for one input.</summary>
    /// <param name="input">the input, of length <see cref="InputSize"/>.</param>
    /// <param name="output">receives the output, of length <see cref="OutputSize"/>.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public static abstract void Predict(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Computes the outputs for a number of inputs.</summary>
    /// <param name="inputs">the inputs, row-major [rows, <see cref="InputSize"/>].</param>
    /// <param name="outputs">receives the outputs, row-major [rows, <see cref="OutputSize"/>].</param>
    /// <exception cref="ArgumentException">a length is not a multiple of its row's, or the numbers of rows
    /// differ.</exception>
    public static abstract void PredictBatch(ReadOnlySpan<T> inputs, Span<T> outputs);
}
