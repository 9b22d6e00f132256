namespace NeuralGen.Compiler.Declarations;

/// <summary>The model of another tool that a file was made of.</summary>
/// <param name="Producer">What wrote it; null where nobody knows.</param>
/// <param name="ProducerVersion">The version of that; null where nobody knows.</param>
/// <param name="Opset">The version of the operators; null where they have none.</param>
/// <param name="Sha256">The SHA-256 of the model's file, in hexadecimal digits.</param>
internal sealed record SourceDeclaration(string? Producer, string? ProducerVersion, int? Opset, string? Sha256)
{
    /// <summary>Whether the model could not be made a network of, which has been reported: the file says what is known of its inputs and outputs.</summary>
    public bool IsMissing { get; init; }
}
