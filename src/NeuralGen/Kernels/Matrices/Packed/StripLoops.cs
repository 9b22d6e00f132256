using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <summary>Takes rows through a layer whose weights are packed into strips of two vectors of units; the last strip may be one
/// vector.</summary>
/// <remarks>Where the units do not fill whole vectors the last vector ends with the last unit and overlaps the one before it,
/// which computes the same numbers twice and writes them twice.</remarks>
/// <typeparam name="TLanes">what vectors of the width do.</typeparam>
/// <typeparam name="TVector">the vector.</typeparam>
internal static unsafe class StripLoops<TLanes, TVector>
    where TLanes : struct, ILanes<TVector, float>
    where TVector : unmanaged
{
    // So much of a strip stays in the second cache, beside the rows.
    private const int MostDepth = 1024;

    // Vectors that one row is multiplied with at once.
    private const int GroupSize = 8;

    // The rows of a tile of one vector.
    private const int PaddedRows = 12;

    // Long chains of additions lose digits.
    private const int MostChain = 400;

    /// <summary>The number of vectors for the layer's units.</summary>
    /// <param name="units">the number of units: at least those of one vector.</param>
    public static int Vectors(int units) => (units + TLanes.Count - 1) / TLanes.Count;

    /// <summary>The first unit of a vector.</summary>
    /// <param name="vector">the vector's number.</param>
    /// <param name="units">the number of units.</param>
    public static int FirstUnit(int vector, int units) => Math.Min(vector * TLanes.Count, units - TLanes.Count);

    /// <summary>Packs a layer: strip by strip the bias of its units, then for each input their weights.</summary>
    /// <param name="weights">the weights, row-major [units, inputs].</param>
    /// <param name="bias">a value per unit, or nothing.</param>
    /// <param name="units">the number of units.</param>
    /// <param name="strips">receives (1 + inputs) vectors per vector of units.</param>
    public static void Pack(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int units, float* strips)
    {
        int inputs = weights.Length / units;
        int vectors = Vectors(units);
        for (int vector = 0; vector < vectors; vector += 2)
        {
            int width = Math.Min(2, vectors - vector) * TLanes.Count;
            for (int lane = 0; lane < width; lane++)
            {
                int unit = FirstUnit(vector + (lane / TLanes.Count), units) + (lane % TLanes.Count);
                strips[lane] = bias.IsEmpty ? 0 : bias[unit];
                for (int i = 0; i < inputs; i++)
                {
                    strips[((i + 1) * width) + lane] = weights[(unit * inputs) + i];
                }
            }

            strips += width * (inputs + 1);
        }
    }

    /// <summary>Computes all units for some rows.</summary>
    /// <param name="input">[rows, inputs].</param>
    /// <param name="inputs">the number of inputs.</param>
    /// <param name="strips">the packed numbers.</param>
    /// <param name="output">[rows, units].</param>
    /// <param name="units">the number of units.</param>
    /// <param name="rows">the number of rows.</param>
    /// <param name="isRelu">whether negative results become 0.</param>
    public static void Forward(float* input, int inputs, float* strips, float* output, int units, int rows, bool isRelu)
    {
        float* zeros = stackalloc float[2 * TLanes.Count];
        new Span<float>(zeros, 2 * TLanes.Count).Clear();
        StripBlock block = new() { InputSize = inputs, Units = units };
        nint pairSize = 2 * TLanes.Count * (nint)(inputs + 1);
        int vectors = Vectors(units);
        int groups = rows == 1 ? units / (GroupSize * TLanes.Count) : 0;
        for (int vector = 0; vector < vectors;)
        {
            // One row takes four strips at once. The last group may compute some units a second time.
            int left = (units / TLanes.Count) - vector;
            bool isGroup = groups > 0 && left > 1;
            vector = isGroup && left < GroupSize ? ((units / TLanes.Count) & ~1) - GroupSize : vector;
            bool isPair = vector + 1 < vectors;
            int first = FirstUnit(vector, units);
            int width = isPair ? 2 * TLanes.Count : TLanes.Count;
            float* strip = strips + (vector / 2 * pairSize);
            int most = EqualParts(inputs, MostDepth);
            block.SecondUnit = FirstUnit(vector + 1, units) - first;
            for (int start = 0; start < inputs; start += most)
            {
                block.Depth = Math.Min(most, inputs - start);
                block.ChainLength = EqualParts(block.Depth, MostChain);
                block.Bias = start == 0 ? strip : zeros;
                block.Weights = strip + ((start + 1) * width);
                block.HasSums = start > 0;
                block.IsRelu = isRelu && start + block.Depth == inputs;
                if (isGroup)
                {
                    StripTiles<TLanes, TVector>.ForwardRow(block, pairSize / TLanes.Count, input + start, output + first);
                }
                else if (isPair)
                {
                    StripTiles<TLanes, TVector>.ForwardPair(block, input + start, output + first, rows);
                }
                else
                {
                    StripTiles<TLanes, TVector>.ForwardSingle(block, input + start, output + first, rows);
                }
            }

            vector += isGroup ? GroupSize : 2;
        }
    }

    /// <summary>Whether a layer is one vector that its units fill by more than half, but not whole.</summary>
    /// <param name="units">the number of units.</param>
    /// <param name="inputs">the number of inputs: those that sums are added up over at once.</param>
    public static bool IsPadded(int units, int inputs) => units > TLanes.Count / 2 && units < TLanes.Count && inputs <= MostDepth;

    /// <summary>Packs such a layer: the missing units have weights of zero.</summary>
    /// <inheritdoc cref="Pack"/>
    public static void PackPadded(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int units, float* strips)
    {
        int inputs = weights.Length / units;
        new Span<float>(strips, TLanes.Count * (inputs + 1)).Clear();
        bias.CopyTo(new Span<float>(strips, units));
        for (int unit = 0; unit < units; unit++)
        {
            for (int i = 0; i < inputs; i++)
            {
                strips[((i + 1) * TLanes.Count) + unit] = weights[(unit * inputs) + i];
            }
        }
    }

    /// <summary>Computes all units of such a layer for some rows: each row is written whole, and what it writes too much is the next row's, which is written
    /// after it.</summary>
    /// <inheritdoc cref="Forward"/>
    [SkipLocalsInit]
    public static void ForwardPadded(float* input, int inputs, float* strips, float* output, int units, int rows, bool isRelu)
    {
        if (rows == 0)
        {
            return;
        }

        StripBlock block = new()
        {
            InputSize = inputs,
            Units = units,
            Depth = inputs,
            ChainLength = EqualParts(inputs, MostChain),
            Bias = strips,
            Weights = strips + TLanes.Count,
            IsRelu = isRelu,
        };
        // Nothing may be written behind the last row: the last tile goes through memory of our own.
        int rest = ((rows - 1) % PaddedRows) + 1;
        StripTiles<TLanes, TVector>.ForwardSingle(block, input, output, rows - rest);
        float* results = stackalloc float[PaddedRows * TLanes.Count];
        block.Units = TLanes.Count;
        StripTiles<TLanes, TVector>.ForwardSingle(block, input + ((nint)(rows - rest) * inputs), results, rest);
        for (int row = 0; row < rest; row++)
        {
            new ReadOnlySpan<float>(results + (row * TLanes.Count), units).CopyTo(new Span<float>(output + ((nint)(rows - rest + row) * units), units));
        }
    }

    /// <summary>The size of parts of about the same size, none of which is too large.</summary>
    private static int EqualParts(int whole, int most)
    {
        int parts = (whole + most - 1) / most;
        return (whole + parts - 1) / parts;
    }
}
