namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>Values that lie one behind the other in the input as in the weights, and that each pixel of a row multiplies.</summary>
internal struct TapRun
{
    /// <summary>Where they begin, behind what the first tap of a pixel reads.</summary>
    public nint Input;

    /// <summary>Which of a unit's weights the first is multiplied with.</summary>
    public nint Position;

    /// <summary>How many there are.</summary>
    public int Length;

    /// <summary>Whether new sums begin behind them, since long chains of additions lose digits; so it is for the last.</summary>
    public bool EndsChain;
}
