using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>What a file says, and what of it cannot be understood.</summary>
/// <param name="Declaration">What it says.</param>
/// <param name="Problems">The problems of reading it.</param>
internal sealed record ReadFile(NetworkDeclaration Declaration, IReadOnlyList<Problem> Problems);
