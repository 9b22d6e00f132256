namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>Some rows times some vectors of columns, added to sums in memory.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="vectors">The number of vectors; a single one changes the lanes of a mask only.</param>
internal sealed class MatrixTile(int rows, int vectors) : ProductTile(rows, vectors)
{
    /// <inheritdoc/>
    public override string Name => $"Add{Rows}By{Vectors}";

    /// <inheritdoc/>
    public override string Summary => $"Adds to {Count(Rows, "row")} of {Count(Vectors, "vector")}.";

    /// <inheritdoc/>
    public override string Signature =>
        $"private static void {Name}(T* left, nint leftRow, nint leftStep, T* right, nint rightStep, T* sums, nint sumsRow, int depth{(Vectors == 1 ? ", TVector kept" : "")})";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        DeclareSums(writer, (_, _) => "default");
        DeclareLeft(writer, "T", "leftRow");
        writer.Open("do");
        Multiply(writer);
        foreach (string pointer in LeftPointers)
        {
            writer.Line($"{pointer} += leftStep;");
        }

        writer.Line("right += rightStep;");
        writer.Close("while (--depth != 0);");
        writer.Line();
        for (int row = 0; row < Rows; row++)
        {
            if (row > 0)
            {
                writer.Line("sums += sumsRow;");
            }

            writer.Line($"Add(sums, {string.Join(", ", Enumerable.Range(0, Vectors).Select(vector => Sum(row, vector)))}{(Vectors == 1 ? ", kept" : "")});");
        }
    }

    /// <inheritdoc/>
    protected override string Left(int row, int part) => LeftOf(row, "leftRow");

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => $"TLanes.Load({Behind("right", vector, "TLanes.Count")})";
}
