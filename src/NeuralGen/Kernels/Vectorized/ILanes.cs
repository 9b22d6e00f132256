namespace NeuralGen;

/// <summary>What the kernels do with vectors of one width.</summary>
/// <remarks>Kernels take an implementation as a type argument, for which the JIT compiles them anew: one source gives the
/// code for every width and both precisions.</remarks>
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

    public static abstract TVector Broadcast(T value);

    public static abstract TVector Add(TVector left, TVector right);

    public static abstract TVector Divide(TVector left, TVector right);

    /// <summary>Computes left·right + addend, rounded once where the machine can.</summary>
    public static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>Replaces negative lanes by 0; NaN stays.</summary>
    public static abstract TVector Relu(TVector value);

    /// <summary>Makes a mask of the last lanes.</summary>
    public static abstract TVector LastLanes(int count);

    /// <summary>Takes the lanes of a mask from one vector and the other lanes from another.</summary>
    public static abstract TVector Select(TVector mask, TVector chosen, TVector other);

    /// <summary>Adds up the lanes.</summary>
    public static abstract T Sum(TVector value);

    /// <summary>Adds the sums of four vectors' lanes to four values at equal distances.</summary>
    public static abstract void AddSums(T* sums, nint step, TVector first, TVector second, TVector third, TVector fourth);
}
