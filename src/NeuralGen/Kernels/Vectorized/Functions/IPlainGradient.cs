using System.Numerics;

namespace NeuralGen;

/// <summary>A gradient of sums, products and comparisons, on vectors of either precision.</summary>
internal interface IPlainGradient : IElementFunction
{
    /// <summary>Computes the derivative of the loss by x.</summary>
    public TVector Gradient<TLanes, TVector, T>(TVector value, TVector delta)
        where TLanes : struct, INumberLanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, INumber<T>;
}
