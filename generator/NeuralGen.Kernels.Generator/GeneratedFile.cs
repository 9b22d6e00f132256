namespace NeuralGen.Kernels.Generator;

/// <summary>A file that the program writes.</summary>
/// <param name="Path">Where it stands below the kernels.</param>
/// <param name="Text">What it holds.</param>
internal sealed record GeneratedFile(string Path, string Text);
