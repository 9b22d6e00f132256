using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <content>The function on vectors.</content>
internal readonly partial struct SiluFunction : ISingleValue, ISingleGradient
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Value<TLanes, TVector>(TVector x)
        where TLanes : struct, ISingleLanes<TVector>
        where TVector : unmanaged =>
        Sigmoids<TLanes, TVector>.Silu(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Gradient<TLanes, TVector>(TVector value, TVector delta)
        where TLanes : struct, ISingleLanes<TVector>
        where TVector : unmanaged =>
        SingleGradients<TLanes, TVector>.Silu(value, delta);
}
