using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <content>The parameter of functions in any precision.</content>
internal readonly partial struct Alpha
{
    /// <summary>Gets the parameter in the precision of a type.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T As<T>()
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? T.CreateTruncating(Single) : T.CreateTruncating(Double);
}
