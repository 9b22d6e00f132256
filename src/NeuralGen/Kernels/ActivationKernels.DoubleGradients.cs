namespace NeuralGen;

/// <content>The gradients in double precision.</content>
public static partial class ActivationKernels
{
    /// <inheritdoc cref="ReluGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void ReluGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new ReluFunction());
    }

    /// <inheritdoc cref="Relu6Gradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void Relu6Gradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new Relu6Function());
    }

    /// <inheritdoc cref="LeakyReluGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, float)"/>
    public static void LeakyReluGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, double alpha)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new LeakyReluFunction(alpha));
    }

    /// <inheritdoc cref="EluGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, float)"/>
    public static void EluGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, double alpha)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new EluFunction(alpha));
    }

    /// <inheritdoc cref="SeluGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void SeluGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new SeluFunction());
    }

    /// <inheritdoc cref="CeluGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float}, float)"/>
    public static void CeluGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, double alpha)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new CeluFunction(alpha));
    }

    /// <inheritdoc cref="GeluGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void GeluGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ScalarLoops.Gradients(values, deltas, inputDeltas, new GeluFunction());
    }

    /// <inheritdoc cref="GeluTanhGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void GeluTanhGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ScalarLoops.Gradients(values, deltas, inputDeltas, new GeluTanhFunction());
    }

    /// <inheritdoc cref="SiluGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void SiluGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ScalarLoops.Gradients(values, deltas, inputDeltas, new SiluFunction());
    }

    /// <inheritdoc cref="MishGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void MishGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ScalarLoops.Gradients(values, deltas, inputDeltas, new MishFunction());
    }

    /// <inheritdoc cref="SigmoidGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void SigmoidGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new SigmoidFunction());
    }

    /// <inheritdoc cref="HardSigmoidGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void HardSigmoidGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new HardSigmoidFunction());
    }

    /// <inheritdoc cref="HardSwishGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void HardSwishGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new HardSwishFunction());
    }

    /// <inheritdoc cref="TanhGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void TanhGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new TanhFunction());
    }

    /// <inheritdoc cref="HardTanhGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void HardTanhGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new HardTanhFunction());
    }

    /// <inheritdoc cref="SoftplusGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void SoftplusGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ScalarLoops.Gradients(values, deltas, inputDeltas, new SoftplusFunction());
    }

    /// <inheritdoc cref="SoftsignGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void SoftsignGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new SoftsignFunction());
    }

    /// <inheritdoc cref="ExponentialGradient(ReadOnlySpan{float}, ReadOnlySpan{float}, Span{float})"/>
    public static void ExponentialGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        CheckLengths(values.Length, deltas.Length, inputDeltas.Length);
        ElementLoops.PlainGradients(values, deltas, inputDeltas, new ExponentialFunction());
    }
}
