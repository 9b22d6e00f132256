using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Projects;

/// <summary>
/// Reads each text once, however often generator and analyzers ask for it: a file of a million weights is worth the memory,
/// which goes with the text.
/// </summary>
internal static class FileCache
{
    private static readonly ConditionalWeakTable<SourceText, ReadFile> Files = new();

    private static readonly ReadFile Unreadable = new(new NetworkDeclaration { IsBroken = true }, []);

    /// <summary>What a text says.</summary>
    /// <param name="text">The file's text; null when it could not be opened, which whoever knows its name reports.</param>
    /// <param name="cancellationToken">Stops the reading; nothing is kept then.</param>
    public static ReadFile Read(SourceText? text, CancellationToken cancellationToken)
    {
        if (text is null)
        {
            return Unreadable;
        }

        if (Files.TryGetValue(text, out ReadFile? known))
        {
            return known;
        }

        ReadFile file = Parse(text.ToString(), cancellationToken);
        return Files.GetValue(text, _ => file);
    }

    private static ReadFile Parse(string text, CancellationToken cancellationToken)
    {
        ProblemList problems = new();
        NetworkDeclaration declaration = NetworkFileReader.Read(text, problems, cancellationToken);
        return new ReadFile(declaration, problems.Problems);
    }
}
