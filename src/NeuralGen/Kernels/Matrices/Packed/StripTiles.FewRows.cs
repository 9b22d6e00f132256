using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <content>Tiles of the last rows, two vectors wide.</content>
internal static unsafe partial class StripTiles<TLanes, TVector>
{
    /// <summary>Computes 2 rows of 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Forward2By2(in StripBlock block, float* left, float* output)
    {
        nint row = block.InputSize, outputRow = block.Units;
        float* second = output + block.SecondUnit;
        TVector* right = (TVector*)block.Weights;
        TVector bias0 = ((TVector*)block.Bias)[0];
        TVector bias1 = ((TVector*)block.Bias)[1];
        TVector s0_0 = bias0, s0_1 = bias1;
        TVector s1_0 = bias0, s1_1 = bias1;
        bool hasSums = block.HasSums;
        for (int rest = block.Depth; rest != 0;)
        {
            int depth = Math.Min(rest, block.ChainLength);
            rest -= depth;
            do
            {
                TVector right0 = right[0], right1 = right[1];
                TVector factor = TLanes.Broadcast(*left);
                s0_0 = TLanes.MultiplyAdd(factor, right0, s0_0);
                s0_1 = TLanes.MultiplyAdd(factor, right1, s0_1);
                factor = TLanes.Broadcast(left[row]);
                s1_0 = TLanes.MultiplyAdd(factor, right0, s1_0);
                s1_1 = TLanes.MultiplyAdd(factor, right1, s1_1);
                left++;
                right += 2;
            }
            while (--depth != 0);

            if (hasSums)
            {
                s0_0 = TLanes.Add(TLanes.Load(output), s0_0);
                s1_0 = TLanes.Add(TLanes.Load(output + outputRow), s1_0);
                s0_1 = TLanes.Add(TLanes.Load(second), s0_1);
                s1_1 = TLanes.Add(TLanes.Load(second + outputRow), s1_1);
            }

            if (rest != 0)
            {
                // A new chain of sums.
                TLanes.Store(output, s0_0);
                TLanes.Store(output + outputRow, s1_0);
                TLanes.Store(second, s0_1);
                TLanes.Store(second + outputRow, s1_1);
                s0_0 = default;
                s0_1 = default;
                s1_0 = default;
                s1_1 = default;
                hasSums = true;
            }
        }

        if (block.IsRelu)
        {
            s0_0 = TLanes.AtLeast(default, s0_0);
            s0_1 = TLanes.AtLeast(default, s0_1);
            s1_0 = TLanes.AtLeast(default, s1_0);
            s1_1 = TLanes.AtLeast(default, s1_1);
        }

        TLanes.Store(output, s0_0);
        TLanes.Store(output + outputRow, s1_0);
        TLanes.Store(second, s0_1);
        TLanes.Store(second + outputRow, s1_1);
    }

    /// <summary>Computes 1 row of 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Forward1By2(in StripBlock block, float* left, float* output)
    {
        nint row = block.InputSize, outputRow = block.Units;
        float* second = output + block.SecondUnit;
        TVector* right = (TVector*)block.Weights;
        TVector bias0 = ((TVector*)block.Bias)[0];
        TVector bias1 = ((TVector*)block.Bias)[1];
        TVector s0_0 = bias0, s0_1 = bias1;
        bool hasSums = block.HasSums;
        for (int rest = block.Depth; rest != 0;)
        {
            int depth = Math.Min(rest, block.ChainLength);
            rest -= depth;
            do
            {
                TVector right0 = right[0], right1 = right[1];
                TVector factor = TLanes.Broadcast(*left);
                s0_0 = TLanes.MultiplyAdd(factor, right0, s0_0);
                s0_1 = TLanes.MultiplyAdd(factor, right1, s0_1);
                left++;
                right += 2;
            }
            while (--depth != 0);

            if (hasSums)
            {
                s0_0 = TLanes.Add(TLanes.Load(output), s0_0);
                s0_1 = TLanes.Add(TLanes.Load(second), s0_1);
            }

            if (rest != 0)
            {
                // A new chain of sums.
                TLanes.Store(output, s0_0);
                TLanes.Store(second, s0_1);
                s0_0 = default;
                s0_1 = default;
                hasSums = true;
            }
        }

        if (block.IsRelu)
        {
            s0_0 = TLanes.AtLeast(default, s0_0);
            s0_1 = TLanes.AtLeast(default, s0_1);
        }

        TLanes.Store(output, s0_0);
        TLanes.Store(second, s0_1);
    }
}
