namespace NeuralGen;

/// <content>The functions in single precision.</content>
public static partial class ActivationKernels
{
    /// <summary>Computes y = x if x is not less than 0, else 0.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Relu(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new ReluFunction());
    }

    /// <summary>Computes y = x held between 0 and 6.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Relu6(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new Relu6Function());
    }

    /// <summary>Computes y = x above 0, alpha·x below.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void LeakyRelu(ReadOnlySpan<float> input, Span<float> output, float alpha)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new LeakyReluFunction(alpha));
    }

    /// <summary>Computes y = x above 0, alpha·(e^x - 1) below (Clevert, Unterthiner and Hochreiter 2015).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Elu(ReadOnlySpan<float> input, Span<float> output, float alpha)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new EluFunction(alpha));
    }

    /// <summary>Computes y = scale·x above 0, scale·alpha·(e^x - 1) below (Klambauer et al. 2017).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Selu(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new SeluFunction());
    }

    /// <summary>Computes y = x above 0, alpha·(e^(x/alpha) - 1) below (Barron 2017).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Celu(ReadOnlySpan<float> input, Span<float> output, float alpha)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new CeluFunction(alpha));
    }

    /// <summary>Computes y = x/2·(1 + erf(x/√2)) (Hendrycks and Gimpel 2016).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Gelu(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new GeluFunction());
    }

    /// <summary>Computes y = x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))) (Hendrycks and Gimpel 2016).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void GeluTanh(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new GeluTanhFunction());
    }

    /// <summary>Computes y = x / (1 + e^-x), also called swish (Ramachandran, Zoph and Le 2017).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Silu(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new SiluFunction());
    }

    /// <summary>Computes y = x·tanh(ln(1 + e^x)) (Misra 2019).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Mish(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new MishFunction());
    }

    /// <summary>Computes y = 1 / (1 + e^-x).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Sigmoid(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new SigmoidFunction());
    }

    /// <summary>Computes y = (x + 3) / 6 held between 0 and 1.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void HardSigmoid(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new HardSigmoidFunction());
    }

    /// <summary>Computes y = x·(x + 3) / 6, with x + 3 held between 0 and 6.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void HardSwish(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new HardSwishFunction());
    }

    /// <summary>Computes y = tanh(x).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Tanh(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new TanhFunction());
    }

    /// <summary>Computes y = x held between -1 and 1.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void HardTanh(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new HardTanhFunction());
    }

    /// <summary>Computes y = ln(1 + e^x).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Softplus(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new SoftplusFunction());
    }

    /// <summary>Computes y = x / (1 + |x|).</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Softsign(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.PlainValues(input, output, new SoftsignFunction());
    }

    /// <summary>Computes y = e^x.</summary>
    /// <param name="input">the values before activation.</param>
    /// <param name="output">receives a value each.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Exponential(ReadOnlySpan<float> input, Span<float> output)
    {
        CheckLengths(input.Length, output.Length);
        ElementLoops.Values(input, output, new ExponentialFunction());
    }
}
