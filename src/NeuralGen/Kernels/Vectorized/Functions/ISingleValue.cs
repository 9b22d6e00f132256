namespace NeuralGen;

/// <summary>An activation function on vectors of single-precision numbers.</summary>
internal interface ISingleValue : IElementFunction
{
    /// <summary>Computes the function.</summary>
    public TVector Value<TLanes, TVector>(TVector x)
        where TLanes : struct, ISingleLanes<TVector>
        where TVector : unmanaged;
}
