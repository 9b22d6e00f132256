namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>One row times several strips of a packed layer, each two vectors of units wide, whose sums hide how long an addition
/// takes.</summary>
/// <param name="vectors">The number of vectors.</param>
internal sealed class StripRowTile(int vectors) : ChainedTile(1, vectors)
{
    /// <inheritdoc/>
    public override string Name => "ForwardRow";

    /// <inheritdoc/>
    public override string Summary => $"Computes one row of {Vectors} vectors: strips one behind the other in memory and among the units.";

    /// <inheritdoc/>
    public override string Signature => $"public static void {Name}(in StripBlock block, nint stripSize, float* left, float* output)";

    /// <inheritdoc/>
    protected override int RightStep => 2;

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        writer.Line("TVector* right = (TVector*)block.Weights, bias = (TVector*)block.Bias;");
        writer.Line("nint biasSize = block.HasSums ? 0 : stripSize;");
        DeclareSums(writer, (_, vector) => InStrips("bias", vector, "biasSize"));
        WriteChains(writer);
    }

    /// <inheritdoc/>
    protected override string Left(int row, int part) => "*left";

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => InStrips("right", vector, "stripSize");

    /// <inheritdoc/>
    protected override string Output(int row, int vector) => Behind("output", vector, "TLanes.Count");

    private static string InStrips(string pointer, int vector, string size) => (vector / 2, vector % 2) switch
    {
        (0, var second) => $"{pointer}[{second}]",
        (1, 0) => $"{pointer}[{size}]",
        (1, _) => $"{pointer}[{size} + 1]",
        (var strip, 0) => $"{pointer}[{strip} * {size}]",
        (var strip, _) => $"{pointer}[({strip} * {size}) + 1]",
    };
}
