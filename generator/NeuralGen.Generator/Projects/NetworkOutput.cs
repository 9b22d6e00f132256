using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Diagnostics;

namespace NeuralGen.Generator.Projects;

/// <summary>Hands the generated files of a network to the compiler.</summary>
internal static class NetworkOutput
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files of a network.</summary>
    /// <param name="output">The compiler's side.</param>
    /// <param name="network">The network.</param>
    /// <param name="platform">What the project offers.</param>
    public static void Write(SourceProductionContext output, PlacedNetwork network, TargetPlatform platform)
    {
        if (!network.Model.Target.CanBeExtended || !platform.HasSpan)
        {
            return;
        }

        // Without the library there are members that stand in, so that its absence is all there is to report.
        NetworkModel model = platform.HasLibrary ? network.Model : network.Model with { Network = null };
        foreach (GeneratedFile file in Emit(output, model, platform, network.TextRoom))
        {
            output.AddSource(network.HintName + file.Suffix + ".g.cs", SourceText.From(file.Text, Utf8));
        }
    }

    private static IReadOnlyList<GeneratedFile> Emit(SourceProductionContext output, NetworkModel model, TargetPlatform platform, int textRoom)
    {
        try
        {
            return NetworkEmitter.Emit(model, platform, textRoom, output.CancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            output.ReportDiagnostic(Diagnostic.Create(
                DeclarationRules.InternalError.Descriptor(), Location.None, model.Signature.Name, $"{exception.GetType().Name}: {exception.Message}"));
            return NetworkEmitter.Emit(model with { Network = null }, platform, textRoom, output.CancellationToken);
        }
    }
}
