using System.Numerics;
using System.Text;
using DuckDB.NET.Native;
using NeuralGen.DuckDB.Arguments;
using NeuralGen.DuckDB.Native;

namespace NeuralGen.DuckDB.Results;

/// <summary>Writes several outputs as fields with their names.</summary>
/// <param name="names">The names of the outputs.</param>
internal sealed unsafe class StructWriter<T>(string[] names) : ResultWriter<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override nint CreateType()
    {
        // One behind the other, each with its zero at the end.
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(names.Select(name => name + '\0')));
        nint[] types = new nint[names.Length];
        nint number = DuckDBFunctions.CreateType(NumberType);
        Array.Fill(types, number);
        byte*[] starts = new byte*[names.Length];
        fixed (byte* first = text)
        fixed (nint* fields = types)
        fixed (byte** fieldNames = starts)
        {
            int offset = 0;
            for (int index = 0; index < names.Length; index++)
            {
                starts[index] = first + offset;
                offset += Encoding.UTF8.GetByteCount(names[index]) + 1;
            }

            nint type = DuckDBFunctions.CreateStructType(fields, fieldNames, (ulong)names.Length);
            DuckDBFunctions.DestroyType(ref number);
            return type;
        }
    }

    /// <inheritdoc/>
    public override void Write(nint vector, int start, ReadOnlySpan<T> outputs, RowValidity validity)
    {
        int count = outputs.Length / names.Length;
        for (int field = 0; field < names.Length; field++)
        {
            Span<T> numbers = Numbers(NativeMethods.Vectors.DuckDBStructVectorGetChild(vector, field), start, count);
            for (int row = 0; row < numbers.Length; row++)
            {
                numbers[row] = outputs[(row * names.Length) + field];
            }
        }
    }

    /// <inheritdoc/>
    public override void End(nint vector, RowValidity validity)
    {
        WriteNulls(vector, validity);

        // The fields of a struct that is NULL are read by themselves, too.
        for (int field = 0; field < names.Length; field++)
        {
            WriteNulls(NativeMethods.Vectors.DuckDBStructVectorGetChild(vector, field), validity);
        }
    }
}
