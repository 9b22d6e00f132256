namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>Some neighbouring pixels of a convolution's output for one or two vectors of units: runs of values that each pixel
/// multiplies with the same weights.</summary>
/// <param name="pixels">The number of pixels.</param>
/// <param name="vectors">The number of vectors.</param>
internal sealed class ConvolutionTile(int pixels, int vectors) : ProductTile(pixels, vectors)
{
    /// <inheritdoc/>
    public override string Name => $"Forward{Rows}By{Vectors}";

    /// <inheritdoc/>
    public override string Summary => $"Computes {Count(Rows, "pixel")} of {Count(Vectors, "vector")}.";

    /// <inheritdoc/>
    public override string Signature => $"private static void {Name}(in ConvolutionBlock block, float* input, float* output, float* residual)";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        if (Rows > 1)
        {
            writer.Line("nint row = block.InputStep, outputRow = block.OutputStep;");
        }

        if (Vectors > 1)
        {
            writer.Line("float* second = output + block.SecondUnit;");
        }

        for (int vector = 0; vector < Vectors; vector++)
        {
            writer.Line($"TVector bias{vector} = ((TVector*)block.Bias)[{vector}];");
        }

        DeclareSums(writer, (_, vector) => $"bias{vector}");
        WriteRuns(writer);
        writer.Line();
        writer.Open("if (residual is not null)");
        if (Vectors > 1)
        {
            writer.Line("float* secondResidual = residual + block.SecondUnit;");
        }

        ForEachSum(writer, "residual", "secondResidual", (sum, values) => $"{sum} = TLanes.Add({sum}, TLanes.Load({values}));");
        writer.Close();
        writer.Line();
        writer.Open("if (block.IsRelu)");
        ForEachSum(writer, "output", "second", (sum, _) => $"{sum} = TLanes.AtLeast(default, {sum});");
        writer.Close();
        writer.Line();
        ForEachSum(writer, "output", "second", (sum, target) => $"TLanes.Store({target}, {sum});");
    }

    /// <inheritdoc/>
    protected override string Left(int row, int part) => LeftOf(row, "row");

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => $"right[{vector}]";

    private void WriteRuns(CodeWriter writer)
    {
        writer.Line("bool hasSums = false;");
        writer.Line("TapRun* run = block.Runs;");
        writer.Open("for (int rest = block.RunCount; rest != 0; rest--, run++)");
        writer.Line("float* left = input + run->Input;");
        DeclareLeft(writer, "float", "row");
        writer.Line($"TVector* right = (TVector*)block.Weights + {(Vectors == 1 ? "run->Position" : $"({Vectors} * run->Position)")};");
        writer.Line("int depth = run->Length;");
        writer.Open("do");
        Multiply(writer);
        foreach (string pointer in LeftPointers)
        {
            writer.Line($"{pointer}++;");
        }

        writer.Line(Vectors == 1 ? "right++;" : $"right += {Vectors};");
        writer.Close("while (--depth != 0);");
        writer.Line();
        writer.Open("if (run->EndsChain && hasSums)");
        ForEachSum(writer, "output", "second", (sum, target) => $"{sum} = TLanes.Add(TLanes.Load({target}), {sum});");
        writer.Close();
        writer.Line();
        writer.Open("if (run->EndsChain && rest != 1)");
        writer.Line("// A new chain of sums.");
        ForEachSum(writer, "output", "second", (sum, target) => $"TLanes.Store({target}, {sum});");
        ForEachSum(writer, "output", "second", (sum, _) => $"{sum} = default;");
        writer.Line("hasSums = true;");
        writer.Close();
        writer.Close();
    }

    // The pixels of one vector before those of the next: the order of the results in memory that overlaps.
    private void ForEachSum(CodeWriter writer, string first, string second, Func<string, string, string> line)
    {
        foreach ((int row, int vector) in Sums.OrderBy(sum => sum.Vector).ThenBy(sum => sum.Row))
        {
            writer.Line(line(Sum(row, vector), Behind(vector == 0 ? first : second, row, "outputRow")));
        }
    }
}
