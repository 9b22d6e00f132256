namespace NeuralGen.Compiler.Values;

/// <summary>Numbers that the program reads from a resource of its assembly: where they lie and what they are like, but not which they are.</summary>
/// <param name="Resource">The name of the resource, which changes with its content.</param>
/// <param name="Tensor">What the file of weights calls them.</param>
/// <param name="Precision">How they are stored.</param>
/// <param name="Offset">Where they begin in the resource, in bytes.</param>
/// <param name="Count">How many there are.</param>
internal sealed record StoredNumbers(string Resource, string Tensor, Precision Precision, long Offset, int Count)
{
    /// <summary>How many of them are not zero.</summary>
    public int NonZeros { get; init; }

    /// <summary>The position of the first that is infinite or no number; null where all are finite.</summary>
    public int? FirstNotFinite { get; init; }

    /// <summary>The largest magnitude of a finite one.</summary>
    public double Largest { get; init; }

    /// <summary>How many bytes each of them takes.</summary>
    public int Size => Precision == Precision.Single ? sizeof(float) : sizeof(double);
}
