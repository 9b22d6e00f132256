using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Evaluation;

/// <summary>Computes dense layers as the code of a program does: in its precision, and in its order.</summary>
/// <param name="program">The network's program.</param>
/// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
/// <param name="lanes">How many numbers the machine's vectors hold.</param>
internal sealed class DenseEvaluator(Program program, bool hasVectors, int lanes)
{
    /// <summary>How many partial sums loops over weights, and over lists of them, add up.</summary>
    private const int LoopParts = 4;

    /// <summary>Of so many inputs the library's kernel adds up products before it takes the next ones.</summary>
    private const int MostDepth = 1024;

    /// <summary>So many products it adds up in a chain.</summary>
    private const int MostChain = 400;

    /// <summary>So many vectors of units its kernel for one sample takes at once.</summary>
    private const int MostVectors = 12;

    /// <summary>Of so few units it adds up each by vectors along the inputs.</summary>
    private const int MostDots = 4;

    /// <summary>The same where lanes without a unit would make the weights too large for the first cache.</summary>
    private const int MostDotsInCache = 12;

    /// <summary>How many weights the first cache holds.</summary>
    private const int FirstCache = 1 << 13;

    private readonly Dictionary<int, float[]> _rounded = [];

    /// <summary>Whether vectors of neighbouring units are code of the network itself, which is written for vectors of eight and of sixteen.</summary>
    private readonly bool _hasUnitVectors = program.Sample == Form.AcrossUnits && lanes >= UnitVectors.WideLanes;

    /// <summary>The sums of all units of a layer.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="input">A value per input, of the network's precision.</param>
    public double[] Forward(Step step, double[] input)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        if (program.Declared.Precision == Precision.Double)
        {
            return dense.Evaluate([input]);
        }

        float[] weights = Rounded(dense.Weights);
        float[]? bias = dense.Bias is null ? null : Rounded(dense.Bias);
        float[] x = Array.ConvertAll(input, value => (float)value);
        float[] output = new float[dense.Units];
        bool isPacked = hasVectors && program.Sample != Form.Nodes && !_hasUnitVectors && program.Declared is { IsTrainable: false, Emission: not EmissionMode.Unrolled };
        bool isLooped = !hasVectors && program.Sample != Form.Nodes && program.Declared is { IsTrainable: false, Emission: not EmissionMode.Unrolled };
        bool isSparse = isPacked && step.IsSparseForSample;
        for (int unit = 0; unit < output.Length; unit++)
        {
            float start = bias?[unit] ?? 0;
            int row = unit * x.Length;
            output[unit] = isSparse ? SparseSum(weights, row, x, start)
                : isPacked && step.IsPackedOnce ? ChainedSum(weights, row, x, start)
                : isPacked && AreDots(dense.Units, x.Length) ? DotSum(weights, row, x, start)
                : isPacked ? FusedSum(weights, row, x, start, PanelParts(dense.Units, unit), restInFirst: true)
                : _hasUnitVectors ? FusedSum(weights, row, x, start, UnitVectors.PartialSums(dense, Math.Min(lanes, UnitVectors.WidestLanes)), restInFirst: false)
                : isLooped ? (float)(start + PartialSum(weights, row, x))
                : SumInOrder(weights, row, x, start);
        }

        // A weight of zero ignores its input: whoever finds NaN computes the layer again, value by value.
        if (output.Any(float.IsNaN))
        {
            for (int unit = 0; unit < output.Length; unit++)
            {
                output[unit] = SumInOrder(weights, unit * x.Length, x, bias?[unit] ?? 0);
            }
        }

        return Array.ConvertAll(output, value => (double)value);
    }

    /// <summary>Whether the kernel for one sample adds up each unit by vectors along the inputs.</summary>
    private bool AreDots(int units, int inputs)
    {
        int padded = (units + lanes - 1) / lanes * lanes;
        return (units <= MostDots && inputs >= 2 * lanes) || (units <= MostDotsInCache && 4 * units <= 3 * padded && (long)padded * inputs > FirstCache);
    }

    private float[] Rounded(NetworkNumbers values)
    {
        if (!_rounded.TryGetValue(values.Id, out float[]? rounded))
        {
            rounded = new float[values.Count];
            for (int i = 0; i < rounded.Length; i++)
            {
                rounded[i] = (float)values[i];
            }

            _rounded.Add(values.Id, rounded);
        }

        return rounded;
    }

    /// <summary>Products in input order, each rounded, then the bias.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private static float SumInOrder(float[] weights, int row, float[] x, float bias)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            float weight = weights[row + i];
            if (weight != 0)
            {
                sum = (float)(sum + (float)(weight * x[i]));
            }
        }

        return (float)(sum + bias);
    }

    /// <summary>Fused products in several partial sums, the first of which begins with the bias.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private static float FusedSum(float[] weights, int row, float[] x, float bias, int parts, bool restInFirst)
    {
        float[] sums = new float[parts];
        sums[0] = bias;
        int whole = restInFirst ? x.Length / parts * parts : x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            // The product of two such numbers is exact in double precision.
            int part = i < whole ? i % parts : 0;
            sums[part] = (float)(((double)weights[row + i] * x[i]) + sums[part]);
        }

        return Joined(sums);
    }

    /// <summary>Fused products in chains, the first of which begins with the bias.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private static float ChainedSum(float[] weights, int row, float[] x, float bias)
    {
        float total = 0;
        int most = EqualParts(x.Length, MostDepth);
        for (int start = 0; start < x.Length; start += most)
        {
            int end = Math.Min(start + most, x.Length);
            int chain = EqualParts(end - start, MostChain);
            for (int first = start; first < end; first += chain)
            {
                float sum = first == 0 ? bias : 0;
                for (int i = first; i < Math.Min(first + chain, end); i++)
                {
                    sum = (float)(((double)weights[row + i] * x[i]) + sum);
                }

                total = first == 0 ? sum : (float)(total + sum);
            }
        }

        return total;
    }

    /// <summary>The size of parts of about the same size, none of which is too large.</summary>
    private static int EqualParts(int whole, int most)
    {
        int parts = (whole + most - 1) / most;
        return (whole + parts - 1) / parts;
    }

    /// <summary>Rounded products in four partial sums.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private static float PartialSum(float[] weights, int row, float[] x)
    {
        float[] sums = new float[LoopParts];
        int whole = x.Length / LoopParts * LoopParts;
        for (int i = 0; i < x.Length; i++)
        {
            int part = i < whole ? i % LoopParts : 0;
            sums[part] = (float)(sums[part] + (float)(weights[row + i] * x[i]));
        }

        return Joined(sums);
    }

    /// <summary>Fused products in vectors along the inputs: four whose lanes are added up at the end, then the bias.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private float DotSum(float[] weights, int row, float[] x, float bias)
    {
        float[] sums = new float[LoopParts * lanes];
        int blocks = x.Length / (LoopParts * lanes) * (LoopParts * lanes);
        int whole = x.Length / lanes * lanes;
        for (int i = 0; i < x.Length; i++)
        {
            int part = i < blocks ? i % (LoopParts * lanes) : i < whole ? i % lanes : (2 * lanes) - x.Length + i;
            sums[part] = (float)(((double)weights[row + i] * x[i]) + sums[part]);
        }

        float[] totals = new float[lanes];
        for (int lane = 0; lane < lanes; lane++)
        {
            totals[lane] = Joined([sums[lane], sums[lanes + lane], sums[(2 * lanes) + lane], sums[(3 * lanes) + lane]]);
        }

        return (float)(bias + Joined(totals));
    }

    [MethodImpl(ColdBuild.Optimized)]
    private static float SparseSum(float[] weights, int row, float[] x, float bias)
    {
        int[] used = [.. Enumerable.Range(0, x.Length).Where(i => weights[row + i] != 0)];
        float[] sums = [bias, 0, 0, 0];
        for (int k = 0; k < used.Length; k++)
        {
            int part = k < used.Length / LoopParts * LoopParts ? k % LoopParts : 0;
            sums[part] = (float)(sums[part] + (float)(weights[row + used[k]] * x[used[k]]));
        }

        return Joined(sums);
    }

    /// <summary>Partial sums in pairs.</summary>
    private static float Joined(float[] sums)
    {
        while (sums.Length > 1)
        {
            float[] terms = sums;
            sums = new float[(terms.Length + 1) / 2];
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] = (2 * i) + 1 < terms.Length ? (float)(terms[2 * i] + terms[(2 * i) + 1]) : terms[2 * i];
            }
        }

        return sums[0];
    }

    /// <summary>In how many parts the library's kernels add up a unit: at least eight sums run at once.</summary>
    private int PanelParts(int units, int unit)
    {
        int vectors = (units + lanes - 1) / lanes;
        int first = 0;
        while (true)
        {
            int left = vectors - first;
            int panels = (left + MostVectors - 1) / MostVectors;
            int width = (left + panels - 1) / panels;
            if (unit / lanes < first + width)
            {
                return width switch
                {
                    >= 7 => 1,
                    >= 4 => 2,
                    3 => 3,
                    2 => 4,
                    _ => 8,
                };
            }

            first += width;
        }
    }
}
