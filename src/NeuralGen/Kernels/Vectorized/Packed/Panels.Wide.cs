using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <content>Panels of 6 to 12 vectors.</content>
internal static unsafe partial class Panels<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* Forward12(float* input, int inputs, float* panel, TVector* output, bool isRelu)
    {
        TVector sum0 = TLanes.Load(panel);
        TVector sum1 = TLanes.Load(panel + TLanes.Count);
        TVector sum2 = TLanes.Load(panel + (2 * TLanes.Count));
        TVector sum3 = TLanes.Load(panel + (3 * TLanes.Count));
        TVector sum4 = TLanes.Load(panel + (4 * TLanes.Count));
        TVector sum5 = TLanes.Load(panel + (5 * TLanes.Count));
        TVector sum6 = TLanes.Load(panel + (6 * TLanes.Count));
        TVector sum7 = TLanes.Load(panel + (7 * TLanes.Count));
        TVector sum8 = TLanes.Load(panel + (8 * TLanes.Count));
        TVector sum9 = TLanes.Load(panel + (9 * TLanes.Count));
        TVector sum10 = TLanes.Load(panel + (10 * TLanes.Count));
        TVector sum11 = TLanes.Load(panel + (11 * TLanes.Count));
        panel += 12 * TLanes.Count;
        int i = 0;
        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0 = TLanes.MultiplyAdd(x, TLanes.Load(panel), sum0);
            sum1 = TLanes.MultiplyAdd(x, TLanes.Load(panel + TLanes.Count), sum1);
            sum2 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (2 * TLanes.Count)), sum2);
            sum3 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (3 * TLanes.Count)), sum3);
            sum4 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (4 * TLanes.Count)), sum4);
            sum5 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (5 * TLanes.Count)), sum5);
            sum6 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (6 * TLanes.Count)), sum6);
            sum7 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (7 * TLanes.Count)), sum7);
            sum8 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (8 * TLanes.Count)), sum8);
            sum9 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (9 * TLanes.Count)), sum9);
            sum10 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (10 * TLanes.Count)), sum10);
            sum11 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (11 * TLanes.Count)), sum11);
            panel += 12 * TLanes.Count;
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
    private static float* Forward8(float* input, int inputs, float* panel, TVector* output, bool isRelu)
    {
        TVector sum0 = TLanes.Load(panel);
        TVector sum1 = TLanes.Load(panel + TLanes.Count);
        TVector sum2 = TLanes.Load(panel + (2 * TLanes.Count));
        TVector sum3 = TLanes.Load(panel + (3 * TLanes.Count));
        TVector sum4 = TLanes.Load(panel + (4 * TLanes.Count));
        TVector sum5 = TLanes.Load(panel + (5 * TLanes.Count));
        TVector sum6 = TLanes.Load(panel + (6 * TLanes.Count));
        TVector sum7 = TLanes.Load(panel + (7 * TLanes.Count));
        panel += 8 * TLanes.Count;
        int i = 0;
        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0 = TLanes.MultiplyAdd(x, TLanes.Load(panel), sum0);
            sum1 = TLanes.MultiplyAdd(x, TLanes.Load(panel + TLanes.Count), sum1);
            sum2 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (2 * TLanes.Count)), sum2);
            sum3 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (3 * TLanes.Count)), sum3);
            sum4 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (4 * TLanes.Count)), sum4);
            sum5 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (5 * TLanes.Count)), sum5);
            sum6 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (6 * TLanes.Count)), sum6);
            sum7 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (7 * TLanes.Count)), sum7);
            panel += 8 * TLanes.Count;
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
    private static float* Forward6(float* input, int inputs, float* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = TLanes.Load(panel);
        TVector sum0_1 = TLanes.Load(panel + TLanes.Count);
        TVector sum0_2 = TLanes.Load(panel + (2 * TLanes.Count));
        TVector sum0_3 = TLanes.Load(panel + (3 * TLanes.Count));
        TVector sum0_4 = TLanes.Load(panel + (4 * TLanes.Count));
        TVector sum0_5 = TLanes.Load(panel + (5 * TLanes.Count));
        TVector sum1_0 = TLanes.Broadcast(0);
        TVector sum1_1 = TLanes.Broadcast(0);
        TVector sum1_2 = TLanes.Broadcast(0);
        TVector sum1_3 = TLanes.Broadcast(0);
        TVector sum1_4 = TLanes.Broadcast(0);
        TVector sum1_5 = TLanes.Broadcast(0);
        panel += 6 * TLanes.Count;
        int i = 0;
        for (; i <= inputs - 2; i += 2)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, TLanes.Load(panel), sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + TLanes.Count), sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + (2 * TLanes.Count)), sum0_2);
            sum0_3 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + (3 * TLanes.Count)), sum0_3);
            sum0_4 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + (4 * TLanes.Count)), sum0_4);
            sum0_5 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + (5 * TLanes.Count)), sum0_5);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (6 * TLanes.Count)), sum1_0);
            sum1_1 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (7 * TLanes.Count)), sum1_1);
            sum1_2 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (8 * TLanes.Count)), sum1_2);
            sum1_3 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (9 * TLanes.Count)), sum1_3);
            sum1_4 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (10 * TLanes.Count)), sum1_4);
            sum1_5 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (11 * TLanes.Count)), sum1_5);
            panel += 12 * TLanes.Count;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, TLanes.Load(panel), sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x, TLanes.Load(panel + TLanes.Count), sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (2 * TLanes.Count)), sum0_2);
            sum0_3 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (3 * TLanes.Count)), sum0_3);
            sum0_4 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (4 * TLanes.Count)), sum0_4);
            sum0_5 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (5 * TLanes.Count)), sum0_5);
            panel += 6 * TLanes.Count;
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
