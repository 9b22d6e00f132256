using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralGen.Kernels.Lanes;

/// <summary>Vectors of 256 bits.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct Lanes256<T> : ILanes<Vector256<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Count => Vector256<T>.Count;

    public static bool HasManyRegisters => Avx512F.VL.IsSupported;

    private static Vector256<T> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float)
            ? Vector256.Create(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f).As<float, T>()
            : Vector256.Create(0d, 1d, 2d, 3d).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load(T* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* target, Vector256<T> value) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadFirst(T* source, int count) =>
        count > Vector128<T>.Count
        ? Vector256.Create(Vector128.Load(source), Lanes128<T>.LoadFirst(source + Vector128<T>.Count, count - Vector128<T>.Count))
        : Vector256.Create(Lanes128<T>.LoadFirst(source, count), Vector128<T>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(T* target, Vector256<T> value, int count)
    {
        if (count > Vector128<T>.Count)
        {
            value.GetLower().Store(target);
            Lanes128<T>.StoreFirst(target + Vector128<T>.Count, value.GetUpper(), count - Vector128<T>.Count);
        }
        else
        {
            Lanes128<T>.StoreFirst(target, value.GetLower(), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Broadcast(T value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Number(double value) =>
        typeof(T) == typeof(float) ? Vector256.Create((float)value).As<float, T>() : Vector256.Create(value).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Add(Vector256<T> left, Vector256<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Subtract(Vector256<T> left, Vector256<T> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Multiply(Vector256<T> left, Vector256<T> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Divide(Vector256<T> left, Vector256<T> right) => left / right;

    // By halves where only they can be fused, so that every width gives the same bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd(Vector256<T> left, Vector256<T> right, Vector256<T> addend)
    {
        if (typeof(T) == typeof(float) && Fma.IsSupported)
        {
            return Fma.MultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Fma.IsSupported)
        {
            return Fma.MultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();
        }

        return Vector256.Create(
            Lanes128<T>.MultiplyAdd(left.GetLower(), right.GetLower(), addend.GetLower()),
            Lanes128<T>.MultiplyAdd(left.GetUpper(), right.GetUpper(), addend.GetUpper()));
    }

    // The instruction gives its second operand for NaN and for zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AtLeast(Vector256<T> bound, Vector256<T> value) =>
        typeof(T) == typeof(float) && Avx.IsSupported ? Avx.Max(bound.AsSingle(), value.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) && Avx.IsSupported ? Avx.Max(bound.AsDouble(), value.AsDouble()).As<double, T>()
        : Vector256.ConditionalSelect(Vector256.LessThan(value, bound), bound, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AtMost(Vector256<T> bound, Vector256<T> value) =>
        typeof(T) == typeof(float) && Avx.IsSupported ? Avx.Min(bound.AsSingle(), value.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) && Avx.IsSupported ? Avx.Min(bound.AsDouble(), value.AsDouble()).As<double, T>()
        : Vector256.ConditionalSelect(Vector256.GreaterThan(value, bound), bound, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Magnitude(Vector256<T> value) => Vector256.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Less(Vector256<T> left, Vector256<T> right) => Vector256.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LessOrEqual(Vector256<T> left, Vector256<T> right) => Vector256.LessThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> FirstLanes(int count) => Vector256.LessThan(Indices, Vector256.Create(T.CreateTruncating(count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LastLanes(int count) => Vector256.GreaterThanOrEqual(Indices, Vector256.Create(T.CreateTruncating(Count - count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Select(Vector256<T> mask, Vector256<T> chosen, Vector256<T> other) => Vector256.ConditionalSelect(mask, chosen, other);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> And(Vector256<T> left, Vector256<T> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Or(Vector256<T> left, Vector256<T> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Except(Vector256<T> value, Vector256<T> mask) => Vector256.AndNot(value, mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector256<T> value) => Vector256.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(Vector256<T> value) => Lanes128<T>.Largest(Lanes128<T>.AtLeast(value.GetLower(), value.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(T* sums, nint step, Vector256<T> first, Vector256<T> second, Vector256<T> third, Vector256<T> fourth) =>
        LaneSums<T>.Add(sums, step, first, second, third, fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> AddBits(Vector256<T> left, Vector256<T> right) => (left.AsInt32() + right.AsInt32()).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> SubtractBits(Vector256<T> left, Vector256<T> right) => (left.AsInt32() - right.AsInt32()).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftLeft(Vector256<T> value, [ConstantExpected] int places) =>
        Vector256.ShiftLeft(value.AsInt32(), places).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> ShiftRight(Vector256<T> value, [ConstantExpected] int places) =>
        Vector256.ShiftRightArithmetic(value.AsInt32(), places).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> BitsAsNumber(Vector256<T> value) => Vector256.ConvertToSingle(value.AsInt32()).As<float, T>();
}
