namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>Some neighbouring pixels of a depthwise convolution's output for one vector of channels. Where the width of the kernel is
/// known, and neighbouring taps read neighbouring pixels, what several taps read is loaded once, and the first and the last pixels that are read
/// may be padding.</summary>
/// <param name="pixels">The number of pixels.</param>
/// <param name="width">The width of the kernel; 0 if it may be any.</param>
/// <param name="stride">The stride where the width is known.</param>
internal sealed class DepthwiseTile(int pixels, int width = 0, int stride = 1) : ProductTile(pixels, 1)
{
    /// <inheritdoc/>
    public override string Name => $"Forward{Rows}{(width == 0 ? "" : $"Width{width}")}{(stride == 1 ? "" : $"Stride{stride}")}";

    /// <inheritdoc/>
    public override string Summary => $"Computes {Count(Rows, "pixel")} of 1 vector, and again so many tiles.";

    /// <inheritdoc/>
    public override string Signature =>
        $"private static void {Name}(in ConvolutionBlock block, float* input, float* output, float* residual, int tiles{(width == 0 ? "" : ", int before, int behind")})";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        writer.Line("nint row = block.InputStep, outputRow = block.OutputStep, tapStep = block.TapStep;");
        writer.Line("TVector bias = *(TVector*)block.Bias;");
        writer.Open($"for (; tiles != 0; tiles--, input += {Times("row")}, output += {Times("outputRow")})");
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, Rows).Select(row => $"{Sum(row, 0)} = bias"))};");
        if (width > 0)
        {
            writer.Line("int last = tiles == 1 ? behind : 0;");
        }

        writer.Line("TapRun* run = block.Runs;");
        writer.Open("for (int rest = block.RunCount; rest != 0; rest--, run++)");
        writer.Line("float* left = input + run->Input;");
        writer.Line("TVector* right = (TVector*)block.Weights + run->Position;");
        if (width == 0)
        {
            MultiplyAnyWidth(writer);
        }
        else
        {
            MultiplyWidth(writer);
        }

        writer.Close();
        if (width > 0)
        {
            writer.Line("before = 0;");
        }

        writer.Line();
        writer.Open("if (residual is not null)");
        ForEachSum(writer, "residual", (sum, values) => $"{sum} = TLanes.Add({sum}, TLanes.Load({values}));");
        writer.Line($"residual += {Times("outputRow")};");
        writer.Close();
        writer.Line();
        writer.Open("if (block.IsRelu)");
        ForEachSum(writer, "output", (sum, _) => $"{sum} = TLanes.AtLeast(default, {sum});");
        writer.Close();
        writer.Line();
        ForEachSum(writer, "output", (sum, target) => $"TLanes.Store({target}, {sum});");
        writer.Close();
    }

    /// <inheritdoc/>
    protected override string Left(int row, int part) => LeftOf(row, "row");

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => "*right";

    private void MultiplyAnyWidth(CodeWriter writer)
    {
        DeclareLeft(writer, "float", "row");
        writer.Open("for (int tap = run->Length; tap != 0; tap--)");
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
    }

    private void MultiplyWidth(CodeWriter writer)
    {
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, width).Select(tap => $"weight{tap} = right[{tap}]"))};");
        int columns = ((Rows - 1) * stride) + width;
        for (int column = 0; column < columns; column++)
        {
            if (column % 4 == 0 && column > 0)
            {
                writer.Line("left += 4 * tapStep;");
            }

            // The outermost columns may be padding, which is nowhere in memory.
            int behind = columns - 1 - column;
            string padding = column < width / 2 ? $"before > {column} ? default : " : behind < width / 2 ? $"last > {behind} ? default : " : "";
            writer.Line($"{(column == 0 ? "TVector " : "")}value = {padding}TLanes.Load({Behind("left", column % 4, "tapStep")});");
            for (int tap = 0; tap < width; tap++)
            {
                int row = (column - tap) / stride;
                if (column >= tap && (column - tap) % stride == 0 && row < Rows)
                {
                    writer.Line($"{Sum(row, 0)} = TLanes.MultiplyAdd(value, weight{tap}, {Sum(row, 0)});");
                }
            }
        }
    }

    private string Times(string step) => Rows == 1 ? step : $"{Rows} * {step}";

    private void ForEachSum(CodeWriter writer, string pointer, Func<string, string, string> line)
    {
        for (int row = 0; row < Rows; row++)
        {
            writer.Line(line(Sum(row, 0), Behind(pointer, row, "outputRow")));
        }
    }
}
