namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>A tile of a packed layer: its sums begin with the bias and begin anew after so many inputs, and end with the
/// activation.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="vectors">The number of vectors.</param>
internal abstract class ChainedTile(int rows, int vectors) : ProductTile(rows, vectors)
{
    /// <summary>Where the results of a row and vector go.</summary>
    /// <param name="row">The row's number.</param>
    /// <param name="vector">The vector's number.</param>
    protected abstract string Output(int row, int vector);

    /// <summary>The number of vectors between two inputs of the packed weights.</summary>
    protected abstract int RightStep { get; }

    /// <summary>Writes the loops over chains of sums, and what becomes of the sums.</summary>
    /// <param name="writer">Receives the statements.</param>
    protected void WriteChains(CodeWriter writer)
    {
        writer.Line("bool hasSums = block.HasSums;");
        writer.Open("for (int rest = block.Depth; rest != 0;)");
        writer.Line("int depth = Math.Min(rest, block.ChainLength);");
        writer.Line("rest -= depth;");
        writer.Open("do");
        Multiply(writer);
        foreach (string pointer in LeftPointers)
        {
            writer.Line($"{pointer}++;");
        }

        writer.Line(RightStep == 1 ? "right++;" : $"right += {RightStep};");
        writer.Close("while (--depth != 0);");
        writer.Line();
        writer.Open("if (hasSums)");
        ForEachSum(writer, (sum, output) => $"{sum} = TLanes.Add(TLanes.Load({output}), {sum});");
        writer.Close();
        writer.Line();
        writer.Open("if (rest != 0)");
        writer.Line("// A new chain of sums.");
        ForEachSum(writer, (sum, output) => $"TLanes.Store({output}, {sum});");
        ForEachSum(writer, (sum, _) => $"{sum} = default;");
        writer.Line("hasSums = true;");
        writer.Close();
        writer.Close();
        writer.Line();
        writer.Open("if (block.IsRelu)");
        ForEachSum(writer, (sum, _) => $"{sum} = TLanes.AtLeast(default, {sum});");
        writer.Close();
        writer.Line();
        ForEachSum(writer, (sum, output) => $"TLanes.Store({output}, {sum});");
    }

    // The rows of one vector before those of the next: the order of the results in memory that overlaps.
    private void ForEachSum(CodeWriter writer, Func<string, string, string> line)
    {
        foreach ((int row, int vector) in Sums.OrderBy(sum => sum.Vector).ThenBy(sum => sum.Row))
        {
            writer.Line(line(Sum(row, vector), Output(row, vector)));
        }
    }
}
