using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralGen.Compiler.Emission;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>The page that specifies what the generator writes.</summary>
public partial class GeneratedCodePageTests
{
    private static readonly IReadOnlyList<string> Page = MarkdownPage.At("generator/generated-code.md").Lines;

    /// <summary>All members between them: labels, numbers in a file of their own, training.</summary>
    private static readonly GeneratedProject[] Projects =
    [
        Project("Labels = [\"a\", \"b\"]", "[Dense(2, Weights = [1, 2, 3, 4])]"),
        Project("OutputNames = [\"y\"]", $"[Dense(40, Weights = [{string.Join(", ", Enumerable.Range(1, 80))}])] [Dense(1, Weights = [{string.Join(", ", Enumerable.Range(1, 40))}])]"),
        Project("Trainable = true", "[Normalization] [Dense(1)]"),
    ];

    [Fact]
    public void Its_files_are_those_that_are_written_in_their_order() =>
        Assert.Equal(Slice.All.Select(slice => $"Net{slice.Suffix}.g.cs"), Files().Select(file => file.Name));

    [Fact]
    public void Its_members_are_those_of_each_file_in_their_order() => Assert.All(Files(), file =>
    {
        string[][] written = [.. Projects.Select(project => Members(project, file.Name)).Where(members => members.Length > 0)];
        Assert.Equal(file.Members.Order(StringComparer.Ordinal), written.SelectMany(members => members).Distinct().Order(StringComparer.Ordinal));
        Assert.All(written, members => Assert.Equal(file.Members.Where(members.Contains), members));
    });

    [Fact]
    public void Its_forms_have_snapshots() => Assert.All(
        Rows("| form |").SelectMany(row => Code().Matches(row[2])).Select(match => match.Groups[1].Value),
        name => Assert.True(Directory.Exists(Path.Combine(SourceFolder.Root, "tests", "NeuralGen.Generator.Tests", "Snapshots", name)), name));

    [Fact]
    public void Its_examples_of_comments_stand_in_snapshots()
    {
        string folder = Path.Combine(SourceFolder.Root, "tests", "NeuralGen.Generator.Tests", "Snapshots");
        string code = string.Concat(Directory.EnumerateFiles(folder, "*.verified.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] examples = [.. Page.SelectMany(line => Code().Matches(line)).Select(match => match.Groups[1].Value).Where(text => text.EndsWith('.') && text.Contains("layer '", StringComparison.OrdinalIgnoreCase))];
        Assert.Equal(2, examples.Length);
        Assert.All(examples, example => Assert.Contains("// " + example + "\n", code, StringComparison.Ordinal));
    }

    private static GeneratedProject Project(string settings, string layers) => new GeneratorHost().Source($$"""
        using NeuralGen;
        [NeuralNetwork(InputNames = ["p", "q"], {{settings}})] {{layers}} public sealed partial class Net;
        """).Run();

    private static IEnumerable<(string Name, string[] Members)> Files() => Rows("| file |")
        .Select(row => (row[0].Trim('`'), Code().Matches(row[2]).Select(match => match.Groups[1].Value).ToArray()));

    private static IEnumerable<string[]> Rows(string header) => Page
        .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray());

    private static string[] Members(GeneratedProject project, string file) => !project.Generated.TryGetValue(file, out string? text)
        ? []
        :
        [
            .. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First().Members
                .Where(member => member.Modifiers.Any(SyntaxKind.PublicKeyword))
                .Select(member => member switch
                {
                    FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
                    PropertyDeclarationSyntax property => property.Identifier.Text,
                    MethodDeclarationSyntax method => method.Identifier.Text,
                    BaseTypeDeclarationSyntax type => type.Identifier.Text,
                    _ => member.ToString(),
                })
                .Distinct(),
        ];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
