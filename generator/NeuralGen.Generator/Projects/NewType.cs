using NeuralGen.Compiler.Targets;

namespace NeuralGen.Generator.Projects;

/// <summary>A type that a file alone declares.</summary>
/// <param name="Target">The type.</param>
/// <param name="File">The file.</param>
internal sealed record NewType(TargetType Target, NetworkFile File);
