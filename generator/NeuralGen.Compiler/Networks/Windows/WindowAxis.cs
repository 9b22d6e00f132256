namespace NeuralGen.Compiler.Networks.Windows;

/// <summary>How a window slides along one axis.</summary>
/// <param name="Input">The size of the input.</param>
/// <param name="Kernel">The number of taps.</param>
/// <param name="Stride">The distance between two positions of the window.</param>
/// <param name="Dilation">The distance between two taps.</param>
/// <param name="PaddingBefore">How far the first position reaches out before the input.</param>
/// <param name="PaddingAfter">How much of what lies behind the input is padding, which a mean may count.</param>
/// <param name="Output">The number of positions.</param>
internal readonly record struct WindowAxis(int Input, int Kernel, int Stride, int Dilation, int PaddingBefore, int PaddingAfter, int Output)
{
    /// <summary>How far the taps reach.</summary>
    public long Extent => ((Kernel - 1L) * Dilation) + 1;

    /// <summary>How far the last position reaches out behind the input; negative where it leaves values over.</summary>
    public long Overhang => ((Output - 1L) * Stride) + Extent - PaddingBefore - Input;

    /// <summary>The input that a tap reads at a position of the window; outside the input where it is padding.</summary>
    /// <param name="position">The position.</param>
    /// <param name="tap">The tap.</param>
    public int Source(int position, int tap) => (position * Stride) + (tap * Dilation) - PaddingBefore;

    /// <summary>The position of the window at which a tap reads an input; -1 where there is none.</summary>
    /// <param name="input">The input.</param>
    /// <param name="tap">The tap.</param>
    public int Position(int input, int tap) => input + PaddingBefore - (tap * Dilation) is var distance && distance >= 0 && distance % Stride == 0 ? distance / Stride : -1;
}
