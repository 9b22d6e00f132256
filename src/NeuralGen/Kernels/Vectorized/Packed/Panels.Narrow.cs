using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <content>Panels of 1 to 4 vectors.</content>
internal static unsafe partial class Panels<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* Forward4(float* input, int inputs, float* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = TLanes.Load(panel);
        TVector sum0_1 = TLanes.Load(panel + TLanes.Count);
        TVector sum0_2 = TLanes.Load(panel + (2 * TLanes.Count));
        TVector sum0_3 = TLanes.Load(panel + (3 * TLanes.Count));
        TVector sum1_0 = TLanes.Broadcast(0);
        TVector sum1_1 = TLanes.Broadcast(0);
        TVector sum1_2 = TLanes.Broadcast(0);
        TVector sum1_3 = TLanes.Broadcast(0);
        panel += 4 * TLanes.Count;
        int i = 0;
        for (; i <= inputs - 2; i += 2)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, TLanes.Load(panel), sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + TLanes.Count), sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + (2 * TLanes.Count)), sum0_2);
            sum0_3 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + (3 * TLanes.Count)), sum0_3);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (4 * TLanes.Count)), sum1_0);
            sum1_1 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (5 * TLanes.Count)), sum1_1);
            sum1_2 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (6 * TLanes.Count)), sum1_2);
            sum1_3 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (7 * TLanes.Count)), sum1_3);
            panel += 8 * TLanes.Count;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, TLanes.Load(panel), sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x, TLanes.Load(panel + TLanes.Count), sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (2 * TLanes.Count)), sum0_2);
            sum0_3 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (3 * TLanes.Count)), sum0_3);
            panel += 4 * TLanes.Count;
        }

        output[0] = Activate(TLanes.Add(sum0_0, sum1_0), isRelu);
        output[1] = Activate(TLanes.Add(sum0_1, sum1_1), isRelu);
        output[2] = Activate(TLanes.Add(sum0_2, sum1_2), isRelu);
        output[3] = Activate(TLanes.Add(sum0_3, sum1_3), isRelu);
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* Forward3(float* input, int inputs, float* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = TLanes.Load(panel);
        TVector sum0_1 = TLanes.Load(panel + TLanes.Count);
        TVector sum0_2 = TLanes.Load(panel + (2 * TLanes.Count));
        TVector sum1_0 = TLanes.Broadcast(0);
        TVector sum1_1 = TLanes.Broadcast(0);
        TVector sum1_2 = TLanes.Broadcast(0);
        TVector sum2_0 = TLanes.Broadcast(0);
        TVector sum2_1 = TLanes.Broadcast(0);
        TVector sum2_2 = TLanes.Broadcast(0);
        panel += 3 * TLanes.Count;
        int i = 0;
        for (; i <= inputs - 3; i += 3)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, TLanes.Load(panel), sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + TLanes.Count), sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + (2 * TLanes.Count)), sum0_2);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (3 * TLanes.Count)), sum1_0);
            sum1_1 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (4 * TLanes.Count)), sum1_1);
            sum1_2 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (5 * TLanes.Count)), sum1_2);
            TVector x2 = TLanes.Broadcast(input[i + 2]);
            sum2_0 = TLanes.MultiplyAdd(x2, TLanes.Load(panel + (6 * TLanes.Count)), sum2_0);
            sum2_1 = TLanes.MultiplyAdd(x2, TLanes.Load(panel + (7 * TLanes.Count)), sum2_1);
            sum2_2 = TLanes.MultiplyAdd(x2, TLanes.Load(panel + (8 * TLanes.Count)), sum2_2);
            panel += 9 * TLanes.Count;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, TLanes.Load(panel), sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x, TLanes.Load(panel + TLanes.Count), sum0_1);
            sum0_2 = TLanes.MultiplyAdd(x, TLanes.Load(panel + (2 * TLanes.Count)), sum0_2);
            panel += 3 * TLanes.Count;
        }

        output[0] = Activate(TLanes.Add(TLanes.Add(sum0_0, sum1_0), sum2_0), isRelu);
        output[1] = Activate(TLanes.Add(TLanes.Add(sum0_1, sum1_1), sum2_1), isRelu);
        output[2] = Activate(TLanes.Add(TLanes.Add(sum0_2, sum1_2), sum2_2), isRelu);
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* Forward2(float* input, int inputs, float* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = TLanes.Load(panel);
        TVector sum0_1 = TLanes.Load(panel + TLanes.Count);
        TVector sum1_0 = TLanes.Broadcast(0);
        TVector sum1_1 = TLanes.Broadcast(0);
        TVector sum2_0 = TLanes.Broadcast(0);
        TVector sum2_1 = TLanes.Broadcast(0);
        TVector sum3_0 = TLanes.Broadcast(0);
        TVector sum3_1 = TLanes.Broadcast(0);
        panel += 2 * TLanes.Count;
        int i = 0;
        for (; i <= inputs - 4; i += 4)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, TLanes.Load(panel), sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x0, TLanes.Load(panel + TLanes.Count), sum0_1);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (2 * TLanes.Count)), sum1_0);
            sum1_1 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + (3 * TLanes.Count)), sum1_1);
            TVector x2 = TLanes.Broadcast(input[i + 2]);
            sum2_0 = TLanes.MultiplyAdd(x2, TLanes.Load(panel + (4 * TLanes.Count)), sum2_0);
            sum2_1 = TLanes.MultiplyAdd(x2, TLanes.Load(panel + (5 * TLanes.Count)), sum2_1);
            TVector x3 = TLanes.Broadcast(input[i + 3]);
            sum3_0 = TLanes.MultiplyAdd(x3, TLanes.Load(panel + (6 * TLanes.Count)), sum3_0);
            sum3_1 = TLanes.MultiplyAdd(x3, TLanes.Load(panel + (7 * TLanes.Count)), sum3_1);
            panel += 8 * TLanes.Count;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, TLanes.Load(panel), sum0_0);
            sum0_1 = TLanes.MultiplyAdd(x, TLanes.Load(panel + TLanes.Count), sum0_1);
            panel += 2 * TLanes.Count;
        }

        output[0] = Activate(TLanes.Add(TLanes.Add(sum0_0, sum1_0), TLanes.Add(sum2_0, sum3_0)), isRelu);
        output[1] = Activate(TLanes.Add(TLanes.Add(sum0_1, sum1_1), TLanes.Add(sum2_1, sum3_1)), isRelu);
        return panel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float* Forward1(float* input, int inputs, float* panel, TVector* output, bool isRelu)
    {
        TVector sum0_0 = TLanes.Load(panel);
        TVector sum1_0 = TLanes.Broadcast(0);
        TVector sum2_0 = TLanes.Broadcast(0);
        TVector sum3_0 = TLanes.Broadcast(0);
        TVector sum4_0 = TLanes.Broadcast(0);
        TVector sum5_0 = TLanes.Broadcast(0);
        TVector sum6_0 = TLanes.Broadcast(0);
        TVector sum7_0 = TLanes.Broadcast(0);
        panel += TLanes.Count;
        int i = 0;
        for (; i <= inputs - 8; i += 8)
        {
            TVector x0 = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x0, TLanes.Load(panel), sum0_0);
            TVector x1 = TLanes.Broadcast(input[i + 1]);
            sum1_0 = TLanes.MultiplyAdd(x1, TLanes.Load(panel + TLanes.Count), sum1_0);
            TVector x2 = TLanes.Broadcast(input[i + 2]);
            sum2_0 = TLanes.MultiplyAdd(x2, TLanes.Load(panel + (2 * TLanes.Count)), sum2_0);
            TVector x3 = TLanes.Broadcast(input[i + 3]);
            sum3_0 = TLanes.MultiplyAdd(x3, TLanes.Load(panel + (3 * TLanes.Count)), sum3_0);
            TVector x4 = TLanes.Broadcast(input[i + 4]);
            sum4_0 = TLanes.MultiplyAdd(x4, TLanes.Load(panel + (4 * TLanes.Count)), sum4_0);
            TVector x5 = TLanes.Broadcast(input[i + 5]);
            sum5_0 = TLanes.MultiplyAdd(x5, TLanes.Load(panel + (5 * TLanes.Count)), sum5_0);
            TVector x6 = TLanes.Broadcast(input[i + 6]);
            sum6_0 = TLanes.MultiplyAdd(x6, TLanes.Load(panel + (6 * TLanes.Count)), sum6_0);
            TVector x7 = TLanes.Broadcast(input[i + 7]);
            sum7_0 = TLanes.MultiplyAdd(x7, TLanes.Load(panel + (7 * TLanes.Count)), sum7_0);
            panel += 8 * TLanes.Count;
        }

        for (; i < inputs; i++)
        {
            TVector x = TLanes.Broadcast(input[i]);
            sum0_0 = TLanes.MultiplyAdd(x, TLanes.Load(panel), sum0_0);
            panel += TLanes.Count;
        }

        output[0] = Activate(TLanes.Add(TLanes.Add(TLanes.Add(sum0_0, sum1_0), TLanes.Add(sum2_0, sum3_0)), TLanes.Add(TLanes.Add(sum4_0, sum5_0), TLanes.Add(sum6_0, sum7_0))), isRelu);
        return panel;
    }
}
