using System.Diagnostics.CodeAnalysis;

namespace NeuralGen;

/// <summary>What functions do with vectors of single-precision numbers, whose bits they can take as whole numbers too.</summary>
/// <typeparam name="TVector">the vector.</typeparam>
internal interface ISingleLanes<TVector> : INumberLanes<TVector, float>
    where TVector : unmanaged
{
    /// <summary>Finds the largest lane; any number if a lane is NaN.</summary>
    public static abstract float Largest(TVector value);

    public static abstract TVector Or(TVector left, TVector right);

    /// <summary>Adds the bits as whole numbers.</summary>
    public static abstract TVector AddBits(TVector left, TVector right);

    /// <summary>Subtracts the bits as whole numbers.</summary>
    public static abstract TVector SubtractBits(TVector left, TVector right);

    public static abstract TVector ShiftLeft(TVector value, [ConstantExpected] int places);

    /// <summary>Shifts the bits to the right; the sign moves in from the left.</summary>
    public static abstract TVector ShiftRight(TVector value, [ConstantExpected] int places);

    /// <summary>Converts the bits, taken as a whole number.</summary>
    public static abstract TVector BitsAsNumber(TVector value);
}
