namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Where a part of a declaration was written.</summary>
internal enum DeclarationSource
{
    /// <summary>In attributes on a type.</summary>
    Attributes,

    /// <summary>In a <c>.nn.json</c> file.</summary>
    File,
}
