namespace NeuralGen.Compiler.Json;

/// <summary>What is wrong with a JSON text, and where.</summary>
/// <param name="Message">One sentence naming what was expected and what was found.</param>
/// <param name="Start">
/// The offset of the first offending character; the text's length where more was expected.
/// </param>
/// <param name="Length">The number of offending characters.</param>
internal sealed record JsonError(string Message, int Start, int Length);
