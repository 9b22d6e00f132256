namespace NeuralGen.DuckDB.Functions;

/// <summary>A network as DuckDB's callbacks see it, of whatever precision.</summary>
internal abstract class NetworkFunction(NetworkShape shape)
{
    /// <summary>Gets what SQL sees of the network.</summary>
    public NetworkShape Shape { get; } = shape;

    /// <summary>Makes the type of the result, which the caller destroys.</summary>
    public abstract nint CreateResultType();

    /// <summary>Computes the results of a chunk of rows.</summary>
    /// <param name="chunk">The arguments, a vector each.</param>
    /// <param name="result">The vector to write to.</param>
    /// <exception cref="FormatException">A row cannot be computed.</exception>
    public abstract void Execute(nint chunk, nint result);
}
