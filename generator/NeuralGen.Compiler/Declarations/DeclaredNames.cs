using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>A list of names.</summary>
/// <param name="Values">The names.</param>
internal sealed record DeclaredNames(EquatableArray<string> Values) : DeclaredValue;
