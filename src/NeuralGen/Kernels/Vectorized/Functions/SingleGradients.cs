using System.Runtime.CompilerServices;

namespace NeuralGen;

/// <summary>Gradients that need exponentials of x.</summary>
/// <typeparam name="TLanes">the vectors.</typeparam>
/// <typeparam name="TVector">one vector.</typeparam>
internal static class SingleGradients<TLanes, TVector>
    where TLanes : struct, ISingleLanes<TVector>
    where TVector : unmanaged
{
    private const float NormalPeak = 0.398942280f;

    /// <summary>Computes (Φ(x) + x·φ(x))·delta.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Gelu(TVector x, TVector delta)
    {
        TVector exponent = TLanes.Multiply(TLanes.Multiply(TLanes.Broadcast(-0.5f), x), x);
        TVector density = TLanes.Multiply(TLanes.Broadcast(NormalPeak), Exponentials<TLanes, TVector>.Exp(exponent));
        return TLanes.Multiply(TLanes.MultiplyAdd(x, density, ErrorFunctions<TLanes, TVector>.Normal(x)), delta);
    }

    /// <summary>Computes (s + x·s·(1 - s)·v′)·delta, where s = sigmoid(v) = (1 + tanh(v/2))/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector GeluTanh(TVector x, TVector delta)
    {
        TVector square = TLanes.Multiply(x, x);
        TVector one = TLanes.Broadcast(1f);
        TVector factor = TLanes.MultiplyAdd(square, TLanes.Broadcast(0.0713548163f), TLanes.Broadcast(1.59576912f));
        TVector slope = TLanes.MultiplyAdd(square, TLanes.Broadcast(0.214064449f), TLanes.Broadcast(1.59576912f));
        TVector sigmoid = Sigmoids<TLanes, TVector>.Sigmoid(TLanes.Multiply(x, factor));
        TVector rise = TLanes.Multiply(TLanes.Multiply(sigmoid, TLanes.Subtract(one, sigmoid)), slope);
        return TLanes.Multiply(TLanes.MultiplyAdd(x, rise, sigmoid), delta);
    }

    /// <summary>Computes (s + x·s·(1 - s))·delta, where s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Silu(TVector x, TVector delta)
    {
        TVector sigmoid = Sigmoids<TLanes, TVector>.Sigmoid(x);
        TVector product = TLanes.Multiply(x, sigmoid);
        return TLanes.Multiply(TLanes.MultiplyAdd(product, TLanes.Subtract(TLanes.Broadcast(1f), sigmoid), sigmoid), delta);
    }

    /// <summary>Computes (t + x·s·(1 - t²))·delta, where t = tanh(ln(1 + e^x)) and s = sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mish(TVector x, TVector delta)
    {
        TVector tanh = Sigmoids<TLanes, TVector>.TanhOfSoftplus(x);
        TVector product = TLanes.Multiply(x, Sigmoids<TLanes, TVector>.Sigmoid(x));
        TVector rest = TLanes.Subtract(TLanes.Broadcast(1f), TLanes.Multiply(tanh, tanh));
        return TLanes.Multiply(TLanes.MultiplyAdd(product, rest, tanh), delta);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus(TVector x, TVector delta) => Sigmoids<TLanes, TVector>.Share(x, delta);
}
