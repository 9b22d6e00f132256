namespace NeuralGen;

/// <content>The functions in double precision.</content>
public static partial class ActivationKernels
{
    /// <inheritdoc cref="Relu(ReadOnlySpan{float}, Span{float})"/>
    public static void Relu(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new ReluFunction());
    }

    /// <inheritdoc cref="Relu6(ReadOnlySpan{float}, Span{float})"/>
    public static void Relu6(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new Relu6Function());
    }

    /// <inheritdoc cref="LeakyRelu(ReadOnlySpan{float}, Span{float}, float)"/>
    public static void LeakyRelu(ReadOnlySpan<double> input, Span<double> output, double alpha)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new LeakyReluFunction(alpha));
    }

    /// <inheritdoc cref="Elu(ReadOnlySpan{float}, Span{float}, float)"/>
    public static void Elu(ReadOnlySpan<double> input, Span<double> output, double alpha)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new EluFunction(alpha));
    }

    /// <inheritdoc cref="Selu(ReadOnlySpan{float}, Span{float})"/>
    public static void Selu(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new SeluFunction());
    }

    /// <inheritdoc cref="Celu(ReadOnlySpan{float}, Span{float}, float)"/>
    public static void Celu(ReadOnlySpan<double> input, Span<double> output, double alpha)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new CeluFunction(alpha));
    }

    /// <inheritdoc cref="Gelu(ReadOnlySpan{float}, Span{float})"/>
    public static void Gelu(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new GeluFunction());
    }

    /// <inheritdoc cref="GeluTanh(ReadOnlySpan{float}, Span{float})"/>
    public static void GeluTanh(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new GeluTanhFunction());
    }

    /// <inheritdoc cref="Silu(ReadOnlySpan{float}, Span{float})"/>
    public static void Silu(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new SiluFunction());
    }

    /// <inheritdoc cref="Mish(ReadOnlySpan{float}, Span{float})"/>
    public static void Mish(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new MishFunction());
    }

    /// <inheritdoc cref="Sigmoid(ReadOnlySpan{float}, Span{float})"/>
    public static void Sigmoid(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new SigmoidFunction());
    }

    /// <inheritdoc cref="HardSigmoid(ReadOnlySpan{float}, Span{float})"/>
    public static void HardSigmoid(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new HardSigmoidFunction());
    }

    /// <inheritdoc cref="HardSwish(ReadOnlySpan{float}, Span{float})"/>
    public static void HardSwish(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new HardSwishFunction());
    }

    /// <inheritdoc cref="Tanh(ReadOnlySpan{float}, Span{float})"/>
    public static void Tanh(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new TanhFunction());
    }

    /// <inheritdoc cref="HardTanh(ReadOnlySpan{float}, Span{float})"/>
    public static void HardTanh(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new HardTanhFunction());
    }

    /// <inheritdoc cref="Softplus(ReadOnlySpan{float}, Span{float})"/>
    public static void Softplus(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new SoftplusFunction());
    }

    /// <inheritdoc cref="Softsign(ReadOnlySpan{float}, Span{float})"/>
    public static void Softsign(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new SoftsignFunction());
    }

    /// <inheritdoc cref="Exponential(ReadOnlySpan{float}, Span{float})"/>
    public static void Exponential(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckLengths(input.Length, output.Length);
        ScalarLoops.Values(input, output, new ExponentialFunction());
    }
}
