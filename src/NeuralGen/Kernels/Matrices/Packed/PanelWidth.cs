namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Divides the vectors of a layer's units into panels whose sums stay in registers.</summary>
internal static class PanelWidth
{
    /// <summary>The number of vectors of the next panel, given how many are left.</summary>
    public static int Next(int left) => left switch
    {
        >= 12 => 12,
        >= 8 => 8,
        >= 6 => 6,
        >= 4 => 4,
        _ => left,
    };
}
