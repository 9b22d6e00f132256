using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <content>The function on vectors.</content>
internal readonly partial struct SoftsignFunction : IPlainValue, IPlainGradient
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Value<TLanes, TVector, T>(TVector x)
        where TLanes : struct, INumberLanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, INumber<T> =>
        PlainFunctions<TLanes, TVector, T>.Softsign(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Gradient<TLanes, TVector, T>(TVector value, TVector delta)
        where TLanes : struct, INumberLanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, INumber<T> =>
        PlainGradients<TLanes, TVector, T>.Softsign(value, delta);
}
