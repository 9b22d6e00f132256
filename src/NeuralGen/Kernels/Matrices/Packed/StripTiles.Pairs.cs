using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <content>Tiles of six and eight rows, two vectors wide.</content>
internal static unsafe partial class StripTiles<TLanes, TVector>
{
    /// <summary>Computes 8 rows of 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Forward8By2(in StripBlock block, float* left, float* output)
    {
        nint row = block.InputSize, outputRow = block.Units;
        float* second = output + block.SecondUnit;
        TVector* right = (TVector*)block.Weights;
        TVector bias0 = ((TVector*)block.Bias)[0];
        TVector bias1 = ((TVector*)block.Bias)[1];
        TVector s0_0 = bias0, s0_1 = bias1;
        TVector s1_0 = bias0, s1_1 = bias1;
        TVector s2_0 = bias0, s2_1 = bias1;
        TVector s3_0 = bias0, s3_1 = bias1;
        TVector s4_0 = bias0, s4_1 = bias1;
        TVector s5_0 = bias0, s5_1 = bias1;
        TVector s6_0 = bias0, s6_1 = bias1;
        TVector s7_0 = bias0, s7_1 = bias1;
        float* left1 = left + (4 * row);
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
                factor = TLanes.Broadcast(left[2 * row]);
                s2_0 = TLanes.MultiplyAdd(factor, right0, s2_0);
                s2_1 = TLanes.MultiplyAdd(factor, right1, s2_1);
                factor = TLanes.Broadcast(left[3 * row]);
                s3_0 = TLanes.MultiplyAdd(factor, right0, s3_0);
                s3_1 = TLanes.MultiplyAdd(factor, right1, s3_1);
                factor = TLanes.Broadcast(*left1);
                s4_0 = TLanes.MultiplyAdd(factor, right0, s4_0);
                s4_1 = TLanes.MultiplyAdd(factor, right1, s4_1);
                factor = TLanes.Broadcast(left1[row]);
                s5_0 = TLanes.MultiplyAdd(factor, right0, s5_0);
                s5_1 = TLanes.MultiplyAdd(factor, right1, s5_1);
                factor = TLanes.Broadcast(left1[2 * row]);
                s6_0 = TLanes.MultiplyAdd(factor, right0, s6_0);
                s6_1 = TLanes.MultiplyAdd(factor, right1, s6_1);
                factor = TLanes.Broadcast(left1[3 * row]);
                s7_0 = TLanes.MultiplyAdd(factor, right0, s7_0);
                s7_1 = TLanes.MultiplyAdd(factor, right1, s7_1);
                left++;
                left1++;
                right += 2;
            }
            while (--depth != 0);

            if (hasSums)
            {
                s0_0 = TLanes.Add(TLanes.Load(output), s0_0);
                s1_0 = TLanes.Add(TLanes.Load(output + outputRow), s1_0);
                s2_0 = TLanes.Add(TLanes.Load(output + (2 * outputRow)), s2_0);
                s3_0 = TLanes.Add(TLanes.Load(output + (3 * outputRow)), s3_0);
                s4_0 = TLanes.Add(TLanes.Load(output + (4 * outputRow)), s4_0);
                s5_0 = TLanes.Add(TLanes.Load(output + (5 * outputRow)), s5_0);
                s6_0 = TLanes.Add(TLanes.Load(output + (6 * outputRow)), s6_0);
                s7_0 = TLanes.Add(TLanes.Load(output + (7 * outputRow)), s7_0);
                s0_1 = TLanes.Add(TLanes.Load(second), s0_1);
                s1_1 = TLanes.Add(TLanes.Load(second + outputRow), s1_1);
                s2_1 = TLanes.Add(TLanes.Load(second + (2 * outputRow)), s2_1);
                s3_1 = TLanes.Add(TLanes.Load(second + (3 * outputRow)), s3_1);
                s4_1 = TLanes.Add(TLanes.Load(second + (4 * outputRow)), s4_1);
                s5_1 = TLanes.Add(TLanes.Load(second + (5 * outputRow)), s5_1);
                s6_1 = TLanes.Add(TLanes.Load(second + (6 * outputRow)), s6_1);
                s7_1 = TLanes.Add(TLanes.Load(second + (7 * outputRow)), s7_1);
            }

            if (rest != 0)
            {
                // A new chain of sums.
                TLanes.Store(output, s0_0);
                TLanes.Store(output + outputRow, s1_0);
                TLanes.Store(output + (2 * outputRow), s2_0);
                TLanes.Store(output + (3 * outputRow), s3_0);
                TLanes.Store(output + (4 * outputRow), s4_0);
                TLanes.Store(output + (5 * outputRow), s5_0);
                TLanes.Store(output + (6 * outputRow), s6_0);
                TLanes.Store(output + (7 * outputRow), s7_0);
                TLanes.Store(second, s0_1);
                TLanes.Store(second + outputRow, s1_1);
                TLanes.Store(second + (2 * outputRow), s2_1);
                TLanes.Store(second + (3 * outputRow), s3_1);
                TLanes.Store(second + (4 * outputRow), s4_1);
                TLanes.Store(second + (5 * outputRow), s5_1);
                TLanes.Store(second + (6 * outputRow), s6_1);
                TLanes.Store(second + (7 * outputRow), s7_1);
                s0_0 = default;
                s0_1 = default;
                s1_0 = default;
                s1_1 = default;
                s2_0 = default;
                s2_1 = default;
                s3_0 = default;
                s3_1 = default;
                s4_0 = default;
                s4_1 = default;
                s5_0 = default;
                s5_1 = default;
                s6_0 = default;
                s6_1 = default;
                s7_0 = default;
                s7_1 = default;
                hasSums = true;
            }
        }

        if (block.IsRelu)
        {
            s0_0 = TLanes.AtLeast(default, s0_0);
            s0_1 = TLanes.AtLeast(default, s0_1);
            s1_0 = TLanes.AtLeast(default, s1_0);
            s1_1 = TLanes.AtLeast(default, s1_1);
            s2_0 = TLanes.AtLeast(default, s2_0);
            s2_1 = TLanes.AtLeast(default, s2_1);
            s3_0 = TLanes.AtLeast(default, s3_0);
            s3_1 = TLanes.AtLeast(default, s3_1);
            s4_0 = TLanes.AtLeast(default, s4_0);
            s4_1 = TLanes.AtLeast(default, s4_1);
            s5_0 = TLanes.AtLeast(default, s5_0);
            s5_1 = TLanes.AtLeast(default, s5_1);
            s6_0 = TLanes.AtLeast(default, s6_0);
            s6_1 = TLanes.AtLeast(default, s6_1);
            s7_0 = TLanes.AtLeast(default, s7_0);
            s7_1 = TLanes.AtLeast(default, s7_1);
        }

        TLanes.Store(output, s0_0);
        TLanes.Store(output + outputRow, s1_0);
        TLanes.Store(output + (2 * outputRow), s2_0);
        TLanes.Store(output + (3 * outputRow), s3_0);
        TLanes.Store(output + (4 * outputRow), s4_0);
        TLanes.Store(output + (5 * outputRow), s5_0);
        TLanes.Store(output + (6 * outputRow), s6_0);
        TLanes.Store(output + (7 * outputRow), s7_0);
        TLanes.Store(second, s0_1);
        TLanes.Store(second + outputRow, s1_1);
        TLanes.Store(second + (2 * outputRow), s2_1);
        TLanes.Store(second + (3 * outputRow), s3_1);
        TLanes.Store(second + (4 * outputRow), s4_1);
        TLanes.Store(second + (5 * outputRow), s5_1);
        TLanes.Store(second + (6 * outputRow), s6_1);
        TLanes.Store(second + (7 * outputRow), s7_1);
    }

    /// <summary>Computes 6 rows of 2 vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Forward6By2(in StripBlock block, float* left, float* output)
    {
        nint row = block.InputSize, outputRow = block.Units;
        float* second = output + block.SecondUnit;
        TVector* right = (TVector*)block.Weights;
        TVector bias0 = ((TVector*)block.Bias)[0];
        TVector bias1 = ((TVector*)block.Bias)[1];
        TVector s0_0 = bias0, s0_1 = bias1;
        TVector s1_0 = bias0, s1_1 = bias1;
        TVector s2_0 = bias0, s2_1 = bias1;
        TVector s3_0 = bias0, s3_1 = bias1;
        TVector s4_0 = bias0, s4_1 = bias1;
        TVector s5_0 = bias0, s5_1 = bias1;
        float* left1 = left + (4 * row);
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
                factor = TLanes.Broadcast(left[2 * row]);
                s2_0 = TLanes.MultiplyAdd(factor, right0, s2_0);
                s2_1 = TLanes.MultiplyAdd(factor, right1, s2_1);
                factor = TLanes.Broadcast(left[3 * row]);
                s3_0 = TLanes.MultiplyAdd(factor, right0, s3_0);
                s3_1 = TLanes.MultiplyAdd(factor, right1, s3_1);
                factor = TLanes.Broadcast(*left1);
                s4_0 = TLanes.MultiplyAdd(factor, right0, s4_0);
                s4_1 = TLanes.MultiplyAdd(factor, right1, s4_1);
                factor = TLanes.Broadcast(left1[row]);
                s5_0 = TLanes.MultiplyAdd(factor, right0, s5_0);
                s5_1 = TLanes.MultiplyAdd(factor, right1, s5_1);
                left++;
                left1++;
                right += 2;
            }
            while (--depth != 0);

            if (hasSums)
            {
                s0_0 = TLanes.Add(TLanes.Load(output), s0_0);
                s1_0 = TLanes.Add(TLanes.Load(output + outputRow), s1_0);
                s2_0 = TLanes.Add(TLanes.Load(output + (2 * outputRow)), s2_0);
                s3_0 = TLanes.Add(TLanes.Load(output + (3 * outputRow)), s3_0);
                s4_0 = TLanes.Add(TLanes.Load(output + (4 * outputRow)), s4_0);
                s5_0 = TLanes.Add(TLanes.Load(output + (5 * outputRow)), s5_0);
                s0_1 = TLanes.Add(TLanes.Load(second), s0_1);
                s1_1 = TLanes.Add(TLanes.Load(second + outputRow), s1_1);
                s2_1 = TLanes.Add(TLanes.Load(second + (2 * outputRow)), s2_1);
                s3_1 = TLanes.Add(TLanes.Load(second + (3 * outputRow)), s3_1);
                s4_1 = TLanes.Add(TLanes.Load(second + (4 * outputRow)), s4_1);
                s5_1 = TLanes.Add(TLanes.Load(second + (5 * outputRow)), s5_1);
            }

            if (rest != 0)
            {
                // A new chain of sums.
                TLanes.Store(output, s0_0);
                TLanes.Store(output + outputRow, s1_0);
                TLanes.Store(output + (2 * outputRow), s2_0);
                TLanes.Store(output + (3 * outputRow), s3_0);
                TLanes.Store(output + (4 * outputRow), s4_0);
                TLanes.Store(output + (5 * outputRow), s5_0);
                TLanes.Store(second, s0_1);
                TLanes.Store(second + outputRow, s1_1);
                TLanes.Store(second + (2 * outputRow), s2_1);
                TLanes.Store(second + (3 * outputRow), s3_1);
                TLanes.Store(second + (4 * outputRow), s4_1);
                TLanes.Store(second + (5 * outputRow), s5_1);
                s0_0 = default;
                s0_1 = default;
                s1_0 = default;
                s1_1 = default;
                s2_0 = default;
                s2_1 = default;
                s3_0 = default;
                s3_1 = default;
                s4_0 = default;
                s4_1 = default;
                s5_0 = default;
                s5_1 = default;
                hasSums = true;
            }
        }

        if (block.IsRelu)
        {
            s0_0 = TLanes.AtLeast(default, s0_0);
            s0_1 = TLanes.AtLeast(default, s0_1);
            s1_0 = TLanes.AtLeast(default, s1_0);
            s1_1 = TLanes.AtLeast(default, s1_1);
            s2_0 = TLanes.AtLeast(default, s2_0);
            s2_1 = TLanes.AtLeast(default, s2_1);
            s3_0 = TLanes.AtLeast(default, s3_0);
            s3_1 = TLanes.AtLeast(default, s3_1);
            s4_0 = TLanes.AtLeast(default, s4_0);
            s4_1 = TLanes.AtLeast(default, s4_1);
            s5_0 = TLanes.AtLeast(default, s5_0);
            s5_1 = TLanes.AtLeast(default, s5_1);
        }

        TLanes.Store(output, s0_0);
        TLanes.Store(output + outputRow, s1_0);
        TLanes.Store(output + (2 * outputRow), s2_0);
        TLanes.Store(output + (3 * outputRow), s3_0);
        TLanes.Store(output + (4 * outputRow), s4_0);
        TLanes.Store(output + (5 * outputRow), s5_0);
        TLanes.Store(second, s0_1);
        TLanes.Store(second + outputRow, s1_1);
        TLanes.Store(second + (2 * outputRow), s2_1);
        TLanes.Store(second + (3 * outputRow), s3_1);
        TLanes.Store(second + (4 * outputRow), s4_1);
        TLanes.Store(second + (5 * outputRow), s5_1);
    }
}
