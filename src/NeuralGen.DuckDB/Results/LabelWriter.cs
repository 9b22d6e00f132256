using System.Globalization;
using System.Numerics;
using System.Text;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Arguments;
using NeuralGen.DuckDB.Functions;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Results;

/// <summary>Writes labels, found as the generated <c>Classify</c> finds them.</summary>
/// <param name="shape">The network.</param>
internal sealed unsafe class LabelWriter<T>(NetworkShape shape) : ResultWriter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T Half = T.CreateChecked(0.5);

    private readonly byte[][] _texts = Array.ConvertAll(shape.LabelNames, Encoding.UTF8.GetBytes);

    /// <inheritdoc/>
    public override nint CreateType() => DuckDBFunctions.CreateType(DuckDBType.Varchar);

    /// <inheritdoc/>
    public override void Write(nint vector, int start, ReadOnlySpan<T> outputs, RowValidity validity)
    {
        int count = outputs.Length / shape.OutputSize;
        for (int row = 0; row < count; row++)
        {
            if (validity.IsValid(start + row))
            {
                byte[] text = _texts[LabelOf(outputs.Slice(row * shape.OutputSize, shape.OutputSize))];
                fixed (byte* bytes = text)
                {
                    NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)(start + row), bytes, text.Length);
                }
            }
        }
    }

    private int LabelOf(ReadOnlySpan<T> outputs)
    {
        int largest = 0;
        for (int index = 0; index < outputs.Length; index++)
        {
            if (T.IsNaN(outputs[index]))
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"output {index} of a row is NaN, which no label stands for; are there NaN or infinite values among its inputs {shape.Inputs}?"));
            }

            largest = outputs[index] > outputs[largest] ? index : largest;
        }

        bool isPair = outputs.Length == 1 && shape.LabelNames.Length == 2;
        return isPair && outputs[0] >= Half ? 1 : largest;
    }
}
