namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>Some neighbouring pixels of a depthwise convolution's output for one vector of channels.</summary>
/// <param name="pixels">The number of pixels.</param>
internal sealed class DepthwiseTile(int pixels) : ProductTile(pixels, 1)
{
    /// <inheritdoc/>
    public override string Name => $"Forward{Rows}";

    /// <inheritdoc/>
    public override string Summary => $"Computes {Count(Rows, "pixel")} of 1 vector.";

    /// <inheritdoc/>
    public override string Signature =>
        $"private static void {Name}(in ConvolutionBlock block, int firstTap, int taps, float* input, float* output, float* residual)";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        writer.Line(Rows > 1 ? "nint row = block.InputStep, outputRow = block.OutputStep, tapStep = block.TapStep;" : "nint tapStep = block.TapStep;");
        writer.Line("TVector bias = *(TVector*)block.Bias;");
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Rows).Select(row => $"{Sum(row, 0)} = bias"))};");
        writer.Line("TapRun* run = block.Runs;");
        writer.Open("for (int rest = block.RunCount; rest != 0; rest--, run++)");
        writer.Line("float* left = input + run->Input + (firstTap * tapStep);");
        DeclareLeft(writer, "float", "row");
        writer.Line("TVector* right = (TVector*)block.Weights + run->Position + firstTap;");
        writer.Open("for (int tap = taps; tap != 0; tap--)");
        writer.Line("TVector weight = *right;");
        for (int row = 0; row < Rows; row++)
        {
            writer.Line($"{Sum(row, 0)} = TLanes.MultiplyAdd(TLanes.Load({Behind(row < 4 ? "left" : "left1", row % 4, "row")}), weight, {Sum(row, 0)});");
        }

        foreach (string pointer in LeftPointers)
        {
            writer.Line($"{pointer} += tapStep;");
        }

        writer.Line("right++;");
        writer.Close();
        writer.Close();
        writer.Line();
        writer.Open("if (residual is not null)");
        ForEachSum(writer, "residual", (sum, values) => $"{sum} = TLanes.Add({sum}, TLanes.Load({values}));");
        writer.Close();
        writer.Line();
        writer.Open("if (block.IsRelu)");
        ForEachSum(writer, "output", (sum, _) => $"{sum} = TLanes.AtLeast(default, {sum});");
        writer.Close();
        writer.Line();
        ForEachSum(writer, "output", (sum, target) => $"TLanes.Store({target}, {sum});");
    }

    /// <inheritdoc/>
    protected override string Left(int row, int part) => LeftOf(row, "row");

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => "*right";

    private void ForEachSum(CodeWriter writer, string pointer, Func<string, string, string> line)
    {
        for (int row = 0; row < Rows; row++)
        {
            writer.Line(line(Sum(row, 0), Behind(pointer, row, "outputRow")));
        }
    }
}
