using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NeuralGen.Kernels.Lanes;

/// <summary>Single values in the place of vectors: for matrices narrower than any vector, and machines without
/// vectors.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct ScalarLanes<T> : ILanes<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Count => 1;

    public static bool HasManyRegisters => AdvSimd.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(T* source) => *source;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* target, T value) => *target = value;

    public static T LoadFirst(T* source, int count) => count == 0 ? T.Zero : *source;

    public static void StoreFirst(T* target, T value, int count)
    {
        if (count != 0)
        {
            *target = value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Broadcast(T value) => value;

    public static T Number(double value) => T.CreateTruncating(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add(T left, T right) => left + right;

    public static T Subtract(T left, T right) => left - right;

    public static T Multiply(T left, T right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide(T left, T right) => left / right;

    // Without the instruction, T.FusedMultiplyAdd is a call that takes a hundred times as long.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd(T left, T right, T addend) =>
        Fma.IsSupported || AdvSimd.IsSupported ? T.FusedMultiplyAdd(left, right, addend) : (left * right) + addend;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T AtLeast(T bound, T value) => value < bound ? bound : value;

    public static T AtMost(T bound, T value) => value > bound ? bound : value;

    public static T Magnitude(T value) => T.Abs(value);

    public static T Less(T left, T right) => Mask(left < right);

    public static T LessOrEqual(T left, T right) => Mask(left <= right);

    public static T FirstLanes(int count) => Mask(count != 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LastLanes(int count) => Mask(count != 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Select(T mask, T chosen, T other) => Bits(mask) == 0 ? other : chosen;

    public static T And(T left, T right) => FromBits(Bits(left) & Bits(right));

    public static T Or(T left, T right) => FromBits(Bits(left) | Bits(right));

    public static T Except(T value, T mask) => FromBits(Bits(value) & ~Bits(mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(T value) => value;

    public static T Largest(T value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(T* sums, nint step, T first, T second, T third, T fourth)
    {
        sums[0] += first;
        sums[step] += second;
        sums[2 * step] += third;
        sums[3 * step] += fourth;
    }

    public static T AddBits(T left, T right) => FromBits(Bits(left) + Bits(right));

    public static T SubtractBits(T left, T right) => FromBits(Bits(left) - Bits(right));

    public static T ShiftLeft(T value, [ConstantExpected] int places) => FromBits(Bits(value) << places);

    public static T ShiftRight(T value, [ConstantExpected] int places) => FromBits((ulong)((int)Bits(value) >> places));

    public static T BitsAsNumber(T value) => T.CreateTruncating((int)Bits(value));

    // All bits, as comparisons of vectors give them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Mask(bool isSet) => FromBits(isSet ? ulong.MaxValue : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(T value) => typeof(T) == typeof(float) ? Unsafe.BitCast<T, uint>(value) : Unsafe.BitCast<T, ulong>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FromBits(ulong bits) => typeof(T) == typeof(float) ? Unsafe.BitCast<uint, T>((uint)bits) : Unsafe.BitCast<ulong, T>(bits);
}
