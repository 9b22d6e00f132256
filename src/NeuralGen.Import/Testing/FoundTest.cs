namespace NeuralGen.Import.Testing;

/// <summary>An example as it was found, by the model's names.</summary>
/// <param name="Title">What messages call it.</param>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outputs">What must come out.</param>
/// <param name="Tolerance">The largest difference allowed; null for the usual one.</param>
/// <param name="File">The file that says what must come out, a full path.</param>
/// <param name="Line">The line in it, from 1; 0 where it has none.</param>
internal sealed record FoundTest(string Title, IReadOnlyList<FoundTensor> Inputs, IReadOnlyList<FoundTensor> Outputs, double? Tolerance, string File, int Line = 0);
