namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>One row times a panel, of some inputs only: what the others are multiplied with is not read.</summary>
/// <param name="vectors">The number of vectors.</param>
internal sealed class SparsePanelTile(int vectors) : ProductTile(1, vectors)
{
    /// <inheritdoc/>
    public override string Name => $"Forward{Vectors}";

    /// <inheritdoc/>
    public override string Summary => $"Computes {Count(Vectors, "vector")} of units.";

    /// <inheritdoc/>
    public override string Signature => $"private static void {Name}(float* input, ReadOnlySpan<int> places, TVector* panel, float* output, int last, bool isRelu)";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        DeclareSums(writer, (_, vector) => $"panel[{vector}]");
        writer.Line($"panel += {Vectors};");
        writer.Open("foreach (int place in places)");
        writer.Line($"TVector* weights = panel + ((nint)place * {Vectors});");
        Multiply(writer);
        writer.Close();
        writer.Line();
        for (int vector = 0; vector < Vectors - 1; vector++)
        {
            writer.Line($"TLanes.Store(output{PanelTile.At(vector)}, Panels<TLanes, TVector>.Activate({Total(vector)}, isRelu));");
        }

        writer.Line($"Panels<TLanes, TVector>.StoreLast(output{PanelTile.At(Vectors - 1)}, Panels<TLanes, TVector>.Activate({Total(Vectors - 1)}, isRelu), last);");
    }

    /// <inheritdoc/>
    protected override string Left(int row, int part) => "input[place]";

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => $"weights[{vector}]";
}
