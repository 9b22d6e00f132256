using System.Text.RegularExpressions;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Generator.Tests.Architecture;

/// <summary>Dependencies run one way: a folder of the compiler uses those before it, never one behind it.</summary>
public class DependencyTests
{
    private const string Core = "NeuralGen.Compiler";
    private const string Host = "NeuralGen.Generator";

    /// <summary>The folders of the core in their order, then those of the host.</summary>
    private static readonly string[] Order =
    [
        Core + ".Values", Core + ".Diagnostics", Core + ".Json", Core + ".SafeTensors", Core + ".Declarations", Core + ".Networks", Core + ".Targets", Core + ".Layers",
        Core + ".Binding", Core + ".Reading", Core + ".Lowering", Core + ".Plausibility", Core + ".Emission",
        Host + ".Diagnostics", Host + ".Reading", Host + ".Projects", Host + ".Analyzers", Host + ".CallSites", Host,
    ];

    private static readonly SourceFile[] Files = [.. SourceFile.Below("generator/" + Core), .. SourceFile.Below("generator/" + Host)];

    [Fact]
    public void Every_folder_has_its_place_in_the_order() =>
        Assert.Equal(Order.Order(StringComparer.Ordinal), Files.Select(Top).Where(top => top is not null and not Core).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_file_uses_a_folder_behind_its_own()
    {
        List<string> upward = [];
        int edges = 0;
        foreach (SourceFile file in Files.Where(file => file.Namespace is not null))
        {
            int own = Rank(file.Namespace!);
            foreach (string used in file.Usings.Concat(Qualified(file)).Where(name => Rank(name) >= 0))
            {
                edges++;
                if (Rank(used) > own)
                {
                    upward.Add($"{file.Path} uses {used}");
                }
            }
        }

        Assert.Empty(upward);
        Assert.True(edges > 300, "The files or their usings are not found any more.");
    }

    [Fact]
    public void The_core_and_the_reader_stand_alone()
    {
        Assert.Equal(["netstandard"], typeof(Network).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name));
        Assert.DoesNotContain(Files, file => file.Path.StartsWith("generator/" + Core, StringComparison.Ordinal) && file.Text.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.All(Files.Where(file => file.Path.Contains("/Json/", StringComparison.Ordinal)), file =>
            Assert.DoesNotContain(file.Usings, name => name.StartsWith("NeuralGen", StringComparison.Ordinal) && !name.StartsWith(Core + ".Json", StringComparison.Ordinal)));
        Assert.All(Files.Where(file => file.Path.Contains("/SafeTensors/", StringComparison.Ordinal)), file =>
            Assert.DoesNotContain(file.Usings, name => name.StartsWith("NeuralGen", StringComparison.Ordinal) && name != Core + ".Json"));
    }

    [Fact]
    public void Little_but_the_reader_is_compiled_into_other_assemblies()
    {
        string[] linked =
        [
            .. new[] { "src/NeuralGen/NeuralGen.csproj", "src/NeuralGen.Build/NeuralGen.Build.csproj", "generator/NeuralGen.CodeFixes/NeuralGen.CodeFixes.csproj" }
                .SelectMany(project => Regex.Matches(File.ReadAllText(Path.Combine(Hosting.SourceFolder.Root, project)), "Include=\"[./a-z]*NeuralGen.Compiler/([^\"]+\\.cs)\""))
                .Select(match => match.Groups[1].Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["ColdBuild.cs", "Diagnostics/FixProperties.cs", "Json/**/*.cs", "Polyfills/IsExternalInit.cs", "SafeTensors/**/*.cs"], linked);
    }

    /// <summary>Namespaces that stand before a name, as in <c>Text.Literal</c>, opened or not.</summary>
    private static IEnumerable<string> Qualified(SourceFile file) => Order
        .Where(folder => folder.Contains('.', StringComparison.Ordinal) && folder != Host)
        .Where(folder => Regex.IsMatch(file.Text, $@"(?<![\w.""'/<])(NeuralGen\.)?{Regex.Escape(folder["NeuralGen.".Length..])}\.[A-Z]"));

    private static string? Top(SourceFile file) =>
        file.Namespace is not { } name || !name.StartsWith("NeuralGen.", StringComparison.Ordinal) ? null : string.Join('.', name.Split('.').Take(3));

    private static int Rank(string name) => Array.IndexOf(Order, string.Join('.', name.Split('.').Take(3)));
}
