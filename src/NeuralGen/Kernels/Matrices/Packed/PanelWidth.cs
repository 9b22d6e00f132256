namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Divides the vectors of a layer's units into panels whose sums stay in registers.</summary>
internal static class PanelWidth
{
    // With one for the input and one for weights, these fill the sixteen registers that every machine has.
    private const int Most = 12;

    // Narrower ones add up several inputs at once.
    private const int LeastWide = 7;

    /// <summary>The number of vectors of the next panel, given how many are left: panels of nearly equal size, since a narrow one takes as long as one
    /// of several vectors.</summary>
    public static int Next(int left)
    {
        int panels = (left + Most - 1) / Most;
        return (left + panels - 1) / panels;
    }

    /// <summary>Whether all panels are so wide that each unit has one sum.</summary>
    /// <param name="vectors">the number of vectors of all units.</param>
    public static bool AreWide(int vectors) => vectors / ((vectors + Most - 1) / Most) >= LeastWide;
}
