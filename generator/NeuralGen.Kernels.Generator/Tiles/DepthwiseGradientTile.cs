namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>The gradients of neighbouring taps of a depthwise convolution, over a row of pixels: two pixels at a time, whose sums are apart, so that enough of
/// them run side by side.</summary>
/// <param name="taps">The number of taps.</param>
internal sealed class DepthwiseGradientTile(int taps) : Tile
{
    /// <inheritdoc/>
    public override string Name => $"Add{taps}";

    /// <inheritdoc/>
    public override string Summary => $"Adds to {Count(taps, "tap")} what a row of pixels gives them.";

    /// <inheritdoc/>
    public override string Signature =>
        $"private static void {Name}(T* input, T* deltas, int pixels, nint inputStep, nint deltaStep, nint tapStep, TVector* sums)";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        writer.Line($"TVector {string.Join(", ", All(tap => $"first{tap} = sums[{tap}]"))};");
        writer.Line($"TVector {string.Join(", ", All(tap => $"second{tap} = default"))};");
        writer.Open("for (; pixels > 1; pixels -= 2)");
        writer.Line("TVector delta = TLanes.Load(deltas), deltaBehind = TLanes.Load(deltas + deltaStep);");
        Multiply(writer, "first", "delta");
        writer.Line("input += inputStep;");
        Multiply(writer, "second", "deltaBehind");
        writer.Line("input += inputStep;");
        writer.Line("deltas += 2 * deltaStep;");
        writer.Close();
        writer.Line();
        writer.Open("if (pixels > 0)");
        writer.Line("TVector delta = TLanes.Load(deltas);");
        Multiply(writer, "first", "delta");
        writer.Close();
        writer.Line();
        foreach (string store in All(tap => $"sums[{tap}] = TLanes.Add(first{tap}, second{tap});"))
        {
            writer.Line(store);
        }
    }

    private void Multiply(CodeWriter writer, string sum, string delta)
    {
        foreach (string line in All(tap => $"{sum}{tap} = TLanes.MultiplyAdd({delta}, TLanes.Load({Behind("input", tap, "tapStep")}), {sum}{tap});"))
        {
            writer.Line(line);
        }
    }

    private IEnumerable<string> All(Func<int, string> of) => Enumerable.Range(0, taps).Select(of);
}
