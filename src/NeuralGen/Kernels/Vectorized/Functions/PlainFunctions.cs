using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>Activation functions of sums, products and comparisons: to the bit those of the scalar formulas.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PlainFunctions<TLanes, TVector, T>
    where TLanes : struct, INumberLanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Relu(TVector x) => TLanes.AtLeast(Number(0), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Relu6(TVector x) => Between(0, 6, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LeakyRelu(TVector x, T alpha) =>
        TLanes.Select(TLanes.Less(Number(0), x), x, TLanes.Multiply(TLanes.Broadcast(alpha), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector HardSigmoid(TVector x) => TLanes.Divide(SixSteps(x), Number(6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector HardSwish(TVector x) => TLanes.Divide(TLanes.Multiply(x, SixSteps(x)), Number(6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector HardTanh(TVector x) => Between(-1, 1, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softsign(TVector x) => TLanes.Divide(x, TLanes.Add(Number(1), TLanes.Magnitude(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Number(int value) => TLanes.Broadcast(T.CreateTruncating(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Between(int low, int high, TVector x) => TLanes.AtMost(Number(high), TLanes.AtLeast(Number(low), x));

    /// <summary>Computes x + 3 held between 0 and 6. To hold x between -3 and 3 before gives the same numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SixSteps(TVector x) => TLanes.Add(Between(-3, 3, x), Number(3));
}
