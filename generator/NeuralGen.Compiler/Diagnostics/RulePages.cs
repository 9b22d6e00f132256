using System.Reflection;

namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Where the pages of rules are: at an address, once the build knows one, and in the package in any case.</summary>
/// <param name="address">The address of the folder of pages; null or empty when there is none.</param>
internal sealed class RulePages(string? address)
{
    /// <summary>The pages of this build.</summary>
    public static RulePages OfBuild { get; } = new(typeof(RulePages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "NeuralGenDocsUrl")?.Value);

    /// <summary>Whether the pages have an address.</summary>
    public bool HaveAddress => !string.IsNullOrEmpty(address);

    /// <summary>The address of a rule's page; null when there is none.</summary>
    /// <param name="id">The rule.</param>
    public string? Link(string id) => HaveAddress ? $"{address!.TrimEnd('/')}/{id}.md" : null;

    /// <summary>What a rule's message says at its end, where no link leads to the page.</summary>
    /// <param name="id">The rule.</param>
    public string Words(string id) => HaveAddress ? "" : $" (docs/diagnostics/{id}.md in the package)";
}
