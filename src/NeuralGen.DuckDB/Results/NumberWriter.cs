using System.Numerics;
using NeuralGen.DuckDB.Arguments;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Results;

/// <summary>Writes the only output.</summary>
internal sealed class NumberWriter<T> : ResultWriter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override nint CreateType() => DuckDBFunctions.CreateType(NumberType);

    /// <inheritdoc/>
    public override void Write(nint vector, int start, ReadOnlySpan<T> outputs, RowValidity validity) =>
        outputs.CopyTo(Numbers(vector, start, outputs.Length));
}
