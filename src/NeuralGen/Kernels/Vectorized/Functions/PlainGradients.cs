using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>Gradients of sums, products and comparisons: to the bit those of the scalar formulas.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal static class PlainGradients<TLanes, TVector, T>
    where TLanes : struct, INumberLanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged, INumber<T>
{
    // The constants of selu, as in its scalar form.
    private const double Scale = 1.0507009873554805;
    private const double ScaledAlpha = Scale * 1.6732632423543772;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Relu(TVector value, TVector delta) => TLanes.Except(delta, TLanes.LessOrEqual(value, Number(0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Relu6(TVector value, TVector delta) => Inside(0, 6, value, delta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LeakyRelu(TVector value, TVector delta, T alpha) =>
        Joined(value, delta, TLanes.Multiply(TLanes.Broadcast(alpha), delta));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Elu(TVector value, TVector delta, T alpha) =>
        Joined(value, delta, TLanes.Multiply(TLanes.Add(value, TLanes.Broadcast(alpha)), delta));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Selu(TVector value, TVector delta) =>
        Joined(
            value,
            TLanes.Multiply(TLanes.Broadcast(T.CreateTruncating(Scale)), delta),
            TLanes.Multiply(TLanes.Add(value, TLanes.Broadcast(T.CreateTruncating(ScaledAlpha))), delta));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Celu(TVector value, TVector delta, T alpha) =>
        Joined(value, delta, TLanes.Multiply(TLanes.Add(TLanes.Divide(value, TLanes.Broadcast(alpha)), Number(1)), delta));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid(TVector value, TVector delta) =>
        TLanes.Multiply(TLanes.Multiply(value, TLanes.Subtract(Number(1), value)), delta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector HardSigmoid(TVector value, TVector delta) => Inside(0, 1, value, TLanes.Divide(delta, Number(6)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector HardSwish(TVector value, TVector delta)
    {
        TVector half = TLanes.Broadcast(T.CreateTruncating(0.5));
        TVector between = TLanes.Multiply(TLanes.Add(TLanes.Divide(value, Number(3)), half), delta);
        TVector above = TLanes.Select(TLanes.Less(value, Number(3)), between, delta);
        return TLanes.Except(above, TLanes.LessOrEqual(value, Number(-3)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector value, TVector delta) =>
        TLanes.Multiply(TLanes.Subtract(Number(1), TLanes.Multiply(value, value)), delta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector HardTanh(TVector value, TVector delta) => Inside(-1, 1, value, delta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softsign(TVector value, TVector delta)
    {
        TVector divisor = TLanes.Add(Number(1), TLanes.Magnitude(value));
        return TLanes.Divide(delta, TLanes.Multiply(divisor, divisor));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exponential(TVector value, TVector delta) => TLanes.Multiply(value, delta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Number(int value) => TLanes.Broadcast(T.CreateTruncating(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Joined(TVector value, TVector above, TVector below) => TLanes.Select(TLanes.Less(Number(0), value), above, below);

    /// <summary>Takes what stands for the inside of an interval, and 0 at its ends and beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Inside(int low, int high, TVector value, TVector inside) =>
        TLanes.Except(TLanes.Except(inside, TLanes.LessOrEqual(value, Number(low))), TLanes.LessOrEqual(Number(high), value));
}
