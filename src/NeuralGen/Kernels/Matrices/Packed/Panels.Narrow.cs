using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <content>Panels of 1 to 4 vectors.</content>
internal static unsafe partial class Panels<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector* Forward4(float* input, int inputs, TVector* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = panel[0];
        TVector sum0_1 = panel[1];
        TVector sum0_2 = panel[2];
        TVector sum0_3 = panel[3];
        TVector sum1_0 = default;
        TVector sum1_1 = default;
        TVector sum1_2 = default;
        TVector sum1_3 = default;
        panel += 4;
        int i = 0;
        for (; i <= inputs - 2; i += 2)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, panel[0], sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x0, panel[1], sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x0, panel[2], sum0_2);
            sum0_3 = TLanes.MultiplyAdd(x0, panel[3], sum0_3);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, panel[4], sum1_0);
            sum1_1 = TLanes.MultiplyAdd(x1, panel[5], sum1_1);
            sum1_2 = TLanes.MultiplyAdd(x1, panel[6], sum1_2);
            sum1_3 = TLanes.MultiplyAdd(x1, panel[7], sum1_3);
            panel += 8;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, panel[0], sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x, panel[1], sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x, panel[2], sum0_2);
            sum0_3 = TLanes.MultiplyAdd(x, panel[3], sum0_3);
            panel += 4;
        }

        output[0] = Activate(TLanes.Add(sum0_0, sum1_0), isRelu);
        output[1] = Activate(TLanes.Add(sum0_1, sum1_1), isRelu);
        output[2] = Activate(TLanes.Add(sum0_2, sum1_2), isRelu);
        output[3] = Activate(TLanes.Add(sum0_3, sum1_3), isRelu);
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector* Forward3(float* input, int inputs, TVector* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = panel[0];
        TVector sum0_1 = panel[1];
        TVector sum0_2 = panel[2];
        TVector sum1_0 = default;
        TVector sum1_1 = default;
        TVector sum1_2 = default;
        TVector sum2_0 = default;
        TVector sum2_1 = default;
        TVector sum2_2 = default;
        panel += 3;
        int i = 0;
        for (; i <= inputs - 3; i += 3)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, panel[0], sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x0, panel[1], sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x0, panel[2], sum0_2);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, panel[3], sum1_0);
            sum1_1 = TLanes.MultiplyAdd(x1, panel[4], sum1_1);
            sum1_2 = TLanes.MultiplyAdd(x1, panel[5], sum1_2);
            TVector x2 = TLanes.Broadcast(input[i + 2]);
            sum2_0 = TLanes.MultiplyAdd(x2, panel[6], sum2_0);
            sum2_1 = TLanes.MultiplyAdd(x2, panel[7], sum2_1);
            sum2_2 = TLanes.MultiplyAdd(x2, panel[8], sum2_2);
            panel += 9;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, panel[0], sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x, panel[1], sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x, panel[2], sum0_2);
            panel += 3;
        }

        output[0] = Activate(TLanes.Add(TLanes.Add(sum0_0, sum1_0), sum2_0), isRelu);
        output[1] = Activate(TLanes.Add(TLanes.Add(sum0_1, sum1_1), sum2_1), isRelu);
        output[2] = Activate(TLanes.Add(TLanes.Add(sum0_2, sum1_2), sum2_2), isRelu);
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector* Forward2(float* input, int inputs, TVector* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = panel[0];
        TVector sum0_1 = panel[1];
        TVector sum1_0 = default;
        TVector sum1_1 = default;
        TVector sum2_0 = default;
        TVector sum2_1 = default;
        TVector sum3_0 = default;
        TVector sum3_1 = default;
        panel += 2;
        int i = 0;
        for (; i <= inputs - 4; i += 4)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, panel[0], sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x0, panel[1], sum0_1);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, panel[2], sum1_0);
            sum1_1 = TLanes.MultiplyAdd(x1, panel[3], sum1_1);
            TVector x2 = TLanes.Broadcast(input[i + 2]);
            sum2_0 = TLanes.MultiplyAdd(x2, panel[4], sum2_0);
            sum2_1 = TLanes.MultiplyAdd(x2, panel[5], sum2_1);
            TVector x3 = TLanes.Broadcast(input[i + 3]);
            sum3_0 = TLanes.MultiplyAdd(x3, panel[6], sum3_0);
            sum3_1 = TLanes.MultiplyAdd(x3, panel[7], sum3_1);
            panel += 8;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, panel[0], sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x, panel[1], sum0_1);
            panel += 2;
        }

        output[0] = Activate(TLanes.Add(TLanes.Add(sum0_0, sum1_0), TLanes.Add(sum2_0, sum3_0)), isRelu);
        output[1] = Activate(TLanes.Add(TLanes.Add(sum0_1, sum1_1), TLanes.Add(sum2_1, sum3_1)), isRelu);
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector* Forward1(float* input, int inputs, TVector* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = panel[0];
        TVector sum1_0 = default;
        TVector sum2_0 = default;
        TVector sum3_0 = default;
        TVector sum4_0 = default;
        TVector sum5_0 = default;
        TVector sum6_0 = default;
        TVector sum7_0 = default;
        panel++;
        int i = 0;
        for (; i <= inputs - 8; i += 8)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, panel[0], sum0_0);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, panel[1], sum1_0);
            TVector x2 = TLanes.Broadcast(input[i + 2]);
            sum2_0 = TLanes.MultiplyAdd(x2, panel[2], sum2_0);
            TVector x3 = TLanes.Broadcast(input[i + 3]);
            sum3_0 = TLanes.MultiplyAdd(x3, panel[3], sum3_0);
            TVector x4 = TLanes.Broadcast(input[i + 4]);
            sum4_0 = TLanes.MultiplyAdd(x4, panel[4], sum4_0);
            TVector x5 = TLanes.Broadcast(input[i + 5]);
            sum5_0 = TLanes.MultiplyAdd(x5, panel[5], sum5_0);
            TVector x6 = TLanes.Broadcast(input[i + 6]);
            sum6_0 = TLanes.MultiplyAdd(x6, panel[6], sum6_0);
            TVector x7 = TLanes.Broadcast(input[i + 7]);
            sum7_0 = TLanes.MultiplyAdd(x7, panel[7], sum7_0);
            panel += 8;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, panel[0], sum0_0);
            panel++;
        }

        output[0] = Activate(TLanes.Add(TLanes.Add(TLanes.Add(sum0_0, sum1_0), TLanes.Add(sum2_0, sum3_0)), TLanes.Add(TLanes.Add(sum4_0, sum5_0), TLanes.Add(sum6_0, sum7_0))), isRelu);
        return panel;
    }
}
