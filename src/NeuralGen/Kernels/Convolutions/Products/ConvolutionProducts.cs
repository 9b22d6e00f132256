using System.Buffers;
using System.Numerics;
using NeuralGen.Kernels.Matrices.Products;

namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>A convolution and its gradients as products of matrices: patches times weights, deltas times weights, and deltas times
/// patches. Blocks of pixels end with their sample, so that no sample's results depend on others.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class ConvolutionProducts<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Values of a block's patches, which stay in the second cache.
    private const int MostPatchValues = 1 << 15;
    private const int FewestPixels = 24;

    /// <summary>Adds the sums of all units to the output.</summary>
    public static void Forward(ReadOnlySpan<T> weights, ReadOnlySpan<T> input, Span<T> output, in ConvolutionShape shape)
    {
        Patches<T> patches = new(shape);
        T[] columns = ArrayPool<T>.Shared.Rent(weights.Length), room = Rent(patches, shape);
        WeightOrder<T>.CopyByColumns(weights, shape, columns);
        fixed (T* source = input, target = output, right = columns, rows = room)
        {
            for (BlockEnumerator blocks = Blocks(patches, shape); blocks.MoveNext();)
            {
                int group = blocks.Group, units = shape.GroupUnits;
                T* values = source + (blocks.Sample * (nint)shape.InputSize) + (group * (nint)shape.GroupChannels);
                bool isPlain = Read(patches, shape, blocks, ref values, rows);
                MatrixProduct<T> product = new()
                {
                    Left = values,
                    LeftRow = isPlain ? shape.Channels : patches.Depth,
                    LeftStep = 1,
                    Right = right + (group * (nint)units * patches.Depth),
                    RightStep = units,
                    Sums = target + Output(blocks, shape),
                    SumsRow = shape.Units,
                    Rows = blocks.Count,
                    Columns = units,
                    Depth = patches.Depth,
                };
                product.Add();
            }
        }

        ArrayPool<T>.Shared.Return(columns);
        ArrayPool<T>.Shared.Return(room);
    }

    /// <summary>Adds to the gradient by the input.</summary>
    public static void AddInputGradient(ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, in ConvolutionShape shape)
    {
        Patches<T> patches = new(shape);
        T[] ordered = ArrayPool<T>.Shared.Rent(weights.Length), room = Rent(patches, shape);
        WeightOrder<T>.CopyByRows(weights, shape, ordered);
        fixed (T* delta = deltas, target = inputDeltas, right = ordered, rows = room)
        {
            for (BlockEnumerator blocks = Blocks(patches, shape); blocks.MoveNext();)
            {
                int group = blocks.Group, units = shape.GroupUnits;
                T* values = target + (blocks.Sample * (nint)shape.InputSize) + (group * (nint)shape.GroupChannels);
                bool isPlain = shape.Window.IsPlain;
                new Span<T>(rows, isPlain ? 0 : blocks.Count * patches.Depth).Clear();
                MatrixProduct<T> product = new()
                {
                    Left = delta + Output(blocks, shape),
                    LeftRow = shape.Units,
                    LeftStep = 1,
                    Right = right + (group * (nint)units * patches.Depth),
                    RightStep = patches.Depth,
                    Sums = isPlain ? values + (blocks.First * (nint)shape.Channels) : rows,
                    SumsRow = isPlain ? shape.Channels : patches.Depth,
                    Rows = blocks.Count,
                    Columns = patches.Depth,
                    Depth = units,
                };
                product.Add();
                if (!isPlain)
                {
                    patches.Scatter(rows, blocks.First, blocks.Count, values);
                }
            }
        }

        ArrayPool<T>.Shared.Return(ordered);
        ArrayPool<T>.Shared.Return(room);
    }

    /// <summary>Adds to the gradient by the weights.</summary>
    public static void AddWeightGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> deltas, Span<T> weightGradient, in ConvolutionShape shape)
    {
        Patches<T> patches = new(shape);
        T[] ordered = ArrayPool<T>.Shared.Rent(weightGradient.Length), room = Rent(patches, shape);
        ordered.AsSpan(0, weightGradient.Length).Clear();
        fixed (T* source = input, delta = deltas, sums = ordered, rows = room)
        {
            for (BlockEnumerator blocks = Blocks(patches, shape); blocks.MoveNext();)
            {
                int group = blocks.Group, units = shape.GroupUnits;
                T* values = source + (blocks.Sample * (nint)shape.InputSize) + (group * (nint)shape.GroupChannels);
                bool isPlain = Read(patches, shape, blocks, ref values, rows);
                MatrixProduct<T> product = new()
                {
                    Left = delta + Output(blocks, shape),
                    LeftRow = 1,
                    LeftStep = shape.Units,
                    Right = values,
                    RightStep = isPlain ? shape.Channels : patches.Depth,
                    Sums = sums + (group * (nint)units * patches.Depth),
                    SumsRow = patches.Depth,
                    Rows = units,
                    Columns = patches.Depth,
                    Depth = blocks.Count,
                };
                product.Add();
            }
        }

        WeightOrder<T>.AddRows(ordered, shape, weightGradient);
        ArrayPool<T>.Shared.Return(ordered);
        ArrayPool<T>.Shared.Return(room);
    }

    // A plain window's patches are the pixels as they are.
    private static bool Read(in Patches<T> patches, in ConvolutionShape shape, in BlockEnumerator block, ref T* values, T* rows)
    {
        if (shape.Window.IsPlain)
        {
            values += block.First * (nint)shape.Channels;
            return true;
        }

        patches.Gather(values, block.First, block.Count, rows);
        values = rows;
        return false;
    }

    private static nint Output(in BlockEnumerator block, in ConvolutionShape shape) =>
        (((block.Sample * (nint)shape.Window.OutputPixels) + block.First) * shape.Units) + (block.Group * (nint)shape.GroupUnits);

    private static BlockEnumerator Blocks(in Patches<T> patches, in ConvolutionShape shape) => new(shape, BlockPixels(patches, shape));

    private static T[] Rent(in Patches<T> patches, in ConvolutionShape shape) =>
        ArrayPool<T>.Shared.Rent(shape.Window.IsPlain ? 1 : BlockPixels(patches, shape) * patches.Depth);

    private static int BlockPixels(in Patches<T> patches, in ConvolutionShape shape) =>
        Math.Min(shape.Window.OutputPixels, Math.Max(FewestPixels, MostPatchValues / Math.Max(1, patches.Depth)));
}
