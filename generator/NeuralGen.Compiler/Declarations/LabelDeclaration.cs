namespace NeuralGen.Compiler.Declarations;

/// <summary>A class as declared.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Name">The name that its enum member shall have, when the text gives no good one.</param>
internal sealed record LabelDeclaration(string Text, string? Name);
