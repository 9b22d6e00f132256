namespace NeuralGen.Kernels.Arithmetic;

/// <summary>What loops over single values do with them. They take an implementation as a type argument, so that one source serves
/// both precisions where the framework has no generic arithmetic.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface IArithmetic<T>
    where T : unmanaged
{
    public T Lowest { get; }

    public T Add(T left, T right);

    public T MultiplyAdd(T left, T right, T addend);

    public T Divide(T value, int divisor);

    /// <summary>Tells whether a value takes the place of the largest so far: if it is larger or NaN.</summary>
    public bool Exceeds(T value, T largest);
}
