namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>The product of a column and a row.</summary>
/// <param name="vectors">How many vectors a pass of the loop takes.</param>
/// <param name="isSum">Whether the products are added to what is there.</param>
internal sealed class OuterTile(int vectors, bool isSum) : Tile
{
    private readonly string _target = isSum ? "sums" : "products";

    /// <inheritdoc/>
    public override string Name => isSum ? "Add" : "Set";

    /// <inheritdoc/>
    public override string Summary =>
        $"Computes {_target}[i, j] {(isSum ? "+=" : "=")} left[i]·right[j] for rows of at least one vector.";

    /// <inheritdoc/>
    public override string Signature => $"public static void {Name}(T* left, int rows, T* right, int columns, T* {_target})";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        writer.Line("nint last = columns - TLanes.Count;");
        writer.Open($"for (; rows != 0; rows--, left++, {_target} += columns)");
        writer.Line("TVector factor = TLanes.Broadcast(*left);");
        writer.Line();
        writer.Line("// Vectors between the first and the last are aligned, since stores across cache lines are slow. The first and");
        writer.Line($"// the last may overlap them{(isSum ? ": both are computed from the old values, and stored at the end" : "")}.");
        if (isSum)
        {
            writer.Line("TVector begin = TLanes.MultiplyAdd(factor, TLanes.Load(right), TLanes.Load(sums));");
            writer.Line("TVector end = TLanes.MultiplyAdd(factor, TLanes.Load(right + last), TLanes.Load(sums + last));");
        }
        else
        {
            writer.Line("Set(factor, right, products);");
        }

        writer.Line($"nint i = TLanes.Count - (((nint){_target} / sizeof(T)) & (TLanes.Count - 1));");
        writer.Open($"for (; i <= last - ({vectors} * TLanes.Count); i += {vectors} * TLanes.Count)");
        for (int vector = 0; vector < vectors; vector++)
        {
            writer.Line($"{Name}(factor, {Behind("right + i", vector, "TLanes.Count")}, {Behind($"{_target} + i", vector, "TLanes.Count")});");
        }

        writer.Close();
        writer.Line();
        writer.Open("for (; i < last; i += TLanes.Count)");
        writer.Line($"{Name}(factor, right + i, {_target} + i);");
        writer.Close();
        writer.Line();
        if (isSum)
        {
            writer.Line("TLanes.Store(sums, begin);");
            writer.Line("TLanes.Store(sums + last, end);");
        }
        else
        {
            writer.Line("Set(factor, right + last, products + last);");
        }

        writer.Close();
    }
}
