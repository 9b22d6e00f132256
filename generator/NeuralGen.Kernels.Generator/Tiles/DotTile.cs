namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>A tile with vectors along the rows of both matrices: the products of some left rows with some right rows.</summary>
/// <param name="leftRows">The number of left rows.</param>
/// <param name="rightRows">The number of right rows: a multiple of four.</param>
/// <param name="type">What the rows hold.</param>
/// <param name="distances">The parameters with the distances of right rows from the first; none where they are equal.</param>
internal sealed class DotTile(int leftRows, int rightRows, string type, params string[] distances) : Tile
{
    private const int RowsPerPointer = 4;

    private bool HasLeftRows => leftRows > 1;

    /// <inheritdoc/>
    public override string Name => $"Add{leftRows}By{rightRows}";

    /// <inheritdoc/>
    public override string Summary => $"Adds the products of {Count(leftRows, "left row")} with {Count(rightRows, "right row")}.";

    /// <inheritdoc/>
    public override string Signature
    {
        get
        {
            string right = string.Join(", ", (distances.Length == 0 ? ["rightRow"] : distances).Select(distance => $"nint {distance}"));
            return $"private static void {Name}({type}* left, {(HasLeftRows ? "nint leftRow, " : "")}{type}* right, {right}, int depth, {type}* sums, {(HasLeftRows ? "nint sumsRow, " : "")}nint sumsColumn)";
        }
    }

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        for (int row = 0; row < leftRows; row++)
        {
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, rightRows).Select(column => $"{Sum(row, column)} = default"))};");
        }

        for (int group = 1; group * RowsPerPointer < rightRows; group++)
        {
            writer.Line($"{type}* {RightPointer(group)} = {Behind("right", group * RowsPerPointer, "rightRow")};");
        }

        writer.Line($"TVector right0, {string.Join(", ", Enumerable.Range(0, leftRows).Select(row => $"left{row}"))};");
        writer.Line("nint whole = depth & -TLanes.Count;");
        writer.Line("nint i = 0;");
        writer.Open("for (; i < whole; i += TLanes.Count)");
        Multiply(writer, pointer => $"TLanes.Load({pointer} + i)");
        writer.Close();
        writer.Line();
        writer.Open("if (whole != depth)");
        writer.Line("// The rest in a vector that ends with the rows; what it shares with the one before counts once.");
        writer.Line("TVector kept = TLanes.LastLanes(depth - (int)whole);");
        writer.Line("i = depth - TLanes.Count;");
        Multiply(writer, pointer => $"TLanes.Select(kept, TLanes.Load({pointer} + i), default)");
        writer.Close();
        writer.Line();
        for (int row = 0; row < leftRows; row++)
        {
            if (row > 0)
            {
                writer.Line("sums += sumsRow;");
            }

            for (int column = 0; column < rightRows; column += 4)
            {
                string sums = string.Join(", ", Enumerable.Range(column, 4).Select(right => Sum(row, right)));
                writer.Line($"TLanes.AddSums({Behind("sums", column, "sumsColumn")}, sumsColumn, {sums});");
            }
        }
    }

    private static string Sum(int row, int column) => $"s{row}_{column}";

    private static string RightPointer(int group) => group == 0 ? "right" : $"low{(group == 1 ? "" : group)}";

    private string Right(int column) => distances.Length == 0
        ? Behind(RightPointer(column / RowsPerPointer), column % RowsPerPointer, "rightRow")
        : column == 0 ? "right" : $"right + {distances[column - 1]}";

    private void Multiply(CodeWriter writer, Func<string, string> load)
    {
        for (int row = 0; row < leftRows; row++)
        {
            writer.Line($"left{row} = {load(Behind("left", row, "leftRow"))};");
        }

        for (int column = 0; column < rightRows; column++)
        {
            writer.Line($"right0 = {load(Right(column))};");
            for (int row = 0; row < leftRows; row++)
            {
                writer.Line($"{Sum(row, column)} = TLanes.MultiplyAdd(left{row}, right0, {Sum(row, column)});");
            }
        }
    }
}
