namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>One row times a panel: for each input, the weights of some vectors of units.</summary>
/// <param name="vectors">The number of vectors.</param>
/// <param name="parts">How many inputs have sums of their own.</param>
internal sealed class PanelTile(int vectors, int parts) : ProductTile(1, vectors, parts)
{
    /// <inheritdoc/>
    public override string Name => $"Forward{Vectors}";

    /// <inheritdoc/>
    public override string Summary => $"Computes {Count(Vectors, "vector")} of units.";

    /// <inheritdoc/>
    public override string Signature => $"private static TVector* {Name}(float* input, int inputs, TVector* panel, float* output, int last, bool isRelu)";

    /// <inheritdoc/>
    public override void WriteBody(CodeWriter writer)
    {
        DeclareSums(writer, (part, vector) => part == 0 ? $"panel[{vector}]" : "default");
        writer.Line($"panel += {Vectors};");
        writer.Line("int i = 0;");
        if (Parts > 1)
        {
            writer.Open($"for (; i <= inputs - {Parts}; i += {Parts})");
            for (int part = 0; part < Parts; part++)
            {
                Multiply(writer, part);
            }

            writer.Line($"panel += {Parts * Vectors};");
            writer.Close();
            writer.Line();
        }

        writer.Open("for (; i < inputs; i++)");
        Multiply(writer);
        writer.Line($"panel += {Vectors};");
        writer.Close();
        writer.Line();
        for (int vector = 0; vector < Vectors - 1; vector++)
        {
            writer.Line($"TLanes.Store(output{At(vector)}, Activate({Total(vector)}, isRelu));");
        }

        writer.Line($"StoreLast(output{At(Vectors - 1)}, Activate({Total(Vectors - 1)}, isRelu), last);");
        writer.Line("return panel;");
    }

    /// <summary>Where the units of a vector are, behind the panel's first.</summary>
    /// <param name="vector">The vector's number.</param>
    public static string At(int vector) => vector switch { 0 => "", 1 => " + TLanes.Count", _ => $" + ({vector} * TLanes.Count)" };

    /// <inheritdoc/>
    protected override string Left(int row, int part) => part == 0 ? "input[i]" : $"input[i + {part}]";

    /// <inheritdoc/>
    protected override string Right(int vector, int part) => $"panel[{(part * Vectors) + vector}]";
}
