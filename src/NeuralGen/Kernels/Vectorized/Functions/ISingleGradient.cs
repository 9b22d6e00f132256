namespace NeuralGen;

/// <summary>A gradient on vectors of single-precision numbers.</summary>
internal interface ISingleGradient : IElementFunction
{
    /// <summary>Computes the derivative of the loss by x.</summary>
    public TVector Gradient<TLanes, TVector>(TVector value, TVector delta)
        where TLanes : struct, ISingleLanes<TVector>
        where TVector : unmanaged;
}
