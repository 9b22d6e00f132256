using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NeuralGen.Kernels.Lanes;

/// <summary>Vectors of 128 bits.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct Lanes128<T> : ILanes<Vector128<T>, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Count => Vector128<T>.Count;

    public static bool HasManyRegisters => Avx512F.VL.IsSupported || AdvSimd.IsSupported;

    private static Vector128<T> Indices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float)
            ? Vector128.Create(0f, 1f, 2f, 3f).As<float, T>()
            : Vector128.Create(0d, 1d).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(T* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* target, Vector128<T> value) => value.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadFirst(T* source, int count) =>
        typeof(T) == typeof(float) ? FirstFloats((float*)source, count).As<float, T>() : FirstDoubles((double*)source, count).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(T* target, Vector128<T> value, int count)
    {
        if (typeof(T) == typeof(float))
        {
            StoreFirst((float*)target, value.AsSingle(), count);
        }
        else
        {
            StoreFirst((double*)target, value.AsDouble(), count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(T value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Number(double value) =>
        typeof(T) == typeof(float) ? Vector128.Create((float)value).As<float, T>() : Vector128.Create(value).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> left, Vector128<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Subtract(Vector128<T> left, Vector128<T> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Multiply(Vector128<T> left, Vector128<T> right) => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Divide(Vector128<T> left, Vector128<T> right) => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> left, Vector128<T> right, Vector128<T> addend)
    {
        if (typeof(T) == typeof(float) && Fma.IsSupported)
        {
            return Fma.MultiplyAdd(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && Fma.IsSupported)
        {
            return Fma.MultiplyAdd(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();
        }

        if (typeof(T) == typeof(float) && AdvSimd.IsSupported)
        {
            return AdvSimd.FusedMultiplyAdd(addend.AsSingle(), left.AsSingle(), right.AsSingle()).As<float, T>();
        }

        if (typeof(T) == typeof(double) && AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.FusedMultiplyAdd(addend.AsDouble(), left.AsDouble(), right.AsDouble()).As<double, T>();
        }

        return (left * right) + addend;
    }

    // The instruction gives its second operand for NaN and for zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AtLeast(Vector128<T> bound, Vector128<T> value) =>
        typeof(T) == typeof(float) && Sse.IsSupported ? Sse.Max(bound.AsSingle(), value.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) && Sse2.IsSupported ? Sse2.Max(bound.AsDouble(), value.AsDouble()).As<double, T>()
        : Vector128.ConditionalSelect(Vector128.LessThan(value, bound), bound, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AtMost(Vector128<T> bound, Vector128<T> value) =>
        typeof(T) == typeof(float) && Sse.IsSupported ? Sse.Min(bound.AsSingle(), value.AsSingle()).As<float, T>()
        : typeof(T) == typeof(double) && Sse2.IsSupported ? Sse2.Min(bound.AsDouble(), value.AsDouble()).As<double, T>()
        : Vector128.ConditionalSelect(Vector128.GreaterThan(value, bound), bound, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Magnitude(Vector128<T> value) => Vector128.Abs(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Less(Vector128<T> left, Vector128<T> right) => Vector128.LessThan(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LessOrEqual(Vector128<T> left, Vector128<T> right) => Vector128.LessThanOrEqual(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> FirstLanes(int count) => Vector128.LessThan(Indices, Vector128.Create(T.CreateTruncating(count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LastLanes(int count) => Vector128.GreaterThanOrEqual(Indices, Vector128.Create(T.CreateTruncating(Count - count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Select(Vector128<T> mask, Vector128<T> chosen, Vector128<T> other) => Vector128.ConditionalSelect(mask, chosen, other);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> And(Vector128<T> left, Vector128<T> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Or(Vector128<T> left, Vector128<T> right) => left | right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Except(Vector128<T> value, Vector128<T> mask) => Vector128.AndNot(value, mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector128<T> value) => Vector128.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest(Vector128<T> value)
    {
        Vector128<T> pairs = AtLeast(value, Vector128.Shuffle(value.AsSingle(), Vector128.Create(2, 3, 0, 1)).As<float, T>());
        return typeof(T) == typeof(double) ? pairs.ToScalar()
            : AtLeast(pairs, Vector128.Shuffle(pairs.AsSingle(), Vector128.Create(1, 0, 3, 2)).As<float, T>()).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSums(T* sums, nint step, Vector128<T> first, Vector128<T> second, Vector128<T> third, Vector128<T> fourth) =>
        LaneSums<T>.Add(sums, step, first, second, third, fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> AddBits(Vector128<T> left, Vector128<T> right) => (left.AsInt32() + right.AsInt32()).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SubtractBits(Vector128<T> left, Vector128<T> right) => (left.AsInt32() - right.AsInt32()).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftLeft(Vector128<T> value, [ConstantExpected] int places) =>
        Vector128.ShiftLeft(value.AsInt32(), places).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> ShiftRight(Vector128<T> value, [ConstantExpected] int places) =>
        Vector128.ShiftRightArithmetic(value.AsInt32(), places).As<int, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> BitsAsNumber(Vector128<T> value) => Vector128.ConvertToSingle(value.AsInt32()).As<float, T>();

    // Two numbers are moved as one double, in a register from the start.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FirstFloats(float* source, int count) => count switch
    {
        0 => Vector128<float>.Zero,
        1 => Vector128.CreateScalar(*source),
        2 => Vector128.CreateScalar(*(double*)source).AsSingle(),
        3 => Vector128.CreateScalar(*(double*)source).AsSingle().WithElement(2, source[2]),
        _ => Vector128.Load(source),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> FirstDoubles(double* source, int count) => count switch
    {
        0 => Vector128<double>.Zero,
        1 => Vector128.CreateScalar(*source),
        _ => Vector128.Load(source),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFirst(float* target, Vector128<float> value, int count)
    {
        switch (count)
        {
            case 0:
                break;
            case 1:
                *target = value.ToScalar();
                break;
            case 2:
                *(double*)target = value.AsDouble().ToScalar();
                break;
            case 3:
                *(double*)target = value.AsDouble().ToScalar();
                target[2] = value.GetElement(2);
                break;
            default:
                value.Store(target);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreFirst(double* target, Vector128<double> value, int count)
    {
        switch (count)
        {
            case 0:
                break;
            case 1:
                *target = value.ToScalar();
                break;
            default:
                value.Store(target);
                break;
        }
    }
}
