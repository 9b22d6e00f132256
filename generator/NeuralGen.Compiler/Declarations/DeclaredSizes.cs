using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>A whole number, or a list of them.</summary>
/// <param name="Values">The numbers.</param>
/// <param name="IsList">Whether they were written as a list.</param>
internal sealed record DeclaredSizes(EquatableArray<int> Values, bool IsList) : DeclaredValue;
