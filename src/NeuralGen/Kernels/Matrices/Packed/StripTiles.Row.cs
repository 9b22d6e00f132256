using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <content>A tile of one row over four strips, whose eight sums hide how long an addition takes.</content>
internal static unsafe partial class StripTiles<TLanes, TVector>
{
    /// <summary>Computes one row of eight vectors: four strips, one behind the other in memory and among the units.</summary>
    /// <param name="block">the first strip and the inputs.</param>
    /// <param name="stripSize">the distance of two strips, in vectors.</param>
    /// <param name="left">the first input.</param>
    /// <param name="output">the first output.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void ForwardRow(in StripBlock block, nint stripSize, float* left, float* output)
    {
        TVector* bias = (TVector*)block.Bias;
        nint biasSize = block.HasSums ? 0 : stripSize;
        TVector s0 = bias[0];
        TVector s1 = bias[1];
        TVector s2 = bias[biasSize];
        TVector s3 = bias[biasSize + 1];
        TVector s4 = bias[2 * biasSize];
        TVector s5 = bias[(2 * biasSize) + 1];
        TVector s6 = bias[3 * biasSize];
        TVector s7 = bias[(3 * biasSize) + 1];
        TVector* right = (TVector*)block.Weights;
        bool hasSums = block.HasSums;
        for (int rest = block.Depth; rest != 0;)
        {
            int depth = Math.Min(rest, block.ChainLength);
            rest -= depth;
            do
            {
                TVector factor = TLanes.Broadcast(*left);
                s0 = TLanes.MultiplyAdd(factor, right[0], s0);
                s1 = TLanes.MultiplyAdd(factor, right[1], s1);
                s2 = TLanes.MultiplyAdd(factor, right[stripSize], s2);
                s3 = TLanes.MultiplyAdd(factor, right[stripSize + 1], s3);
                s4 = TLanes.MultiplyAdd(factor, right[2 * stripSize], s4);
                s5 = TLanes.MultiplyAdd(factor, right[(2 * stripSize) + 1], s5);
                s6 = TLanes.MultiplyAdd(factor, right[3 * stripSize], s6);
                s7 = TLanes.MultiplyAdd(factor, right[(3 * stripSize) + 1], s7);
                left++;
                right += 2;
            }
            while (--depth != 0);

            if (hasSums)
            {
                s0 = TLanes.Add(TLanes.Load(output), s0);
                s1 = TLanes.Add(TLanes.Load(output + TLanes.Count), s1);
                s2 = TLanes.Add(TLanes.Load(output + (2 * TLanes.Count)), s2);
                s3 = TLanes.Add(TLanes.Load(output + (3 * TLanes.Count)), s3);
                s4 = TLanes.Add(TLanes.Load(output + (4 * TLanes.Count)), s4);
                s5 = TLanes.Add(TLanes.Load(output + (5 * TLanes.Count)), s5);
                s6 = TLanes.Add(TLanes.Load(output + (6 * TLanes.Count)), s6);
                s7 = TLanes.Add(TLanes.Load(output + (7 * TLanes.Count)), s7);
            }

            if (rest != 0)
            {
                // A new chain of sums.
                TLanes.Store(output, s0);
                TLanes.Store(output + TLanes.Count, s1);
                TLanes.Store(output + (2 * TLanes.Count), s2);
                TLanes.Store(output + (3 * TLanes.Count), s3);
                TLanes.Store(output + (4 * TLanes.Count), s4);
                TLanes.Store(output + (5 * TLanes.Count), s5);
                TLanes.Store(output + (6 * TLanes.Count), s6);
                TLanes.Store(output + (7 * TLanes.Count), s7);
                s0 = default;
                s1 = default;
                s2 = default;
                s3 = default;
                s4 = default;
                s5 = default;
                s6 = default;
                s7 = default;
                hasSums = true;
            }
        }

        if (block.IsRelu)
        {
            s0 = TLanes.AtLeast(default, s0);
            s1 = TLanes.AtLeast(default, s1);
            s2 = TLanes.AtLeast(default, s2);
            s3 = TLanes.AtLeast(default, s3);
            s4 = TLanes.AtLeast(default, s4);
            s5 = TLanes.AtLeast(default, s5);
            s6 = TLanes.AtLeast(default, s6);
            s7 = TLanes.AtLeast(default, s7);
        }

        TLanes.Store(output, s0);
        TLanes.Store(output + TLanes.Count, s1);
        TLanes.Store(output + (2 * TLanes.Count), s2);
        TLanes.Store(output + (3 * TLanes.Count), s3);
        TLanes.Store(output + (4 * TLanes.Count), s4);
        TLanes.Store(output + (5 * TLanes.Count), s5);
        TLanes.Store(output + (6 * TLanes.Count), s6);
        TLanes.Store(output + (7 * TLanes.Count), s7);
    }
}
