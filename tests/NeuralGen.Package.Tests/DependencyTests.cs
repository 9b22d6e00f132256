using System.IO.Compression;
using System.Xml.Linq;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>Whoever installs one of the packages has all that it needs, the generator among it.</summary>
[Collection(SharedPackage.Name)]
public sealed class DependencyTests(PackedPackage package)
{
    [Theory]
    [InlineData("NeuralGen.DuckDB", "DuckDB.NET.Data.Full", "NeuralGen")]
    [InlineData("NeuralGen.Training.Mpi", "NeuralGen.Training")]
    public void A_package_depends_on_these_and_hides_nothing_of_them(string name, params string[] dependencies)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.FileOf(name));
        using Stream stream = archive.GetEntry($"{name}.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        XNamespace names = metadata.Name.Namespace;
        XElement group = Assert.Single(metadata.Element(names + "dependencies")!.Elements(names + "group"));
        Assert.Equal("net8.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal(dependencies, group.Elements().Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        Assert.All(group.Elements().Where(dependency => dependency.Attribute("id")!.Value.StartsWith("NeuralGen", StringComparison.Ordinal)), dependency =>
            Assert.DoesNotContain("Analyzers", dependency.Attribute("exclude")?.Value ?? "", StringComparison.Ordinal));
        Assert.NotNull(archive.GetEntry("README.md"));
        Assert.NotEmpty(AssemblyNames.Read(package.FileOf(name), $"lib/net8.0/{name}.dll").GetPublicKeyToken()!);
    }
}
