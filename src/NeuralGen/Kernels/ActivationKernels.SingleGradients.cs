namespace NeuralGen;

/// <content>The gradients in single precision.</content>
public static partial class ActivationKernels
{
    /// <summary>Computes the gradient of Relu: delta above 0, else 0.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void ReluGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new ReluFunction());
    }

    /// <summary>Computes the gradient of Relu6: delta between 0 and 6, else 0.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void Relu6Gradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new Relu6Function());
    }

    /// <summary>Computes the gradient of LeakyRelu: delta above 0, else alpha·delta; alpha is not negative.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void LeakyReluGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, float alpha)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new LeakyReluFunction(alpha));
    }

    /// <summary>Computes the gradient of Elu: delta above 0, else (y + alpha)·delta; alpha is not negative.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void EluGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, float alpha)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new EluFunction(alpha));
    }

    /// <summary>Computes the gradient of Selu: scale·delta above 0, else (y + scale·alpha)·delta.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void SeluGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new SeluFunction());
    }

    /// <summary>Computes the gradient of Celu: delta above 0, else (y/alpha + 1)·delta; alpha is not negative.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void CeluGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, float alpha)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new CeluFunction(alpha));
    }

    /// <summary>Computes the gradient of Gelu: (Φ(x) + x·φ(x))·delta, with Φ and φ of the normal distribution.</summary>
    /// <param name="values">x, the arguments.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void GeluGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.Gradients(values, deltas, inputDeltas, new GeluFunction());
    }

    /// <summary>Computes the gradient of GeluTanh: (1 + t + x·(1 - t²)·u′)·delta/2, with t = tanh(u) as in the function.</summary>
    /// <param name="values">x, the arguments.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void GeluTanhGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.Gradients(values, deltas, inputDeltas, new GeluTanhFunction());
    }

    /// <summary>Computes the gradient of Silu: s·(1 + x·(1 - s))·delta, with s = sigmoid(x).</summary>
    /// <param name="values">x, the arguments.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void SiluGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.Gradients(values, deltas, inputDeltas, new SiluFunction());
    }

    /// <summary>Computes the gradient of Mish: (t + x·sigmoid(x)·(1 - t²))·delta, with t = tanh(ln(1 + e^x)).</summary>
    /// <param name="values">x, the arguments.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void MishGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.Gradients(values, deltas, inputDeltas, new MishFunction());
    }

    /// <summary>Computes the gradient of Sigmoid: y·(1 - y)·delta.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void SigmoidGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new SigmoidFunction());
    }

    /// <summary>Computes the gradient of HardSigmoid: delta/6 where y is between 0 and 1, else 0.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void HardSigmoidGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new HardSigmoidFunction());
    }

    /// <summary>Computes the gradient of HardSwish: 0 up to -3, delta from 3 on, between them (x/3 + 1/2)·delta.</summary>
    /// <param name="values">x, the arguments.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void HardSwishGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new HardSwishFunction());
    }

    /// <summary>Computes the gradient of Tanh: (1 - y²)·delta.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void TanhGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new TanhFunction());
    }

    /// <summary>Computes the gradient of HardTanh: delta where y is between -1 and 1, else 0.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void HardTanhGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new HardTanhFunction());
    }

    /// <summary>Computes the gradient of Softplus: sigmoid(x)·delta.</summary>
    /// <param name="values">x, the arguments.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void SoftplusGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.Gradients(values, deltas, inputDeltas, new SoftplusFunction());
    }

    /// <summary>Computes the gradient of Softsign: delta / (1 + |x|)².</summary>
    /// <param name="values">x, the arguments.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void SoftsignGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new SoftsignFunction());
    }

    /// <summary>Computes the gradient of Exponential: y·delta.</summary>
    /// <param name="values">y, the results.</param>
    /// <param name="deltas">the gradient by the results.</param>
    /// <param name="inputDeltas">receives the gradient by the arguments.</param>
    /// <exception cref="ArgumentException">the lengths differ.</exception>
    public static void ExponentialGradient(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new ExponentialFunction());
    }
}
