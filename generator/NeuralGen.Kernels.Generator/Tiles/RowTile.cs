namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>One row times some vectors of columns, added to sums in memory.</summary>
/// <param name="vectors">The number of vectors; a single one changes the lanes of a mask only.</param>
/// <param name="parts">How many steps have sums of their own.</param>
internal sealed class RowTile(int vectors, int parts) : ProductTile(1, vectors, parts)
{
    /// <inheritdoc/>
    public override string Name => $"Add{Vectors}";

    /// <inheritdoc/>
    public override string Summary => $"Adds to {Count(Vectors, "vector")} of one row.";

    /// <inheritdoc/>
    public override string Signature =>
        $"public static void {Name}(T* left, nint leftStep, T* right, nint rightStep, T* sums, int depth{(Vectors == 1 ? ", TVector kept" : "")})";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        DeclareSums(writer, (_, _) => "default");
        if (Parts > 1)
        {
            writer.Open($"for (; depth >= {Parts}; depth -= {Parts})");
            for (int part = 0; part < Parts; part++)
            {
                Step(writer, part);
            }

            writer.Close();
            writer.Line();
        }

        writer.Open("for (; depth != 0; depth--)");
        Step(writer, 0);
        writer.Close();
        writer.Line();
        for (int vector = 0; vector < Vectors; vector++)
        {
            writer.Line($"Add({Behind("sums", vector, "TLanes.Count")}, {Total(vector)}{(Vectors == 1 ? ", kept" : "")});");
        }
    }

    /// <inheritdoc/>
    protected override string Left(int row, int part) => "*left";

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => $"TLanes.Load({Behind("right", vector, "TLanes.Count")})";

    private void Step(CodeWriter writer, int part)
    {
        Multiply(writer, part);
        writer.Line("left += leftStep;");
        writer.Line("right += rightStep;");
    }
}
