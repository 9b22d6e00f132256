using System.ComponentModel;

namespace NeuralGen;

/// <summary>Tells a caller of an emitted <c>Classify</c> that no label can be given.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NoLabel
{
    /// <summary>Throws, since an output is NaN, which is neither the largest value nor on one side of one half.</summary>
    /// <param name="parameter">the name of the input's parameter.</param>
    /// <param name="output">the position of the output.</param>
    /// <exception cref="ArgumentException">always.</exception>
    public static void Throw(string parameter, int output) => throw new ArgumentException(
        FormattableString.Invariant($"Output {output} of the network is NaN, so that there is no label: a value of the input is NaN or infinite, or a sum or a parameter of the network is."),
        parameter);
}
