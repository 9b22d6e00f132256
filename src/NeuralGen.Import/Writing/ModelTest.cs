namespace NeuralGen.Import.Writing;

/// <summary>An example that the network must reproduce, by the network's names.</summary>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outputs">What must come out.</param>
/// <param name="Tolerance">The largest difference allowed; null for the usual one.</param>
/// <param name="File">The file that says so, a full path.</param>
/// <param name="Line">The line in it, from 1; 0 where it has none.</param>
internal sealed record ModelTest(
    IReadOnlyList<(string Port, double[] Values)> Inputs, IReadOnlyList<(string Port, double[] Values)> Outputs, double? Tolerance, string File = "", int Line = 0);
