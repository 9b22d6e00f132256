#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>e^x[i] / Σ e^x[j], with the row's largest value subtracted first so that nothing overflows.</summary>
/// <remarks>The gradient is y[i]·(delta[i] - Σ y[j]·delta[j]).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Softmax : IRowFunction
{
    void IRowFunction.Values(ReadOnlySpan<float> input, Span<float> output)
    {
        float max = RowMath.Largest(input);
        float sum = 0;
        for (int i = 0; i < input.Length; i++)
        {
            output[i] = ScalarMath.Exp(input[i] - max);
            sum += output[i];
        }

        for (int i = 0; i < output.Length; i++)
        {
            output[i] /= sum;
        }
    }

    void IRowFunction.Values(ReadOnlySpan<double> input, Span<double> output)
    {
        double max = RowMath.Largest(input);
        double sum = 0;
        for (int i = 0; i < input.Length; i++)
        {
            output[i] = Math.Exp(input[i] - max);
            sum += output[i];
        }

        for (int i = 0; i < output.Length; i++)
        {
            output[i] /= sum;
        }
    }

    void IRowFunction.Gradients(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        float dot = 0;
        for (int i = 0; i < values.Length; i++)
        {
            dot += values[i] * deltas[i];
        }

        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = values[i] * (deltas[i] - dot);
        }
    }

    void IRowFunction.Gradients(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        double dot = 0;
        for (int i = 0; i < values.Length; i++)
        {
            dot += values[i] * deltas[i];
        }

        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = values[i] * (deltas[i] - dot);
        }
    }

#if NET
    bool IRowFunction.HasPlainGradient => true;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    void IRowFunction.Values<TLanes, TVector, T>(T* input, T* output, int columns)
    {
        int whole = columns - (columns % TLanes.Count);
        int left = columns - whole;
        TVector max = LaneRows<TLanes, TVector, T>.Largest(input, columns);
        TVector last = left == 0 ? default : LaneRows<TLanes, TVector, T>.LastPowers(input + whole, left, max);
        TVector sums = last;
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TVector power = LaneRows<TLanes, TVector, T>.Power(TLanes.Load(input + i), max);
            TLanes.Store(output + i, power);
            sums = TLanes.Add(sums, power);
        }

        TVector sum = TLanes.Broadcast(TLanes.Sum(sums));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TLanes.Store(output + i, TLanes.Divide(TLanes.Load(output + i), sum));
        }

        if (left > 0)
        {
            TLanes.StoreFirst(output + whole, TLanes.Divide(last, sum), left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    void IRowFunction.Gradients<TLanes, TVector, T>(T* values, T* deltas, T* inputDeltas, int columns)
    {
        int whole = columns - (columns % TLanes.Count);
        int left = columns - whole;
        TVector products = TLanes.Multiply(TLanes.LoadFirst(values + whole, left), TLanes.LoadFirst(deltas + whole, left));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            products = TLanes.MultiplyAdd(TLanes.Load(values + i), TLanes.Load(deltas + i), products);
        }

        TVector dot = TLanes.Broadcast(TLanes.Sum(products));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TLanes.Store(inputDeltas + i, TLanes.Multiply(TLanes.Load(values + i), TLanes.Subtract(TLanes.Load(deltas + i), dot)));
        }

        TVector last = TLanes.Subtract(TLanes.LoadFirst(deltas + whole, left), dot);
        TLanes.StoreFirst(inputDeltas + whole, TLanes.Multiply(TLanes.LoadFirst(values + whole, left), last), left);
    }
#endif
}
