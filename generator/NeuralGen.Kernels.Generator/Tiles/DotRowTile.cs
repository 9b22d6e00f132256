namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>The product of two rows, with vectors along them.</summary>
/// <param name="parts">How many vectors have sums of their own.</param>
internal sealed class DotRowTile(int parts) : Tile
{
    /// <inheritdoc/>
    public override string Name => "Add1By1";

    /// <inheritdoc/>
    public override string Summary => "Adds the product of two rows.";

    /// <inheritdoc/>
    public override string Signature => $"private static void {Name}(T* left, T* right, int depth, T* sums)";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, parts).Select(part => $"s{part} = default"))};");
        writer.Line("int i = 0;");
        writer.Open($"for (; i <= depth - ({parts} * TLanes.Count); i += {parts} * TLanes.Count)");
        for (int part = 0; part < parts; part++)
        {
            string left = Behind("left + i", part, "TLanes.Count"), right = Behind("right + i", part, "TLanes.Count");
            writer.Line($"s{part} = TLanes.MultiplyAdd(TLanes.Load({left}), TLanes.Load({right}), s{part});");
        }

        writer.Close();
        writer.Line();
        writer.Open("for (; i <= depth - TLanes.Count; i += TLanes.Count)");
        writer.Line("s0 = TLanes.MultiplyAdd(TLanes.Load(left + i), TLanes.Load(right + i), s0);");
        writer.Close();
        writer.Line();
        writer.Open("if (i != depth)");
        writer.Line("TVector kept = TLanes.LastLanes(depth - i);");
        writer.Line("i = depth - TLanes.Count;");
        writer.Line("s1 = TLanes.MultiplyAdd(TLanes.Select(kept, TLanes.Load(left + i), default), TLanes.Select(kept, TLanes.Load(right + i), default), s1);");
        writer.Close();
        writer.Line();
        writer.Line($"*sums += TLanes.Sum({Total(0, parts)});");
    }

    private static string Total(int first, int count) =>
        count == 1 ? $"s{first}" : $"TLanes.Add({Total(first, count / 2)}, {Total(first + (count / 2), count - (count / 2))})";
}
