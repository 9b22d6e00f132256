using System.ComponentModel;

namespace NeuralGen;

/// <summary>What emitted networks do about spans of a wrong length.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpanLength
{
    /// <summary>Reports a span whose length is not the one that the network needs.</summary>
    /// <param name="parameter">the parameter's name.</param>
    /// <param name="actual">the length that was passed.</param>
    /// <param name="expected">the length that is needed.</param>
    /// <exception cref="ArgumentException">always.</exception>
    public static void Throw(string parameter, int actual, int expected) =>
        throw new ArgumentException(FormattableString.Invariant($"The span '{parameter}' has {actual} values; {expected} are needed."), parameter);
}
