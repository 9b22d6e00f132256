using System.Numerics;

namespace NeuralGen;

/// <summary>An activation function of sums, products and comparisons, on vectors of either precision.</summary>
internal interface IPlainValue : IElementFunction
{
    /// <summary>Computes the function.</summary>
    public TVector Value<TLanes, TVector, T>(TVector x)
        where TLanes : struct, INumberLanes<TVector, T>
        where TVector : unmanaged
        where T : unmanaged, INumber<T>;
}
