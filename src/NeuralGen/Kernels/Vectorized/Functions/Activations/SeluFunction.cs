using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <content>The function on vectors.</content>
internal readonly partial struct SeluFunction : ISingleValue, IPlainGradient
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Value<TLanes, TVector>(TVector x)
        where TLanes : struct, ISingleLanes<TVector>
        where TVector : unmanaged =>
        ExponentialUnits<TLanes, TVector>.Selu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Gradient<TLanes, TVector, T>(TVector value, TVector delta)
        where TLanes : struct, INumberLanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, INumber<T> =>
        PlainGradients<TLanes, TVector, T>.Selu(value, delta);
}
