#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
#endif

namespace NeuralGen.Kernels.Functions;

/// <summary>An argument of an activation function in both precisions: converted here, once, since a conversion in a loop would
/// make every pass wait for the one before.</summary>
/// <param name="value">the argument.</param>
internal readonly struct Argument(double value)
{
    /// <summary>Gets the argument in double precision.</summary>
    public double Double { get; } = value;

    /// <summary>Gets the argument in single precision.</summary>
    public float Single { get; } = (float)value;

#if NET
    /// <summary>Gets the argument in the precision of a type.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T As<T>()
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? T.CreateTruncating(Single) : T.CreateTruncating(Double);
#endif
}
