namespace NeuralGen.Compiler.Declarations;

/// <summary>A network within a layer.</summary>
/// <param name="Network">What is said of it.</param>
internal sealed record DeclaredNetwork(NetworkDeclaration Network) : DeclaredValue;
