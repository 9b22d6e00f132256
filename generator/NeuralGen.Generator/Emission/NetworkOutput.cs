using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Generator.Declarations;
using NeuralGen.Generator.Diagnostics;

namespace NeuralGen.Generator.Emission;

/// <summary>Hands the generated files of a network to the compiler.</summary>
internal static class NetworkOutput
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files of a network.</summary>
    /// <param name="output">The compiler's side.</param>
    /// <param name="model">The network.</param>
    /// <param name="platform">What the project offers.</param>
    public static void Write(SourceProductionContext output, NetworkModel model, TargetPlatform platform)
    {
        if (!model.Target.CanBeExtended || !platform.HasSpan)
        {
            return;
        }

        foreach (GeneratedFile file in Emit(output, model, platform))
        {
            output.AddSource(HintName(model.Target) + file.Suffix + ".g.cs", SourceText.From(file.Text, Utf8));
        }
    }

    /// <summary>
    /// The type's full name as the name of a file. The compiler compares these names without regard to letter case, so
    /// capitals that are not where .NET puts them are marked.
    /// </summary>
    private static string HintName(TargetType target)
    {
        StringBuilder name = new();
        bool startsWord = true;
        foreach (char letter in target.FullName)
        {
            if (startsWord && char.IsLower(letter))
            {
                name.Append('~');
            }

            name.Append(letter is '`' ? '-' : letter);
            startsWord = letter == '.';
        }

        return name.ToString();
    }

    private static IReadOnlyList<GeneratedFile> Emit(SourceProductionContext output, NetworkModel model, TargetPlatform platform)
    {
        try
        {
            return NetworkEmitter.Emit(model, platform);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                DeclarationRules.InternalError, Location.None, model.Signature.Name, $"{exception.GetType().Name}: {exception.Message}"));
            return NetworkEmitter.Emit(model with { Network = null }, platform);
        }
    }
}
