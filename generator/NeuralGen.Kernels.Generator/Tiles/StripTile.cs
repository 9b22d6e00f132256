namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>Some rows times a strip of a packed layer, which is one or two vectors of units wide.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="vectors">The number of vectors.</param>
internal sealed class StripTile(int rows, int vectors) : ChainedTile(rows, vectors)
{
    /// <inheritdoc/>
    public override string Name => $"Forward{Rows}By{Vectors}";

    /// <inheritdoc/>
    public override string Summary => $"Computes {Count(Rows, "row")} of {Count(Vectors, "vector")}.";

    /// <inheritdoc/>
    public override string Signature => $"private static void {Name}(in StripBlock block, float* left, float* output)";

    /// <inheritdoc/>
    protected override int RightStep => Vectors;

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        if (Rows > 1)
        {
            writer.Line("nint row = block.InputSize, outputRow = block.Units;");
        }

        if (Vectors > 1)
        {
            writer.Line("float* second = output + block.SecondUnit;");
        }

        writer.Line("TVector* right = (TVector*)block.Weights;");
        for (int vector = 0; vector < Vectors; vector++)
        {
            writer.Line($"TVector bias{vector} = ((TVector*)block.Bias)[{vector}];");
        }

        DeclareSums(writer, (_, vector) => $"bias{vector}");
        DeclareLeft(writer, "float", "row");
        WriteChains(writer);
    }

    /// <inheritdoc/>
    protected override string Left(int row, int part) => LeftOf(row, "row");

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => $"right[{vector}]";

    /// <inheritdoc/>
    protected override string Output(int row, int vector) => Behind(vector == 0 ? "output" : "second", row, "outputRow");
}
