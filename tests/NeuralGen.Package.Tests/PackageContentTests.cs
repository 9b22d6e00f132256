using System.IO.Compression;
using System.Xml.Linq;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

[Collection(SharedPackage.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void The_package_holds_these_files()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        Assert.Equal(
            [
                "NeuralGen.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/NeuralGen.Compiler.dll",
                "analyzers/dotnet/cs/NeuralGen.Generator.dll",
                "analyzers/dotnet/roslyn4.14/cs/NeuralGen.CodeFixes.dll",
                "build/NeuralGen.Checks.targets",
                "build/NeuralGen.Files.targets",
                "build/NeuralGen.Models.targets",
                "build/NeuralGen.props",
                "build/NeuralGen.targets",
                "buildTransitive/NeuralGen.props",
                "buildTransitive/NeuralGen.targets",
                .. Pages("src", "NeuralGen", "docs").Select(page => "docs/" + page)
                    .Concat(Pages("src", "NeuralGen", "docs", "tool").Select(page => "docs/tool/" + page))
                    .Concat(Pages("generator", "diagnostics").Select(page => "docs/diagnostics/" + page))
                    .Order(StringComparer.Ordinal),
                "exporters/keras_to_nn_json.py",
                "exporters/sklearn_to_nn_json.py",
                "exporters/torch_to_safetensors.py",
                "icon.png",
                "lib/net8.0/NeuralGen.dll",
                "lib/net8.0/NeuralGen.xml",
                "lib/netstandard2.0/NeuralGen.dll",
                "lib/netstandard2.0/NeuralGen.xml",
                "schema/neural-network.schema.json",
                "tasks/Google.Protobuf.dll",
                "tasks/NeuralGen.Build.dll",
                "tasks/NeuralGen.Compiler.dll",
                "tasks/NeuralGen.Import.dll",
            ],
            archive.Entries.Select(entry => entry.FullName).Where(name => !IsContainers(name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_states_its_licence_and_its_dependencies()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using Stream stream = archive.GetEntry("NeuralGen.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        XNamespace names = metadata.Name.Namespace;

        XElement license = metadata.Element(names + "license")!;
        Assert.Equal(("expression", "MIT"), (license.Attribute("type")?.Value, license.Value));
        Assert.Equal("README.md", metadata.Element(names + "readme")?.Value);

        Dictionary<string, string[]> dependencies = metadata.Element(names + "dependencies")!.Elements(names + "group").ToDictionary(
            group => group.Attribute("targetFramework")!.Value,
            group => group.Elements().Select(dependency => dependency.Attribute("id")!.Value).ToArray());
        Assert.Equal(["net8.0", ".NETStandard2.0"], dependencies.Keys);
        Assert.Empty(dependencies["net8.0"]);
        Assert.Equal(["System.Memory"], dependencies[".NETStandard2.0"]);
    }

    [Theory]
    [InlineData("lib/net8.0/NeuralGen.dll")]
    [InlineData("lib/netstandard2.0/NeuralGen.dll")]
    [InlineData("analyzers/dotnet/cs/NeuralGen.Compiler.dll")]
    [InlineData("analyzers/dotnet/cs/NeuralGen.Generator.dll")]
    [InlineData("analyzers/dotnet/roslyn4.14/cs/NeuralGen.CodeFixes.dll")]
    [InlineData("tasks/NeuralGen.Build.dll")]
    [InlineData("tasks/NeuralGen.Import.dll")]
    public void Assemblies_have_strong_names(string name) => Assert.NotEmpty(AssemblyNames.Read(package.File, name).GetPublicKeyToken()!);

    [Fact]
    public void The_task_needs_nothing_that_a_build_does_not_have() => Assert.Equal(
        ["Microsoft.Build.Framework", "Microsoft.Build.Utilities.Core", "NeuralGen.Compiler", "NeuralGen.Import", "netstandard"],
        AssemblyNames.References(package.File, "tasks/NeuralGen.Build.dll"));

    [Fact]
    public void The_importer_needs_one_assembly_that_lies_beside_it_and_the_frameworks() => Assert.Equal(
        ["Google.Protobuf", "NeuralGen.Compiler", "System.Memory", "netstandard"],
        AssemblyNames.References(package.File, "tasks/NeuralGen.Import.dll"));

    [Theory]
    [InlineData("", false)]
    [InlineData("https://example.org/rules", true)]
    public void The_address_of_pages_reaches_the_compiler_of_networks_when_there_is_one(string address, bool isThere)
    {
        string project = Path.Combine(PackedPackage.Repository(), "generator", "NeuralGen.Compiler", "NeuralGen.Compiler.csproj");
        string items = Dotnet.Run(package.Folder, "msbuild", project, "-getItem:AssemblyMetadata", $"-p:NeuralGenDocsUrl={address}").Succeeded().Output;
        Assert.Equal(isThere, items.Contains("\"Identity\": \"NeuralGenDocsUrl\"", StringComparison.Ordinal));
        Assert.Equal(isThere, items.Contains("\"Value\": \"https://example.org/rules\"", StringComparison.Ordinal));
    }

    /// <summary>The pages of a folder of the repository.</summary>
    private static IEnumerable<string?> Pages(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([PackedPackage.Repository(), .. folder]), "*.md").Select(Path.GetFileName);

    /// <summary>Whether an entry is one that every package has, whatever it holds.</summary>
    private static bool IsContainers(string name) =>
        name == "[Content_Types].xml" || name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal);
}
