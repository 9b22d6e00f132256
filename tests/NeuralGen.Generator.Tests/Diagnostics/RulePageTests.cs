using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Diagnostics;

/// <summary>The pages of rules tell the truth: their examples report what they say, and their fixes help.</summary>
public class RulePageTests
{
    private const string MissingSpan = "NEURAL0018";

    private const string MissingLibrary = "NEURAL0030";

    private const string OutdatedLibrary = "NEURAL0031";

    private const string InternalError = "NEURAL0099";

    public static TheoryData<string> Rules => new(RuleCatalog.All.Select(rule => rule.Id));

    public static TheoryData<string> RulesWithExamples => new(RuleCatalog.All.Select(rule => rule.Id).Where(id => id != InternalError));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_has_its_title_and_sections(string id)
    {
        RulePage page = new(id);
        DiagnosticDescriptor rule = RuleCatalog.All.Single(rule => rule.Id == id);
        Assert.Equal($"# {id}: {RuleCatalog.Title(rule)}", page.Title);
        Assert.Equal(["Cause", "Example", "Fix", "How to silence"], page.Sections);
        Assert.All(page.Sections, section => Assert.NotEmpty(page.Text(section)));
    }

    [Theory]
    [MemberData(nameof(RulesWithExamples))]
    public void The_example_reports_the_rule_with_the_message_of_the_page(string id)
    {
        RulePage page = new(id);
        GeneratedProject project = page.Project("Example", WithWeights(Host(id))).Run();
        Diagnostic[] reported = Problems(project, id);
        Assert.Equal(id, string.Join(", ", reported.Select(diagnostic => diagnostic.Id).Distinct()));
        Assert.Equal(
            Assert.Single(page.Blocks("Example"), block => block.Language == "text").Text,
            string.Concat(reported.Select(diagnostic => diagnostic.Text() + "\n")));
    }

    [Theory]
    [MemberData(nameof(RulesWithExamples))]
    public void The_fix_reports_nothing_and_compiles(string id)
    {
        GeneratedProject project = new RulePage(id).Project("Fix", WithWeights(new GeneratorHost())).Run();
        Assert.NotEmpty(project.Generated);
        Assert.Equal("", string.Join('\n', Problems(project, id).Select(diagnostic => diagnostic.ToString())));
        Assert.Equal("", string.Join('\n', project.CompilerDiagnostics.Select(diagnostic => diagnostic.ToString())));
    }

    public static TheoryData<string> RulesOfBuild => new(RuleCatalog.OfBuild);

    [Theory]
    [MemberData(nameof(RulesOfBuild))]
    public void A_page_about_the_build_has_a_title_and_sections_and_quotes_the_warning(string id)
    {
        RulePage page = new(id);
        Assert.StartsWith($"# {id}: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["Cause", "Example", "Fix", "How to silence"], page.Sections);
        string warning = Assert.Single(page.Blocks("Example"), block => block.Language == "text").Text;
        Assert.Contains(warning[(warning.LastIndexOf(';') + 2)..warning.LastIndexOf(' ')], RuleCatalog.BuildFiles, StringComparison.Ordinal);
        Assert.Contains(id, page.Text("How to silence"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_internal_error_names_the_network_and_asks_for_a_report() => Assert.Contains(
        "please report it", new RulePage(InternalError).Text("Cause") + new RulePage(InternalError).Text("Fix"), StringComparison.OrdinalIgnoreCase);

    /// <summary>A project that lacks what the rule is about.</summary>
    private static GeneratorHost Host(string id) => id switch
    {
        MissingSpan => new GeneratorHost { References = SpanlessCore.References },
        MissingLibrary => new GeneratorHost { References = OtherLibrary.Missing },
        OutdatedLibrary => new GeneratorHost { References = OtherLibrary.Outdated },
        _ => new GeneratorHost(),
    };

    /// <summary>The files of weights that examples speak of.</summary>
    private static GeneratorHost WithWeights(GeneratorHost host) => host
        .File("obj/iris.safetensors.facts.json", new Facts().Tensor("fc1.weight", [3, 4], [.. Enumerable.Range(1, 12).Select(i => (double)i)]).Tensor("fc1.bias", [3], 1, 2, 3).Integers("step", [], 7).ToString())
        .File("obj/large.safetensors.facts.json", new Facts().Large("fc1.weight", 20_000, 4).Large("fc2.weight", 3, 20_000).ToString());

    /// <summary>What is reported, in the order of places; notes only when the page is about one.</summary>
    private static Diagnostic[] Problems(GeneratedProject project, string id) =>
    [
        .. ReportedPlace.Sort(
            project.Analyze().Concat(project.GeneratorDiagnostics).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info || diagnostic.Id == id),
            ReportedPlace.Of),
    ];
}
