#if NET
using System.Runtime.CompilerServices;
using NeuralGen.Kernels.Lanes;
#endif
using System.ComponentModel;

namespace NeuralGen.Kernels.Functions;

/// <summary>x[i] - ln Σ e^x[j], with the row's largest value subtracted first so that nothing overflows.</summary>
/// <remarks>The gradient is delta[i] - e^y[i]·Σ delta[j].</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LogSoftmax : IRowFunction
{
    void IRowFunction.Values(ReadOnlySpan<float> input, Span<float> output)
    {
        float max = RowMath.Largest(input);
        float sum = 0;
        foreach (float value in input)
        {
            sum += ScalarMath.Exp(value - max);
        }

        float logSum = ScalarMath.Log(sum);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = input[i] - max - logSum;
        }
    }

    void IRowFunction.Values(ReadOnlySpan<double> input, Span<double> output)
    {
        double max = RowMath.Largest(input);
        double sum = 0;
        foreach (double value in input)
        {
            sum += Math.Exp(value - max);
        }

        double logSum = Math.Log(sum);
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = input[i] - max - logSum;
        }
    }

    void IRowFunction.Gradients(ReadOnlySpan<float> values, ReadOnlySpan<float> deltas, Span<float> inputDeltas)
    {
        float sum = 0;
        foreach (float delta in deltas)
        {
            sum += delta;
        }

        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = deltas[i] - (ScalarMath.Exp(values[i]) * sum);
        }
    }

    void IRowFunction.Gradients(ReadOnlySpan<double> values, ReadOnlySpan<double> deltas, Span<double> inputDeltas)
    {
        double sum = 0;
        foreach (double delta in deltas)
        {
            sum += delta;
        }

        for (int i = 0; i < inputDeltas.Length; i++)
        {
            inputDeltas[i] = deltas[i] - (Math.Exp(values[i]) * sum);
        }
    }

#if NET
    bool IRowFunction.HasPlainGradient => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    void IRowFunction.Values<TLanes, TVector, T>(T* input, T* output, int columns)
    {
        int whole = columns - (columns % TLanes.Count);
        int left = columns - whole;
        TVector max = LaneRows<TLanes, TVector, T>.Largest(input, columns);
        TVector sums = left == 0 ? default : LaneRows<TLanes, TVector, T>.LastPowers(input + whole, left, max);
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            sums = TLanes.Add(sums, LaneRows<TLanes, TVector, T>.Power(TLanes.Load(input + i), max));
        }

        TVector logSum = Logarithms<TLanes, TVector, T>.Log(TLanes.Broadcast(TLanes.Sum(sums)));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TLanes.Store(output + i, TLanes.Subtract(TLanes.Subtract(TLanes.Load(input + i), max), logSum));
        }

        if (left > 0)
        {
            TVector last = TLanes.LoadFirst(input + whole, left);
            TLanes.StoreFirst(output + whole, TLanes.Subtract(TLanes.Subtract(last, max), logSum), left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    void IRowFunction.Gradients<TLanes, TVector, T>(T* values, T* deltas, T* inputDeltas, int columns)
    {
        int whole = columns - (columns % TLanes.Count);
        int left = columns - whole;
        TVector sums = TLanes.LoadFirst(deltas + whole, left);
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            sums = TLanes.Add(sums, TLanes.Load(deltas + i));
        }

        TVector sum = TLanes.Broadcast(TLanes.Sum(sums));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TVector part = TLanes.Multiply(Exponentials<TLanes, TVector, T>.Exp(TLanes.Load(values + i)), sum);
            TLanes.Store(inputDeltas + i, TLanes.Subtract(TLanes.Load(deltas + i), part));
        }

        TVector last = TLanes.Multiply(Exponentials<TLanes, TVector, T>.Exp(TLanes.LoadFirst(values + whole, left)), sum);
        TLanes.StoreFirst(inputDeltas + whole, TLanes.Subtract(TLanes.LoadFirst(deltas + whole, left), last), left);
    }
#endif
}
