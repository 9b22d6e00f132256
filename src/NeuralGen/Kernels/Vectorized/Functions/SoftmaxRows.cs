using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>The functions of one row of single-precision numbers.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static unsafe class SoftmaxRows<TLanes, TVector>
    where TLanes : struct, ISingleLanes<TVector>
    where TVector : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Softmax(float* input, float* output, int columns)
    {
        int whole = columns - (columns % TLanes.Count);
        int left = columns - whole;
        TVector max = Largest(input, columns);
        TVector last = LastPowers(input + whole, left, max);
        TVector sums = last;
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TVector power = Power(TLanes.Load(input + i), max);
            TLanes.Store(output + i, power);
            sums = TLanes.Add(sums, power);
        }

        TVector sum = TLanes.Broadcast(TLanes.Sum(sums));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TLanes.Store(output + i, TLanes.Divide(TLanes.Load(output + i), sum));
        }

        TLanes.StoreFirst(output + whole, TLanes.Divide(last, sum), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void LogSoftmax(float* input, float* output, int columns)
    {
        int whole = columns - (columns % TLanes.Count);
        int left = columns - whole;
        TVector max = Largest(input, columns);
        TVector sums = LastPowers(input + whole, left, max);
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            sums = TLanes.Add(sums, Power(TLanes.Load(input + i), max));
        }

        TVector logSum = Logarithms<TLanes, TVector>.Log(TLanes.Broadcast(TLanes.Sum(sums)));
        for (int i = 0; i < whole; i += TLanes.Count)
        {
            TLanes.Store(output + i, TLanes.Subtract(TLanes.Subtract(TLanes.Load(input + i), max), logSum));
        }

        TVector last = TLanes.LoadFirst(input + whole, left);
        TLanes.StoreFirst(output + whole, TLanes.Subtract(TLanes.Subtract(last, max), logSum), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void LogSoftmaxGradient(float* values, float* deltas, float* inputDeltas, int columns)
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
            TVector part = TLanes.Multiply(Exponentials<TLanes, TVector>.Exp(TLanes.Load(values + i)), sum);
            TLanes.Store(inputDeltas + i, TLanes.Subtract(TLanes.Load(deltas + i), part));
        }

        TVector last = TLanes.Multiply(Exponentials<TLanes, TVector>.Exp(TLanes.LoadFirst(values + whole, left)), sum);
        TLanes.StoreFirst(inputDeltas + whole, TLanes.Subtract(TLanes.LoadFirst(deltas + whole, left), last), left);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Power(TVector x, TVector max) => Exponentials<TLanes, TVector>.Exp(TLanes.Subtract(x, max));

    /// <summary>Computes the powers of a vector that is not full; the other lanes are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LastPowers(float* input, int left, TVector max) =>
        TLanes.And(TLanes.FirstLanes(left), Power(TLanes.LoadFirst(input, left), max));

    /// <summary>Finds the largest value. A NaN may be lost here, but not in the sum of the powers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Largest(float* input, int columns)
    {
        int left = columns % TLanes.Count;
        TVector first = TLanes.Broadcast(*input);
        TVector max = TLanes.Select(TLanes.FirstLanes(left), TLanes.LoadFirst(input + (columns - left), left), first);
        for (int i = 0; i < columns - left; i += TLanes.Count)
        {
            max = TLanes.AtLeast(max, TLanes.Load(input + i));
        }

        return TLanes.Broadcast(TLanes.Largest(max));
    }
}
