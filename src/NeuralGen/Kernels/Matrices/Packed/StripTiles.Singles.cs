using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <content>Tiles one vector wide.</content>
internal static unsafe partial class StripTiles<TLanes, TVector>
{
    /// <summary>Computes 12 rows of 1 vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Forward12By1(in StripBlock block, float* left, float* output)
    {
        nint row = block.InputSize, outputRow = block.Units;
        TVector* right = (TVector*)block.Weights;
        TVector bias0 = ((TVector*)block.Bias)[0];
        TVector s0_0 = bias0;
        TVector s1_0 = bias0;
        TVector s2_0 = bias0;
        TVector s3_0 = bias0;
        TVector s4_0 = bias0;
        TVector s5_0 = bias0;
        TVector s6_0 = bias0;
        TVector s7_0 = bias0;
        TVector s8_0 = bias0;
        TVector s9_0 = bias0;
        TVector s10_0 = bias0;
        TVector s11_0 = bias0;
        float* left1 = left + (4 * row);
        float* left2 = left + (8 * row);
        bool hasSums = block.HasSums;
        for (int rest = block.Depth; rest != 0;)
        {
            int depth = Math.Min(rest, block.ChainLength);
            rest -= depth;
            do
            {
                TVector right0 = *right;
                TVector factor = TLanes.Broadcast(*left);
                s0_0 = TLanes.MultiplyAdd(factor, right0, s0_0);
                factor = TLanes.Broadcast(left[row]);
                s1_0 = TLanes.MultiplyAdd(factor, right0, s1_0);
                factor = TLanes.Broadcast(left[2 * row]);
                s2_0 = TLanes.MultiplyAdd(factor, right0, s2_0);
                factor = TLanes.Broadcast(left[3 * row]);
                s3_0 = TLanes.MultiplyAdd(factor, right0, s3_0);
                factor = TLanes.Broadcast(*left1);
                s4_0 = TLanes.MultiplyAdd(factor, right0, s4_0);
                factor = TLanes.Broadcast(left1[row]);
                s5_0 = TLanes.MultiplyAdd(factor, right0, s5_0);
                factor = TLanes.Broadcast(left1[2 * row]);
                s6_0 = TLanes.MultiplyAdd(factor, right0, s6_0);
                factor = TLanes.Broadcast(left1[3 * row]);
                s7_0 = TLanes.MultiplyAdd(factor, right0, s7_0);
                factor = TLanes.Broadcast(*left2);
                s8_0 = TLanes.MultiplyAdd(factor, right0, s8_0);
                factor = TLanes.Broadcast(left2[row]);
                s9_0 = TLanes.MultiplyAdd(factor, right0, s9_0);
                factor = TLanes.Broadcast(left2[2 * row]);
                s10_0 = TLanes.MultiplyAdd(factor, right0, s10_0);
                factor = TLanes.Broadcast(left2[3 * row]);
                s11_0 = TLanes.MultiplyAdd(factor, right0, s11_0);
                left++;
                left1++;
                left2++;
                right++;
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
                s8_0 = TLanes.Add(TLanes.Load(output + (8 * outputRow)), s8_0);
                s9_0 = TLanes.Add(TLanes.Load(output + (9 * outputRow)), s9_0);
                s10_0 = TLanes.Add(TLanes.Load(output + (10 * outputRow)), s10_0);
                s11_0 = TLanes.Add(TLanes.Load(output + (11 * outputRow)), s11_0);
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
                TLanes.Store(output + (8 * outputRow), s8_0);
                TLanes.Store(output + (9 * outputRow), s9_0);
                TLanes.Store(output + (10 * outputRow), s10_0);
                TLanes.Store(output + (11 * outputRow), s11_0);
                s0_0 = default;
                s1_0 = default;
                s2_0 = default;
                s3_0 = default;
                s4_0 = default;
                s5_0 = default;
                s6_0 = default;
                s7_0 = default;
                s8_0 = default;
                s9_0 = default;
                s10_0 = default;
                s11_0 = default;
                hasSums = true;
            }
        }

        if (block.IsRelu)
        {
            s0_0 = TLanes.AtLeast(default, s0_0);
            s1_0 = TLanes.AtLeast(default, s1_0);
            s2_0 = TLanes.AtLeast(default, s2_0);
            s3_0 = TLanes.AtLeast(default, s3_0);
            s4_0 = TLanes.AtLeast(default, s4_0);
            s5_0 = TLanes.AtLeast(default, s5_0);
            s6_0 = TLanes.AtLeast(default, s6_0);
            s7_0 = TLanes.AtLeast(default, s7_0);
            s8_0 = TLanes.AtLeast(default, s8_0);
            s9_0 = TLanes.AtLeast(default, s9_0);
            s10_0 = TLanes.AtLeast(default, s10_0);
            s11_0 = TLanes.AtLeast(default, s11_0);
        }

        TLanes.Store(output, s0_0);
        TLanes.Store(output + outputRow, s1_0);
        TLanes.Store(output + (2 * outputRow), s2_0);
        TLanes.Store(output + (3 * outputRow), s3_0);
        TLanes.Store(output + (4 * outputRow), s4_0);
        TLanes.Store(output + (5 * outputRow), s5_0);
        TLanes.Store(output + (6 * outputRow), s6_0);
        TLanes.Store(output + (7 * outputRow), s7_0);
        TLanes.Store(output + (8 * outputRow), s8_0);
        TLanes.Store(output + (9 * outputRow), s9_0);
        TLanes.Store(output + (10 * outputRow), s10_0);
        TLanes.Store(output + (11 * outputRow), s11_0);
    }

    /// <summary>Computes 4 rows of 1 vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Forward4By1(in StripBlock block, float* left, float* output)
    {
        nint row = block.InputSize, outputRow = block.Units;
        TVector* right = (TVector*)block.Weights;
        TVector bias0 = ((TVector*)block.Bias)[0];
        TVector s0_0 = bias0;
        TVector s1_0 = bias0;
        TVector s2_0 = bias0;
        TVector s3_0 = bias0;
        bool hasSums = block.HasSums;
        for (int rest = block.Depth; rest != 0;)
        {
            int depth = Math.Min(rest, block.ChainLength);
            rest -= depth;
            do
            {
                TVector right0 = *right;
                TVector factor = TLanes.Broadcast(*left);
                s0_0 = TLanes.MultiplyAdd(factor, right0, s0_0);
                factor = TLanes.Broadcast(left[row]);
                s1_0 = TLanes.MultiplyAdd(factor, right0, s1_0);
                factor = TLanes.Broadcast(left[2 * row]);
                s2_0 = TLanes.MultiplyAdd(factor, right0, s2_0);
                factor = TLanes.Broadcast(left[3 * row]);
                s3_0 = TLanes.MultiplyAdd(factor, right0, s3_0);
                left++;
                right++;
            }
            while (--depth != 0);

            if (hasSums)
            {
                s0_0 = TLanes.Add(TLanes.Load(output), s0_0);
                s1_0 = TLanes.Add(TLanes.Load(output + outputRow), s1_0);
                s2_0 = TLanes.Add(TLanes.Load(output + (2 * outputRow)), s2_0);
                s3_0 = TLanes.Add(TLanes.Load(output + (3 * outputRow)), s3_0);
            }

            if (rest != 0)
            {
                // A new chain of sums.
                TLanes.Store(output, s0_0);
                TLanes.Store(output + outputRow, s1_0);
                TLanes.Store(output + (2 * outputRow), s2_0);
                TLanes.Store(output + (3 * outputRow), s3_0);
                s0_0 = default;
                s1_0 = default;
                s2_0 = default;
                s3_0 = default;
                hasSums = true;
            }
        }

        if (block.IsRelu)
        {
            s0_0 = TLanes.AtLeast(default, s0_0);
            s1_0 = TLanes.AtLeast(default, s1_0);
            s2_0 = TLanes.AtLeast(default, s2_0);
            s3_0 = TLanes.AtLeast(default, s3_0);
        }

        TLanes.Store(output, s0_0);
        TLanes.Store(output + outputRow, s1_0);
        TLanes.Store(output + (2 * outputRow), s2_0);
        TLanes.Store(output + (3 * outputRow), s3_0);
    }

    /// <summary>Computes 1 row of 1 vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Forward1By1(in StripBlock block, float* left, float* output)
    {
        nint row = block.InputSize, outputRow = block.Units;
        TVector* right = (TVector*)block.Weights;
        TVector bias0 = ((TVector*)block.Bias)[0];
        TVector s0_0 = bias0;
        bool hasSums = block.HasSums;
        for (int rest = block.Depth; rest != 0;)
        {
            int depth = Math.Min(rest, block.ChainLength);
            rest -= depth;
            do
            {
                TVector right0 = *right;
                TVector factor = TLanes.Broadcast(*left);
                s0_0 = TLanes.MultiplyAdd(factor, right0, s0_0);
                left++;
                right++;
            }
            while (--depth != 0);

            if (hasSums)
            {
                s0_0 = TLanes.Add(TLanes.Load(output), s0_0);
            }

            if (rest != 0)
            {
                // A new chain of sums.
                TLanes.Store(output, s0_0);
                s0_0 = default;
                hasSums = true;
            }
        }

        if (block.IsRelu)
        {
            s0_0 = TLanes.AtLeast(default, s0_0);
        }

        TLanes.Store(output, s0_0);
    }
}
