using System.Diagnostics.CodeAnalysis;

namespace NeuralGen.Kernels.Lanes;

/// <summary>What kernels and functions do with vectors of one width.</summary>
/// <remarks>They take an implementation as a type argument, for which the JIT compiles them anew: one source gives the code for
/// every width and both precisions. The bodies are as short as can be, since the JIT gives up inlining in methods that take in
/// too much.</remarks>
/// <typeparam name="TVector">the vector.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe interface ILanes<TVector, T>
    where TVector : unmanaged
    where T : unmanaged
{
    /// <summary>Gets the number of values in a vector.</summary>
    public static abstract int Count { get; }

    /// <summary>Gets whether the machine has 32 registers of this width, or only 16.</summary>
    public static abstract bool HasManyRegisters { get; }

    public static abstract TVector Load(T* source);

    public static abstract void Store(T* target, TVector value);

    /// <summary>Loads the first lanes and nothing behind them; the other lanes are 0.</summary>
    public static abstract TVector LoadFirst(T* source, int count);

    /// <summary>Stores the first lanes and nothing behind them.</summary>
    public static abstract void StoreFirst(T* target, TVector value, int count);

    public static abstract TVector Broadcast(T value);

    /// <summary>Spreads a constant, rounded to the precision of the lanes.</summary>
    public static abstract TVector Number(double value);

    public static abstract TVector Add(TVector left, TVector right);

    public static abstract TVector Subtract(TVector left, TVector right);

    public static abstract TVector Multiply(TVector left, TVector right);

    public static abstract TVector Divide(TVector left, TVector right);

    /// <summary>Computes left·right + addend, rounded once where the machine can: the same bits for every width.</summary>
    public static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>Computes value &lt; bound ? bound : value, so that NaN and -0 stay.</summary>
    public static abstract TVector AtLeast(TVector bound, TVector value);

    /// <summary>Computes value &gt; bound ? bound : value, so that NaN stays.</summary>
    public static abstract TVector AtMost(TVector bound, TVector value);

    public static abstract TVector Magnitude(TVector value);

    /// <summary>Makes a mask of the lanes where left is less than right.</summary>
    public static abstract TVector Less(TVector left, TVector right);

    /// <summary>Makes a mask of the lanes where left is less than right or equal to it.</summary>
    public static abstract TVector LessOrEqual(TVector left, TVector right);

    /// <summary>Makes a mask of the first lanes.</summary>
    public static abstract TVector FirstLanes(int count);

    /// <summary>Makes a mask of the last lanes.</summary>
    public static abstract TVector LastLanes(int count);

    /// <summary>Takes the lanes of a mask from one vector and the other lanes from another.</summary>
    public static abstract TVector Select(TVector mask, TVector chosen, TVector other);

    public static abstract TVector And(TVector left, TVector right);

    public static abstract TVector Or(TVector left, TVector right);

    /// <summary>Clears the bits of a mask.</summary>
    public static abstract TVector Except(TVector value, TVector mask);

    /// <summary>Adds up the lanes.</summary>
    public static abstract T Sum(TVector value);

    /// <summary>Finds the largest lane; any number if a lane is NaN.</summary>
    public static abstract T Largest(TVector value);

    /// <summary>Adds the sums of four vectors' lanes to four values at equal distances.</summary>
    public static abstract void AddSums(T* sums, nint step, TVector first, TVector second, TVector third, TVector fourth);

    /// <summary>Adds the bits as whole numbers of 32 bits.</summary>
    public static abstract TVector AddBits(TVector left, TVector right);

    /// <summary>Subtracts the bits as whole numbers of 32 bits.</summary>
    public static abstract TVector SubtractBits(TVector left, TVector right);

    /// <summary>Shifts the bits of whole numbers of 32 bits to the left.</summary>
    public static abstract TVector ShiftLeft(TVector value, [ConstantExpected] int places);

    /// <summary>Shifts the bits of whole numbers of 32 bits to the right; the sign moves in from the left.</summary>
    public static abstract TVector ShiftRight(TVector value, [ConstantExpected] int places);

    /// <summary>Converts the bits, taken as whole numbers of 32 bits, to float.</summary>
    public static abstract TVector BitsAsNumber(TVector value);
}
