using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Generator.Diagnostics;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Diagnostics;

/// <summary>What every rule must have.</summary>
public class RuleCatalogTests
{
    /// <summary>What is allowed, and leaves every network intact.</summary>
    private static readonly string[] Warnings = ["NEURAL0025", "NEURAL0216"];

    private static readonly Dictionary<Type, (int First, int Last)> Ranges = new()
    {
        [typeof(DeclarationRules)] = (1, 99),
        [typeof(ShapeRules)] = (101, 144),
        [typeof(SelectionRules)] = (145, 149),
        [typeof(StateRules)] = (150, 159),
        [typeof(WeightRules)] = (201, 250),
        [typeof(PlausibilityRules)] = (251, 299),
        [typeof(FileRules)] = (301, 399),
        [typeof(CallRules)] = (501, 599),
        [typeof(EmissionRules)] = (901, 999),
    };

    [Fact]
    public void Ids_are_unique_and_in_the_range_of_their_family()
    {
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(RuleCatalog.Families, family =>
        {
            Assert.True(Ranges.TryGetValue(family.Class, out (int First, int Last) range), $"{family.Class.Name} has no range of ids yet.");
            Assert.All(family.Rules, rule => Assert.InRange(RuleCatalog.Number(rule), range.First, range.Last));
        });
    }

    [Fact]
    public void Every_rule_of_a_family_is_listed_in_it() => Assert.All(RuleCatalog.Families, family => Assert.Equal(
        family.Class.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Rule>().Select(rule => rule.Id),
        family.Rules.Select(rule => rule.Id)));

    [Fact]
    public void Titles_and_messages_read_like_headlines() => Assert.All(RuleCatalog.All, rule =>
    {
        string message = rule.MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Matches("^[A-Z].*[^.]$", RuleCatalog.Title(rule));
        Assert.DoesNotMatch(@"(\.|\s)$", message);
        Assert.DoesNotMatch(@"[\r\n]", message);
        Assert.True(rule.IsEnabledByDefault);
    });

    [Fact]
    public void Errors_of_networks_cannot_be_configured() => Assert.All(
        DeclarationRules.All.Concat(ShapeRules.All).Concat(SelectionRules.All).Concat(StateRules.All).Concat(WeightRules.All).Concat(FileRules.All).Where(rule => !Warnings.Contains(rule.Id)),
        rule =>
        {
            Assert.Equal(Severity.Error, rule.Severity);
            Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, rule.Descriptor().CustomTags);
        });

    [Fact]
    public void Every_rule_has_a_row_in_the_release_tracking_files()
    {
        string folder = Path.Combine(SourceFolder.Root, "generator", "NeuralGen.Generator");
        string[] tracked =
        [
            .. new[] { "Shipped", "Unshipped" }
                .SelectMany(name => File.ReadLines(Path.Combine(folder, $"AnalyzerReleases.{name}.md")))
                .Where(line => line.StartsWith(Rule.Prefix, StringComparison.Ordinal)),
        ];
        Assert.Equal(RuleCatalog.All.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {RuleCatalog.Title(rule)}"), tracked);
    }

    [Fact]
    public void Every_rule_has_a_page_and_no_page_is_left_over() => Assert.Equal(
        RuleCatalog.All.Select(rule => rule.Id).Concat(RuleCatalog.OfBuild).Concat(RuleCatalog.OfTask.Select(rule => rule.Id)).Order(StringComparer.Ordinal).Select(id => id + ".md"),
        Directory.EnumerateFiles(RuleCatalog.Pages, Rule.Prefix + "*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void A_message_names_the_page_in_the_package_unless_a_link_leads_to_it()
    {
        Assert.All(RuleCatalog.All, rule =>
        {
            string page = $" (docs/diagnostics/{rule.Id}.md in the package)";
            Assert.NotEqual(rule.HelpLinkUri.Length > 0, rule.MessageFormat.ToString(CultureInfo.InvariantCulture).EndsWith(page, StringComparison.Ordinal));
        });
        Assert.All(RuleCatalog.OfBuild, id => Assert.Contains($" (docs/diagnostics/{id}.md in the package)\" />", RuleCatalog.BuildFiles, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null, " (docs/diagnostics/NEURAL0101.md in the package)")]
    [InlineData("", null, " (docs/diagnostics/NEURAL0101.md in the package)")]
    [InlineData("https://example.org/rules", "https://example.org/rules/NEURAL0101.md", "")]
    [InlineData("https://example.org/rules/", "https://example.org/rules/NEURAL0101.md", "")]
    public void An_address_of_the_build_makes_links(string? address, string? link, string words)
    {
        RulePages pages = new(address);
        Assert.Equal(link, pages.Link("NEURAL0101"));
        Assert.Equal(words, pages.Words("NEURAL0101"));
    }

    [Fact]
    public void The_index_of_pages_lists_every_rule_with_its_title()
    {
        IEnumerable<string> rows = File.ReadLines(Path.Combine(RuleCatalog.Pages, "README.md"))
            .Where(line => line.StartsWith("| [" + Rule.Prefix, StringComparison.Ordinal))
            .Select(line => line[..(line.LastIndexOf(" | ", StringComparison.Ordinal) + 2)]);
        IEnumerable<string> expected = RuleCatalog.All.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {RuleCatalog.Title(rule)} |")
            .Concat(RuleCatalog.OfTask.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} |"))
            .Concat(RuleCatalog.OfBuild.Select(id => $"| [{id}]({id}.md) | {new RulePage(id).Title[(id.Length + 4)..]} |"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows);
    }

    [Fact]
    public void Every_rule_is_named_in_a_test()
    {
        string tests = Path.Combine(SourceFolder.Root, "tests", "NeuralGen.Generator.Tests");
        HashSet<string> named =
        [
            .. new[] { "Analyzers", "Binding", "CallSites", "Diagnostics", "Layers", "Plausibility", "Projects", "Reading", "Targets" }
                .Select(folder => Path.Combine(tests, folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                .SelectMany(file => Regex.Matches(File.ReadAllText(file), Rule.Prefix + @"\d{4}").Select(match => match.Value)),
        ];
        Assert.Empty(RuleCatalog.All.Select(rule => rule.Id).Except(named));
        Assert.Empty(named.Except(RuleCatalog.All.Select(rule => rule.Id)));
    }
}
