namespace NeuralGen;

/// <summary>The elementwise functions without hardware vectors.</summary>
internal static class ElementLoops
{
    public static void Values<TFunction>(ReadOnlySpan<float> input, Span<float> output, TFunction function)
        where TFunction : struct, IElementFunction =>
        ScalarLoops.Values(input, output, function);

    public static void PlainValues<TFunction>(ReadOnlySpan<float> input, Span<float> output, TFunction function)
        where TFunction : struct, IElementFunction =>
        ScalarLoops.Values(input, output, function);

    public static void PlainValues<TFunction>(ReadOnlySpan<double> input, Span<double> output, TFunction function)
        where TFunction : struct, IElementFunction =>
        ScalarLoops.Values(input, output, function);

    public static void Gradients<TFunction>(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, TFunction function)
        where TFunction : struct, IElementFunction =>
        ScalarLoops.Gradients(values, deltas, inputDeltas, function);

    public static void PlainGradients<TFunction>(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas, TFunction function)
        where TFunction : struct, IElementFunction =>
        ScalarLoops.Gradients(values, deltas, inputDeltas, function);

    public static void PlainGradients<TFunction>(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas, TFunction function)
        where TFunction : struct, IElementFunction =>
        ScalarLoops.Gradients(values, deltas, inputDeltas, function);
}
