using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Matrices.Packed;

/// <content>Panels of 6 to 12 vectors.</content>
internal static unsafe partial class Panels<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector* Forward12(float* input, int inputs, TVector* panel, TVector* output, bool isRelu)
    {
        TVector sum0 = panel[0];
        TVector sum1 = panel[1];
        TVector sum2 = panel[2];
        TVector sum3 = panel[3];
        TVector sum4 = panel[4];
        TVector sum5 = panel[5];
        TVector sum6 = panel[6];
        TVector sum7 = panel[7];
        TVector sum8 = panel[8];
        TVector sum9 = panel[9];
        TVector sum10 = panel[10];
        TVector sum11 = panel[11];
        panel += 12;
        int i = 0;
        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0 = TLanes.MultiplyAdd(x, panel[0], sum0);
            sum1 = TLanes.MultiplyAdd(x, panel[1], sum1);
            sum2 = TLanes.MultiplyAdd(x, panel[2], sum2);
            sum3 = TLanes.MultiplyAdd(x, panel[3], sum3);
            sum4 = TLanes.MultiplyAdd(x, panel[4], sum4);
            sum5 = TLanes.MultiplyAdd(x, panel[5], sum5);
            sum6 = TLanes.MultiplyAdd(x, panel[6], sum6);
            sum7 = TLanes.MultiplyAdd(x, panel[7], sum7);
            sum8 = TLanes.MultiplyAdd(x, panel[8], sum8);
            sum9 = TLanes.MultiplyAdd(x, panel[9], sum9);
            sum10 = TLanes.MultiplyAdd(x, panel[10], sum10);
            sum11 = TLanes.MultiplyAdd(x, panel[11], sum11);
            panel += 12;
        }

        output[0] = Activate(sum0, isRelu);
        output[1] = Activate(sum1, isRelu);
        output[2] = Activate(sum2, isRelu);
        output[3] = Activate(sum3, isRelu);
        output[4] = Activate(sum4, isRelu);
        output[5] = Activate(sum5, isRelu);
        output[6] = Activate(sum6, isRelu);
        output[7] = Activate(sum7, isRelu);
        output[8] = Activate(sum8, isRelu);
        output[9] = Activate(sum9, isRelu);
        output[10] = Activate(sum10, isRelu);
        output[11] = Activate(sum11, isRelu);
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector* Forward8(float* input, int inputs, TVector* panel, TVector* output, bool isRelu)
    {
        TVector sum0 = panel[0];
        TVector sum1 = panel[1];
        TVector sum2 = panel[2];
        TVector sum3 = panel[3];
        TVector sum4 = panel[4];
        TVector sum5 = panel[5];
        TVector sum6 = panel[6];
        TVector sum7 = panel[7];
        panel += 8;
        int i = 0;
        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0 = TLanes.MultiplyAdd(x, panel[0], sum0);
            sum1 = TLanes.MultiplyAdd(x, panel[1], sum1);
            sum2 = TLanes.MultiplyAdd(x, panel[2], sum2);
            sum3 = TLanes.MultiplyAdd(x, panel[3], sum3);
            sum4 = TLanes.MultiplyAdd(x, panel[4], sum4);
            sum5 = TLanes.MultiplyAdd(x, panel[5], sum5);
            sum6 = TLanes.MultiplyAdd(x, panel[6], sum6);
            sum7 = TLanes.MultiplyAdd(x, panel[7], sum7);
            panel += 8;
        }

        output[0] = Activate(sum0, isRelu);
        output[1] = Activate(sum1, isRelu);
        output[2] = Activate(sum2, isRelu);
        output[3] = Activate(sum3, isRelu);
        output[4] = Activate(sum4, isRelu);
        output[5] = Activate(sum5, isRelu);
        output[6] = Activate(sum6, isRelu);
        output[7] = Activate(sum7, isRelu);
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TVector* Forward6(float* input, int inputs, TVector* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = panel[0];
        TVector sum0_1 = panel[1];
        TVector sum0_2 = panel[2];
        TVector sum0_3 = panel[3];
        TVector sum0_4 = panel[4];
        TVector sum0_5 = panel[5];
        TVector sum1_0 = default;
        TVector sum1_1 = default;
        TVector sum1_2 = default;
        TVector sum1_3 = default;
        TVector sum1_4 = default;
        TVector sum1_5 = default;
        panel += 6;
        int i = 0;
        for (; i <= inputs - 2; i += 2)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, panel[0], sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x0, panel[1], sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x0, panel[2], sum0_2);
            sum0_3 = TLanes.MultiplyAdd(x0, panel[3], sum0_3);
            sum0_4 = TLanes.MultiplyAdd(x0, panel[4], sum0_4);
            sum0_5 = TLanes.MultiplyAdd(x0, panel[5], sum0_5);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, panel[6], sum1_0);
            sum1_1 = TLanes.MultiplyAdd(x1, panel[7], sum1_1);
            sum1_2 = TLanes.MultiplyAdd(x1, panel[8], sum1_2);
            sum1_3 = TLanes.MultiplyAdd(x1, panel[9], sum1_3);
            sum1_4 = TLanes.MultiplyAdd(x1, panel[10], sum1_4);
            sum1_5 = TLanes.MultiplyAdd(x1, panel[11], sum1_5);
            panel += 12;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, panel[0], sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x, panel[1], sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x, panel[2], sum0_2);
            sum0_3 = TLanes.MultiplyAdd(x, panel[3], sum0_3);
            sum0_4 = TLanes.MultiplyAdd(x, panel[4], sum0_4);
            sum0_5 = TLanes.MultiplyAdd(x, panel[5], sum0_5);
            panel += 6;
        }

        output[0] = Activate(TLanes.Add(sum0_0, sum1_0), isRelu);
        output[1] = Activate(TLanes.Add(sum0_1, sum1_1), isRelu);
        output[2] = Activate(TLanes.Add(sum0_2, sum1_2), isRelu);
        output[3] = Activate(TLanes.Add(sum0_3, sum1_3), isRelu);
        output[4] = Activate(TLanes.Add(sum0_4, sum1_4), isRelu);
        output[5] = Activate(TLanes.Add(sum0_5, sum1_5), isRelu);
        return panel;
    }
}
