using Microsoft.CodeAnalysis.Diagnostics;

namespace NeuralGen.Generator.Projects;

/// <summary>What the build says of a project.</summary>
/// <param name="RootNamespace">The namespace of types that files declare.</param>
/// <param name="HasAnalyzers">Whether the compiler runs analyzers in this build.</param>
/// <param name="HasGradients">Whether networks that do not say it themselves have members for the loss and derivatives.</param>
internal sealed record BuildSettings(string RootNamespace, bool HasAnalyzers, bool HasGradients = true)
{
    /// <summary>Reads the settings that our props make visible to the compiler.</summary>
    public static BuildSettings Of(AnalyzerConfigOptions options)
    {
        string Property(string name) => options.TryGetValue($"build_property.{name}", out string? value) ? value : "";
        bool IsFalse(string name) => Property(name).Equals("false", StringComparison.OrdinalIgnoreCase);
        bool IsTrue(string name) => Property(name).Equals("true", StringComparison.OrdinalIgnoreCase);

        // The same decision as the compiler's own targets take.
        bool isLeftOut = IsFalse("RunAnalyzers")
            || (Property("RunAnalyzers").Length == 0 && IsFalse("RunAnalyzersDuringBuild"))
            || (IsTrue("IsImplicitlyTriggeredBuild") && IsTrue("OptimizeImplicitlyTriggeredBuild"));
        return new BuildSettings(Property("RootNamespace"), !isLeftOut, !IsFalse("NeuralNetworkGradients"));
    }
}
