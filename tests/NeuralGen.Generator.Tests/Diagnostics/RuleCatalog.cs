using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NeuralGen.Build;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Generator.Diagnostics;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Import;

namespace NeuralGen.Generator.Tests.Diagnostics;

/// <summary>All rules of the product, found by reflection, and where their pages lie.</summary>
internal static class RuleCatalog
{
    /// <summary>The folder of the pages.</summary>
    public static string Pages { get; } = Path.Combine(SourceFolder.Root, "generator", "diagnostics");

    /// <summary>The classes that hold rules, with their rules.</summary>
    public static IReadOnlyList<(Type Class, DiagnosticDescriptor[] Rules)> Families { get; } =
    [
        .. typeof(DeclarationRules).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(DeclarationRules).Namespace)
            .Select(type => (type, type.GetProperty("All", BindingFlags.Public | BindingFlags.Static)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.type, ((IEnumerable<Rule>)pair.Item2!.GetValue(null)!).Select(rule => rule.Descriptor()).ToArray())),
    ];

    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [.. Families.SelectMany(family => family.Rules).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The text of our targets, which have warnings of their own.</summary>
    public static string BuildFiles { get; } =
        string.Concat(Directory.EnumerateFiles(Path.Combine(SourceFolder.Root, "src", "NeuralGen", "build"), "*.targets").Select(File.ReadAllText));

    /// <summary>The ids of warnings that the build gives itself.</summary>
    public static IReadOnlyList<string> OfBuild { get; } =
        [.. Regex.Matches(BuildFiles, Rule.Prefix + @"\d{4}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The rules of the task that builds run: ids and titles.</summary>
    public static IReadOnlyList<(string Id, string Title)> OfTask { get; } = [.. ModelFileRules.All.Concat(ImportRules.All).Select(rule => (rule.Id, rule.Title))];

    /// <summary>The digits of a rule's id.</summary>
    public static int Number(DiagnosticDescriptor rule) => int.Parse(rule.Id[Rule.Prefix.Length..], CultureInfo.InvariantCulture);

    /// <summary>The titles of rules in the language of the sources.</summary>
    public static string Title(DiagnosticDescriptor rule) => rule.Title.ToString(CultureInfo.InvariantCulture);
}
