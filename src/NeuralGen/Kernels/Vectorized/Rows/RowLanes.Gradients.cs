using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralGen;

/// <content>Gradients of the functions, which stay calls too.</content>
public static partial class RowLanes
{
    /// <summary>Computes the gradient of <see cref="Relu"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> ReluGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new ReluFunction());

    /// <summary>Computes the gradient of <see cref="Relu6"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> Relu6Gradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new Relu6Function());

    /// <summary>Computes the gradient of <see cref="LeakyRelu"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> LeakyReluGradient(Vector<float> value, Vector<float> delta, float alpha) => PlainGradient(value, delta, new LeakyReluFunction(alpha));

    /// <summary>Computes the gradient of <see cref="Elu"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> EluGradient(Vector<float> value, Vector<float> delta, float alpha) => PlainGradient(value, delta, new EluFunction(alpha));

    /// <summary>Computes the gradient of <see cref="Selu"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> SeluGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new SeluFunction());

    /// <summary>Computes the gradient of <see cref="Celu"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <param name="alpha">the function's parameter.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> CeluGradient(Vector<float> value, Vector<float> delta, float alpha) => PlainGradient(value, delta, new CeluFunction(alpha));

    /// <summary>Computes the gradient of <see cref="Gelu"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">x, the arguments.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> GeluGradient(Vector<float> value, Vector<float> delta) => Gradient(value, delta, new GeluFunction());

    /// <summary>Computes the gradient of <see cref="GeluTanh"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">x, the arguments.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> GeluTanhGradient(Vector<float> value, Vector<float> delta) => Gradient(value, delta, new GeluTanhFunction());

    /// <summary>Computes the gradient of <see cref="Silu"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">x, the arguments.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> SiluGradient(Vector<float> value, Vector<float> delta) => Gradient(value, delta, new SiluFunction());

    /// <summary>Computes the gradient of <see cref="Mish"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">x, the arguments.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> MishGradient(Vector<float> value, Vector<float> delta) => Gradient(value, delta, new MishFunction());

    /// <summary>Computes the gradient of <see cref="Sigmoid"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> SigmoidGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new SigmoidFunction());

    /// <summary>Computes the gradient of <see cref="HardSigmoid"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> HardSigmoidGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new HardSigmoidFunction());

    /// <summary>Computes the gradient of <see cref="HardSwish"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">x, the arguments.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> HardSwishGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new HardSwishFunction());

    /// <summary>Computes the gradient of <see cref="Tanh"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> TanhGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new TanhFunction());

    /// <summary>Computes the gradient of <see cref="HardTanh"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> HardTanhGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new HardTanhFunction());

    /// <summary>Computes the gradient of <see cref="Softplus"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">x, the arguments.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> SoftplusGradient(Vector<float> value, Vector<float> delta) => Gradient(value, delta, new SoftplusFunction());

    /// <summary>Computes the gradient of <see cref="Softsign"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">x, the arguments.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> SoftsignGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new SoftsignFunction());

    /// <summary>Computes the gradient of <see cref="Exponential"/>, as <see cref="ActivationKernels"/> does.</summary>
    /// <param name="value">y, the results.</param>
    /// <param name="delta">the gradient by the results.</param>
    /// <returns>the gradient by the arguments.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector<float> ExponentialGradient(Vector<float> value, Vector<float> delta) => PlainGradient(value, delta, new ExponentialFunction());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Gradient<TFunction>(Vector<float> value, Vector<float> delta, TFunction function)
        where TFunction : struct, ISingleGradient =>
        Vector<float>.Count == Single512.Count ? function.Gradient<Single512, Vector512<float>>(value.AsVector512(), delta.AsVector512()).AsVector()
        : Vector<float>.Count == Single256.Count ? function.Gradient<Single256, Vector256<float>>(value.AsVector256(), delta.AsVector256()).AsVector()
        : function.Gradient<Single128, Vector128<float>>(value.AsVector128(), delta.AsVector128()).AsVector();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> PlainGradient<TFunction>(Vector<float> value, Vector<float> delta, TFunction function)
        where TFunction : struct, IPlainGradient =>
        Vector<float>.Count == Single512.Count ? function.Gradient<Single512, Vector512<float>, float>(value.AsVector512(), delta.AsVector512()).AsVector()
        : Vector<float>.Count == Single256.Count ? function.Gradient<Single256, Vector256<float>, float>(value.AsVector256(), delta.AsVector256()).AsVector()
        : function.Gradient<Single128, Vector128<float>, float>(value.AsVector128(), delta.AsVector128()).AsVector();
}
