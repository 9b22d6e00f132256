namespace NeuralGen.Compiler.Values;

/// <summary>
/// A list that is compared by value, as one object: the compiler's pipeline is precompiled for objects, and has to be
/// compiled anew, in every cold build, for each structure that passes through it.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="Items">The elements.</param>
internal sealed record ValueList<T>(EquatableArray<T> Items)
    where T : class, IEquatable<T>
{
    /// <summary>Wraps a sequence.</summary>
    public static ValueList<T> Of(IEnumerable<T> items) => new(items.ToEquatableArray());
}
