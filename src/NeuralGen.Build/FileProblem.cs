using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Build;

/// <summary>What is wrong with a file.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Message">The words.</param>
internal sealed record FileProblem(Rule Rule, string Message);
