using System.Globalization;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>An index in the data is out of range, so that what is asked for cannot be computed.</summary>
/// <param name="tensor">The tensor of indices.</param>
/// <param name="position">The index's position.</param>
/// <param name="index">The index.</param>
/// <param name="count">How many positions there are.</param>
internal sealed class DataIndexException(string tensor, int position, double index, int count) : Exception(
    string.Format(CultureInfo.InvariantCulture, "Index {0} of '{1}' is {2}; there are {3} positions.", position, tensor, index, count))
{
    /// <summary>What is wrong, in words.</summary>
    public string Found => string.Format(CultureInfo.InvariantCulture, "the index {0} at position {1} of '{2}'", index, position, tensor);

    /// <summary>What there is, in words.</summary>
    public string Expected => string.Format(CultureInfo.InvariantCulture, "{0} positions there", count);
}
