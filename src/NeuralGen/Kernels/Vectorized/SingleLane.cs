using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NeuralGen;

/// <summary>Single values in the place of vectors: for matrices narrower than any vector, and machines without
/// vectors.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct SingleLane<T> : ILanes<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Count => 1;

    public static bool HasManyRegisters => AdvSimd.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(T* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* target, T value) => *target = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Broadcast(T value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add(T left, T right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide(T left, T right) => left / right;

    // Without the instruction, T.FusedMultiplyAdd is a call that takes a hundred times as long.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd(T left, T right, T addend) =>
        Fma.IsSupported || AdvSimd.IsSupported ? T.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Relu(T value) => value < T.Zero ? T.Zero : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LastLanes(int count) => T.CreateTruncating(count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Select(T mask, T chosen, T other) => T.IsZero(mask) ? other : chosen;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(T value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(T* sums, nint step, T first, T second, T third, T fourth)
    {
        sums[0] += first;
        sums[step] += second;
        sums[2 * step] += third;
        sums[3 * step] += fourth;
    }
}
