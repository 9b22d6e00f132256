using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Functions;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen;

/// <summary>What <see cref="RowLanes"/> does, with vectors of 512 bits: 16 rows at a time.</summary>
/// <remarks>Emitted code asks whether the machine has such vectors. Without them all of it gives the same, slowly.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class WideRowLanes
{
    /// <summary>Computes an activation function, as <see cref="Elementwise"/> does.</summary>
    /// <remarks>It stays a call, since the JIT inlines nothing more in a method that has grown too large.</remarks>
    /// <param name="x">any numbers.</param>
    /// <param name="function">the function.</param>
    /// <typeparam name="TFunction">the function's type, for which the method is compiled.</typeparam>
    /// <returns>the function of every lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector512<float> Apply<TFunction>(Vector512<float> x, TFunction function)
        where TFunction : struct, IElementFunction =>
        function.Value<SingleLanes512, Vector512<float>, float>(x);

    /// <summary>Computes the natural logarithm, as <see cref="RowLanes.Log"/> does.</summary>
    /// <param name="x">any numbers.</param>
    /// <returns>the function of every lane; NaN for NaN and below 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Vector512<float> Log(Vector512<float> x) => Logarithms<SingleLanes512, Vector512<float>, float>.Log(x);
}
