using System.Numerics;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Arguments;
using NeuralGen.DuckDB.Functions;

namespace NeuralGen.DuckDB.Results;

/// <summary>Writes what a network gives into a vector of DuckDB's.</summary>
internal abstract unsafe class ResultWriter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets DuckDB's type of the network's numbers.</summary>
    protected static DuckDBType NumberType => typeof(T) == typeof(double) ? DuckDBType.Double
        : typeof(T) == typeof(float) ? DuckDBType.Float
        : throw new NotSupportedException($"Networks compute with float or double, not with {typeof(T).Name}.");

    /// <summary>Picks the writer.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="result">What is wanted.</param>
    public static ResultWriter<T> For(NetworkShape shape, NetworkResult result)
    {
        bool hasLabels = shape.LabelNames.Length > 0;
        return result switch
        {
            NetworkResult.Label or NetworkResult.Automatic when hasLabels => new LabelWriter<T>(shape),
            NetworkResult.Label => throw new ArgumentException($"The network of '{shape.Name}' has no labels: declare them, or register it for its outputs.", nameof(result)),
            NetworkResult.Automatic or NetworkResult.Outputs when shape.OutputSize == 1 => new NumberWriter<T>(),
            NetworkResult.Automatic or NetworkResult.Outputs when shape.FieldNames.Length > 0 => new StructWriter<T>(shape.FieldNames),
            NetworkResult.Automatic or NetworkResult.Outputs => new ListWriter<T>(shape.OutputSize),
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "There is no such result."),
        };
    }

    /// <summary>Makes the type of the result, which the caller destroys.</summary>
    public abstract nint CreateType();

    /// <summary>Prepares the vector for a number of rows.</summary>
    public virtual void Begin(nint vector, int rows)
    {
    }

    /// <summary>Writes the results of rows; those of rows with a NULL may be anything.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="start">The first row.</param>
    /// <param name="outputs">The outputs of the rows, one behind the other.</param>
    /// <param name="validity">Which rows have no NULL.</param>
    public abstract void Write(nint vector, int start, ReadOnlySpan<T> outputs, RowValidity validity);

    /// <summary>Makes the results of rows with a NULL NULL.</summary>
    public virtual void End(nint vector, RowValidity validity) => WriteNulls(vector, validity);

    /// <summary>Makes values NULL.</summary>
    protected static void WriteNulls(nint vector, RowValidity validity)
    {
        if (!validity.AreAllValid)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            validity.CopyTo(NativeMethods.Vectors.DuckDBVectorGetValidity(vector));
        }
    }

    /// <summary>The numbers of a vector from a row on.</summary>
    protected static Span<T> Numbers(nint vector, long start, int count) => new((T*)NativeMethods.Vectors.DuckDBVectorGetData(vector) + start, count);
}
