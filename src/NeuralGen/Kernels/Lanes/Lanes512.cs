using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralGen.Kernels.Lanes;

/// <summary>Vectors of 512 bits.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct Lanes512<T> : ILanes<Vector512<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Count => Vector512<T>.Count;

    public static bool HasManyRegisters => true;

    private static Vector512<T> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float)
            ? Vector512.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f, 10f, 11f, 12f, 13f, 14f, 15f).As<float, T>()
            : Vector512.Create(0d, 1d, 2d, 3d, 4d, 5d, 6d, 7d).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load(T* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* target, Vector512<T> value) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadFirst(T* source, int count) =>
        count > Vector256<T>.Count
        ? Vector512.Create(Vector256.Load(source), Lanes256<T>.LoadFirst(source + Vector256<T>.Count, count - Vector256<T>.Count))
        : Vector512.Create(Lanes256<T>.LoadFirst(source, count), Vector256<T>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(T* target, Vector512<T> value, int count)
    {
        if (count > Vector256<T>.Count)
        {
            value.GetLower().Store(target);
            Lanes256<T>.StoreFirst(target + Vector256<T>.Count, value.GetUpper(), count - Vector256<T>.Count);
        }
        else
        {
            Lanes256<T>.StoreFirst(target, value.GetLower(), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Broadcast(T value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Number(double value) =>
        typeof(T) == typeof(float) ? Vector512.Create((float)value).As<float, T>() : Vector512.Create(value).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Add(Vector512<T> left, Vector512<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Subtract(Vector512<T> left, Vector512<T> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Multiply(Vector512<T> left, Vector512<T> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Divide(Vector512<T> left, Vector512<T> right) => left / right;

    // By halves where only they can be fused, so that every width gives the same bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> left, Vector512<T> right, Vector512<T> addend)
    {
        if (typeof(T) == typeof(float) && Avx512F.IsSupported)
        {
            return Avx512F.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Avx512F.IsSupported)
        {
            return Avx512F.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();
        }

        return Vector512.Create(
            Lanes256<T>.MultiplyAdd(left.GetLower(), right.GetLower(), addend.GetLower()),
            Lanes256<T>.MultiplyAdd(left.GetUpper(), right.GetUpper(), addend.GetUpper()));
    }

    // The instruction gives its second operand for NaN and for zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AtLeast(Vector512<T> bound, Vector512<T> value) =>
        typeof(T) == typeof(float) && Avx512F.IsSupported ? Avx512F.Max(bound.AsSingle(), value.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) && Avx512F.IsSupported ? Avx512F.Max(bound.AsDouble(), value.AsDouble()).As<double, T>()
        : Vector512.ConditionalSelect(Vector512.LessThan(value, bound), bound, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AtMost(Vector512<T> bound, Vector512<T> value) =>
        typeof(T) == typeof(float) && Avx512F.IsSupported ? Avx512F.Min(bound.AsSingle(), value.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) && Avx512F.IsSupported ? Avx512F.Min(bound.AsDouble(), value.AsDouble()).As<double, T>()
        : Vector512.ConditionalSelect(Vector512.GreaterThan(value, bound), bound, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Magnitude(Vector512<T> value) => Vector512.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Less(Vector512<T> left, Vector512<T> right) => Vector512.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LessOrEqual(Vector512<T> left, Vector512<T> right) => Vector512.LessThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FirstLanes(int count) => Vector512.LessThan(Indices, Vector512.Create(T.CreateTruncating(count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LastLanes(int count) => Vector512.GreaterThanOrEqual(Indices, Vector512.Create(T.CreateTruncating(Count - count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Select(Vector512<T> mask, Vector512<T> chosen, Vector512<T> other) => Vector512.ConditionalSelect(mask, chosen, other);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> And(Vector512<T> left, Vector512<T> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Or(Vector512<T> left, Vector512<T> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Except(Vector512<T> value, Vector512<T> mask) => Vector512.AndNot(value, mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector512<T> value) => Vector512.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(Vector512<T> value) => Lanes256<T>.Largest(Lanes256<T>.AtLeast(value.GetLower(), value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(T* sums, nint step, Vector512<T> first, Vector512<T> second, Vector512<T> third, Vector512<T> fourth) =>
        Lanes256<T>.AddSums(sums, step, Halves(first), Halves(second), Halves(third), Halves(fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AddBits(Vector512<T> left, Vector512<T> right) => (left.AsInt32() + right.AsInt32()).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SubtractBits(Vector512<T> left, Vector512<T> right) => (left.AsInt32() - right.AsInt32()).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftLeft(Vector512<T> value, [ConstantExpected] int places) =>
        Vector512.ShiftLeft(value.AsInt32(), places).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ShiftRight(Vector512<T> value, [ConstantExpected] int places) =>
        Vector512.ShiftRightArithmetic(value.AsInt32(), places).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> BitsAsNumber(Vector512<T> value) => Vector512.ConvertToSingle(value.AsInt32()).As<float, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Halves(Vector512<T> value) => value.GetLower() + value.GetUpper();
}
