using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen;

/// <summary>What emitted code of small networks does with as many rows at a time as a vector has lanes: each variable holds one
/// node's values of all these rows.</summary>
/// <remarks>A lane's result depends on nothing but the lane, to the bit, on one machine: it is the same wherever its row
/// stands.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class RowLanes
{
    /// <summary>Computes left·right + addend, rounded once where the machine can, else twice.</summary>
    /// <remarks>In few steps, each of which costs the JIT one of the variables that it can still keep track of.</remarks>
    /// <param name="left">a factor.</param>
    /// <param name="right">the other factor.</param>
    /// <param name="addend">what is added to the products.</param>
    /// <returns>the sums.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MultiplyAdd(Vector<float> left, Vector<float> right, Vector<float> addend)
    {
        if (Fma.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            return Fma.MultiplyAdd(left.AsVector256(), right.AsVector256(), addend.AsVector256()).AsVector();
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.FusedMultiplyAdd(addend.AsVector128(), left.AsVector128(), right.AsVector128()).AsVector();
        }

        return (left * right) + addend;
    }

    /// <summary>Computes an activation function, as <see cref="Elementwise"/> does.</summary>
    /// <remarks>It stays a call, since the JIT inlines nothing more in a method that has grown too large.</remarks>
    /// <param name="x">any numbers.</param>
    /// <param name="function">the function.</param>
    /// <typeparam name="TFunction">the function's type, for which the method is compiled.</typeparam>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Apply<TFunction>(Vector<float> x, TFunction function)
        where TFunction : struct, IElementFunction =>
        Vector<float>.Count == Vector512<float>.Count ? function.Value<SingleLanes512, Vector512<float>, float>(x.AsVector512()).AsVector()
        : Vector<float>.Count == Vector256<float>.Count ? function.Value<SingleLanes256, Vector256<float>, float>(x.AsVector256()).AsVector()
        : function.Value<Lanes128<float>, Vector128<float>, float>(x.AsVector128()).AsVector();

    /// <summary>Computes the gradient of an activation function, as <see cref="Elementwise"/> does.</summary>
    /// <param name="value">y, the function's results, or x, its arguments: what the function's gradient is written with.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <param name="function">the function.</param>
    /// <typeparam name="TFunction">the function's type, for which the method is compiled.</typeparam>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Gradient<TFunction>(Vector<float> value, Vector<float> delta, TFunction function)
        where TFunction : struct, IElementFunction =>
        Vector<float>.Count == Vector512<float>.Count
            ? function.Gradient<SingleLanes512, Vector512<float>, float>(value.AsVector512(), delta.AsVector512()).AsVector()
        : Vector<float>.Count == Vector256<float>.Count
            ? function.Gradient<SingleLanes256, Vector256<float>, float>(value.AsVector256(), delta.AsVector256()).AsVector()
        : function.Gradient<Lanes128<float>, Vector128<float>, float>(value.AsVector128(), delta.AsVector128()).AsVector();

    /// <summary>Computes the natural logarithm.</summary>
    /// <remarks>Error at most 1 ULP everywhere, arguments below the normal numbers included. -∞ for ±0.</remarks>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN and below 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Log(Vector<float> x) =>
        Vector<float>.Count == Vector512<float>.Count ? Logarithms<SingleLanes512, Vector512<float>, float>.Log(x.AsVector512()).AsVector()
        : Vector<float>.Count == Vector256<float>.Count ? Logarithms<SingleLanes256, Vector256<float>, float>.Log(x.AsVector256()).AsVector()
        : Logarithms<Lanes128<float>, Vector128<float>, float>.Log(x.AsVector128()).AsVector();

    /// <summary>Takes the larger number of each lane.</summary>
    /// <param name="left">any numbers.</param>
    /// <param name="right">any numbers.</param>
    /// <returns>the larger ones; NaN where either is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Larger(Vector<float> left, Vector<float> right) =>
        Vector.ConditionalSelect(Vector.LessThan(left, right), right, Vector.ConditionalSelect(Vector.Equals(right, right), left, right));

    /// <summary>Takes the smaller number of each lane.</summary>
    /// <param name="left">any numbers.</param>
    /// <param name="right">any numbers.</param>
    /// <returns>the smaller ones; NaN where either is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Smaller(Vector<float> left, Vector<float> right) =>
        Vector.ConditionalSelect(Vector.GreaterThan(left, right), right, Vector.ConditionalSelect(Vector.Equals(right, right), left, right));

    /// <summary>Adds up all lanes.</summary>
    /// <param name="values">any numbers.</param>
    /// <returns>the sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector<float> values) => Vector.Sum(values);

    /// <summary>Multiplies all lanes.</summary>
    /// <param name="values">any numbers.</param>
    /// <returns>the product.</returns>
    public static float Product(Vector<float> values)
    {
        float product = values[0];
        for (int lane = 1; lane < Vector<float>.Count; lane++)
        {
            product *= values[lane];
        }

        return product;
    }

    /// <summary>Finds the largest lane.</summary>
    /// <param name="values">any numbers.</param>
    /// <returns>the largest; NaN if any is.</returns>
    public static float Largest(Vector<float> values)
    {
        float largest = values[0];
        for (int lane = 1; lane < Vector<float>.Count; lane++)
        {
            largest = Math.Max(largest, values[lane]);
        }

        return largest;
    }

    /// <summary>Finds the smallest lane.</summary>
    /// <param name="values">any numbers.</param>
    /// <returns>the smallest; NaN if any is.</returns>
    public static float Smallest(Vector<float> values)
    {
        float smallest = values[0];
        for (int lane = 1; lane < Vector<float>.Count; lane++)
        {
            smallest = Math.Min(smallest, values[lane]);
        }

        return smallest;
    }
}
