using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>Functions. They stay calls, since the JIT inlines nothing more in a method that has grown too large.</content>
public static partial class RowLanes
{
    /// <summary>Computes x if x is not less than 0, else 0, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Relu(Vector<float> x) => PlainValue(x, new ReluFunction());

    /// <summary>Computes x held between 0 and 6, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Relu6(Vector<float> x) => PlainValue(x, new Relu6Function());

    /// <summary>Computes x above 0, alpha·x below, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> LeakyRelu(Vector<float> x, float alpha) => PlainValue(x, new LeakyReluFunction(alpha));

    /// <summary>Computes x above 0, alpha·(e^x - 1) below, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Elu(Vector<float> x, float alpha) => Value(x, new EluFunction(alpha));

    /// <summary>Computes the scaled exponential linear unit, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Selu(Vector<float> x) => Value(x, new SeluFunction());

    /// <summary>Computes x above 0, alpha·(e^(x/alpha) - 1) below, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Celu(Vector<float> x, float alpha) => Value(x, new CeluFunction(alpha));

    /// <summary>Computes x/2·(1 + erf(x/√2)), as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Gelu(Vector<float> x) => Value(x, new GeluFunction());

    /// <summary>Computes the form of gelu with tanh, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> GeluTanh(Vector<float> x) => Value(x, new GeluTanhFunction());

    /// <summary>Computes x·sigmoid(x), as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Silu(Vector<float> x) => Value(x, new SiluFunction());

    /// <summary>Computes x·tanh(ln(1 + e^x)), as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Mish(Vector<float> x) => Value(x, new MishFunction());

    /// <summary>Computes 1 / (1 + e^-x), as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Sigmoid(Vector<float> x) => Value(x, new SigmoidFunction());

    /// <summary>Computes x/6 + 1/2 held between 0 and 1, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> HardSigmoid(Vector<float> x) => PlainValue(x, new HardSigmoidFunction());

    /// <summary>Computes x times its hard sigmoid, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> HardSwish(Vector<float> x) => PlainValue(x, new HardSwishFunction());

    /// <summary>Computes the hyperbolic tangent, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Tanh(Vector<float> x) => Value(x, new TanhFunction());

    /// <summary>Computes x held between -1 and 1, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> HardTanh(Vector<float> x) => PlainValue(x, new HardTanhFunction());

    /// <summary>Computes ln(1 + e^x), as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Softplus(Vector<float> x) => Value(x, new SoftplusFunction());

    /// <summary>Computes x / (1 + |x|), as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Softsign(Vector<float> x) => PlainValue(x, new SoftsignFunction());

    /// <summary>Computes e^x, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Exponential(Vector<float> x) => Value(x, new ExponentialFunction());

    /// <summary>Computes the natural logarithm.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN and below 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Log(Vector<float> x) =>
        Vector<float>.Count == Single512.Count ? Logarithms<Single512, Vector512<float>>.Log(x.AsVector512()).AsVector()
        : Vector<float>.Count == Single256.Count ? Logarithms<Single256, Vector256<float>>.Log(x.AsVector256()).AsVector()
        : Logarithms<Single128, Vector128<float>>.Log(x.AsVector128()).AsVector();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Value<TFunction>(Vector<float> x, TFunction function)
        where TFunction : struct, ISingleValue =>
        Vector<float>.Count == Single512.Count ? function.Value<Single512, Vector512<float>>(x.AsVector512()).AsVector()
        : Vector<float>.Count == Single256.Count ? function.Value<Single256, Vector256<float>>(x.AsVector256()).AsVector()
        : function.Value<Single128, Vector128<float>>(x.AsVector128()).AsVector();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> PlainValue<TFunction>(Vector<float> x, TFunction function)
        where TFunction : struct, IPlainValue =>
        Vector<float>.Count == Single512.Count ? function.Value<Single512, Vector512<float>, float>(x.AsVector512()).AsVector()
        : Vector<float>.Count == Single256.Count ? function.Value<Single256, Vector256<float>, float>(x.AsVector256()).AsVector()
        : function.Value<Single128, Vector128<float>, float>(x.AsVector128()).AsVector();
}
