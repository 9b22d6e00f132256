namespace NeuralGen.Compiler.Emission;

/// <summary>A member of a network's type, or several that belong together.</summary>
/// <param name="Slice">The file that holds it.</param>
/// <param name="Write">Writes it.</param>
/// <param name="IsOfLayers">Whether it is a member of the nested class behind the public ones.</param>
internal sealed record Member(Slice Slice, Action Write, bool IsOfLayers = false);
