using System.Reflection.Metadata;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests.Matrix;

/// <summary>The sample <c>DigitsInBrowser</c> as a stranger has it: the same files, with the package instead of this repository's projects.</summary>
[Collection(SharedPackage.Name)]
public sealed class BrowserSampleTests(PackedPackage package)
{
    private const string Sample = "DigitsInBrowser";

    [LongFact]
    public void The_published_page_has_the_network_and_nothing_of_the_compiler()
    {
        ConsumerFolder consumer = Consumer();
        Assert.Empty(consumer.Publish(Sample, "site").Succeeded().Messages);

        string site = consumer.Folder("site/wwwroot");
        IReadOnlyDictionary<string, string> assemblies = WebAssemblies.In(Path.Combine(site, "_framework"));
        Assert.Equal(["NeuralGen"], assemblies.Keys.Where(name => name.StartsWith("NeuralGen", StringComparison.Ordinal)));
        Assert.DoesNotContain(assemblies.Keys, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(consumer.Folder("site"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)),
            name => name.Contains(".safetensors", StringComparison.Ordinal) || name.Contains("NeuralGen.Compiler", StringComparison.Ordinal) || name.Contains("NeuralGen.Generator", StringComparison.Ordinal));

        using MetadataReaderProvider provider = WebAssemblies.Metadata(assemblies[Sample]);
        MetadataReader app = provider.GetMetadataReader();
        TypeDefinition network = app.TypeDefinitions.Select(app.GetTypeDefinition)
            .Single(type => app.GetString(type.Namespace) == $"{Sample}.Network" && app.GetString(type.Name) == "Digits");
        Assert.Contains(
            network.GetMethods().Select(app.GetMethodDefinition),
            method => app.GetString(method.Name) == "Predict" && method.RelativeVirtualAddress != 0);
        Assert.Equal(["NeuralGen"], References(app).Where(name => name.StartsWith("NeuralGen", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> References(MetadataReader app) =>
        app.AssemblyReferences.Select(handle => app.GetString(app.GetAssemblyReference(handle).Name));

    private ConsumerFolder Consumer()
    {
        string repository = PackedPackage.Repository();
        string sample = Path.Combine(repository, "samples", Sample);

        // What a page needs of .NET comes into the machine's packages, where they lack it.
        Dotnet.Run(repository, "restore", sample, "--artifacts-path", Path.Combine(package.Folder, "restored")).Succeeded();
        return new ConsumerFolder(package, hasMachinePackages: true)
            .File("Directory.Build.props", """
                <Project>
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                    <InvariantGlobalization>true</InvariantGlobalization>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <NuGetAudit>false</NuGetAudit>
                    <RestorePackagesPath>$(MSBuildThisFileDirectory)../packages</RestorePackagesPath>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" />
                  </ItemGroup>
                </Project>
                """)
            .File("Directory.Packages.props", File.ReadAllText(Path.Combine(repository, "Directory.Packages.props")).Replace(
                "</Project>",
                $"""
                  <ItemGroup>
                    <PackageVersion Include="NeuralGen" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """,
                StringComparison.Ordinal))
            .CopyAll(Sample, sample)
            .Copy("Digits/digits.safetensors", Path.Combine(repository, "samples", "Digits", "digits.safetensors"));
    }
}
