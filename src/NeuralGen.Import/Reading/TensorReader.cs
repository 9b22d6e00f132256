using System.Runtime.InteropServices;
using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Reading;

/// <summary>Reads the values of tensors, in whichever of the format's ways they are stored.</summary>
/// <param name="folder">The folder of the model, below which files of values may lie.</param>
internal sealed class TensorReader(string folder)
{
    private const int ExternalLocation = 1;

    /// <summary>Whether a tensor was read that lies in a file beside the model.</summary>
    public bool HasExternalData { get; private set; }

    /// <summary>Reads a tensor.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public Literal Read(TensorProto tensor)
    {
        ElementKind kind = (ElementKind)tensor.DataType;
        int[] shape = Shape(tensor.Name, tensor.Dims);
        int count = Dimensions.Count(shape);
        if (kind == ElementKind.String)
        {
            return tensor.StringData.Count == count
                ? Literal.Of(shape, [.. tensor.StringData.Select(text => text.ToStringUtf8())])
                : throw Fail(tensor, count, tensor.StringData.Count);
        }

        if (kind.Size() == 0)
        {
            throw ImportException.Of(ImportRules.Data, tensor.Name, $"its elements are of type {kind.Name()}");
        }

        if (tensor.DataLocation == ExternalLocation)
        {
            HasExternalData = true;
            return Decode(tensor, kind, shape, count, ExternalData.Read(tensor, folder, (long)count * kind.Size()));
        }

        return tensor.RawData.Length > 0 || Typed(tensor, kind) is not { } typed
            ? Decode(tensor, kind, shape, count, tensor.RawData.Memory)
            : FromTyped(tensor, kind, shape, count, typed);
    }

    /// <summary>Reads a tensor of which only the values are stored that are not zero.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public Literal Read(SparseTensorProto tensor)
    {
        string name = tensor.Values?.Name ?? "";
        Literal values = Read(tensor.Values ?? throw ImportException.Of(ImportRules.Data, name, "it has no values"));
        Literal indices = Read(tensor.Indices ?? throw ImportException.Of(ImportRules.Data, name, "it has no indices"));
        int[] shape = Shape(name, tensor.Dims);
        int[] steps = Dimensions.Steps(shape);
        int[] places = [.. Enumerable.Repeat(-1, Dimensions.Count(shape))];
        for (int i = 0; i < values.Count; i++)
        {
            long place = 0;
            for (int axis = 0; axis < (indices.Shape.Length == 2 ? shape.Length : 1); axis++)
            {
                int at = indices.Shape.Length == 2 ? (i * shape.Length) + axis : i;
                place += at < indices.Count ? indices.Integer(at) * (indices.Shape.Length == 2 ? steps[axis] : 1) : -1;
            }

            if (place < 0 || place >= places.Length)
            {
                throw ImportException.Of(ImportRules.Data, name, "an index lies outside of its shape");
            }

            places[place] = i;
        }

        return values.At(shape, places);
    }

    private static int[] Shape(string name, IEnumerable<long> dims)
    {
        long[] sizes = [.. dims];
        double count = sizes.Aggregate(1.0, (product, size) => product * size);
        return Array.TrueForAll(sizes, size => size is >= 0 and <= int.MaxValue) && count <= int.MaxValue
            ? Array.ConvertAll(sizes, size => (int)size)
            : throw ImportException.Of(ImportRules.Data, name, $"its shape [{string.Join(", ", sizes)}] is absurd");
    }

    private static ImportException Fail(TensorProto tensor, long expected, long found) => ImportException.Of(
        ImportRules.Data, tensor.Name, FormattableString.Invariant($"it has {found} values where its shape {Dimensions.Text(tensor.Dims.Select(size => (int)size))} holds {expected}"));

    private static Array? Typed(TensorProto tensor, ElementKind kind) => kind switch
    {
        ElementKind.Float => tensor.FloatData.ToArray(),
        ElementKind.Double => tensor.DoubleData.ToArray(),
        ElementKind.Int64 => tensor.Int64Data.ToArray(),
        ElementKind.UInt32 or ElementKind.UInt64 => tensor.Uint64Data.ToArray(),
        _ => tensor.Int32Data.ToArray(),
    };

    private static Literal FromTyped(TensorProto tensor, ElementKind kind, int[] shape, int count, Array values) =>
        values.Length != count ? throw Fail(tensor, count, values.Length)
        : values switch
        {
            float[] floats => Literal.Of(kind, shape, Array.ConvertAll(floats, value => (double)value)),
            double[] doubles => Literal.Of(kind, shape, doubles),
            long[] longs => Literal.Of(kind, shape, longs),
            ulong[] unsigned => Literal.Of(kind, shape, Array.ConvertAll(unsigned, value => unchecked((long)value))),
            _ when kind is ElementKind.Float16 or ElementKind.BFloat16 => Literal.Of(kind, shape, Array.ConvertAll((int[])values, bits => Half(kind, unchecked((ushort)bits)))),
            _ => Literal.Of(kind, shape, Array.ConvertAll((int[])values, value => kind.Wrap(value))),
        };

    private static double Half(ElementKind kind, ushort bits) =>
        BitConverter.ToSingle(BitConverter.GetBytes(kind == ElementKind.Float16 ? HalfPrecision.Widen(bits) : bits << 16), 0);

    private static Literal Decode(TensorProto tensor, ElementKind kind, int[] shape, int count, ReadOnlyMemory<byte> memory)
    {
        int size = kind.Size();
        if (memory.Length != (long)count * size)
        {
            throw Fail(tensor, count, memory.Length / size);
        }

        ReadOnlySpan<byte> bytes = memory.Span;
        if (kind.IsFloat())
        {
            double[] floats = new double[count];
            if (kind == ElementKind.Float && BitConverter.IsLittleEndian)
            {
                // Nearly all numbers of nearly all models.
                ReadOnlySpan<float> singles = MemoryMarshal.Cast<byte, float>(bytes);
                for (int i = 0; i < count; i++)
                {
                    floats[i] = singles[i];
                }

                return Literal.Of(kind, shape, floats);
            }

            for (int i = 0; i < count; i++)
            {
                floats[i] = kind switch
                {
                    ElementKind.Double => BitConverter.Int64BitsToDouble(Bits(bytes, i * 8, 8)),
                    ElementKind.Float => Single((int)Bits(bytes, i * 4, 4)),
                    _ => Half(kind, (ushort)Bits(bytes, i * 2, 2)),
                };
            }

            return Literal.Of(kind, shape, floats);
        }

        long[] integers = new long[count];
        for (int i = 0; i < count; i++)
        {
            integers[i] = kind.Wrap(Bits(bytes, i * size, size));
        }

        return Literal.Of(kind, shape, integers);
    }

    private static float Single(int bits) => BitConverter.ToSingle(BitConverter.GetBytes(bits), 0);

    private static long Bits(ReadOnlySpan<byte> bytes, int start, int size)
    {
        ulong bits = 0;
        for (int i = size - 1; i >= 0; i--)
        {
            bits = (bits << 8) | bytes[start + i];
        }

        return unchecked((long)bits);
    }
}
