namespace NeuralGen.Compiler.Targets;

/// <summary>A type as its generated part declares it.</summary>
/// <param name="Keyword">class, struct, record, record struct or interface.</param>
/// <param name="Name">Its name, without type parameters, escaped.</param>
/// <param name="TypeParameters">Its type parameters in angle brackets, or nothing.</param>
internal sealed record TypePart(string Keyword, string Name, string TypeParameters)
{
    /// <summary>The name with its type parameters.</summary>
    public string FullName => Name + TypeParameters;
}
