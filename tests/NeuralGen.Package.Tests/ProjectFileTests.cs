using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>Which files of a project are networks, and what else the build does with them.</summary>
[Collection(SharedPackage.Name)]
public sealed class ProjectFileTests(PackedPackage package)
{
    private const string Network = """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, 7]] } ] }""";

    private const string Foreign = """{ "rows": [1, 2, 3] }""";

    [Fact]
    public void The_projects_own_files_are_networks_under_the_names_that_it_shows()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                    <BaseOutputPath>written/</BaseOutputPath>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                    <AdditionalFiles Include="../shared/model-v3.nn.json" Link="models/iris.nn.json" />
                    <AdditionalFiles Include="../shared/model-v4.nn.json" Link="models/rose.nn.json" />
                    <EmbeddedResource Include="models/own.nn.json" />
                    <EmbeddedResource Include="models/read.me.txt" />
                    <EmbeddedResource Include="../shared/model-v4.nn.json" LogicalName="named" />
                    <EmbeddedResource Include="models/plain.json" Link="models/linked.nn.json" />
                  </ItemGroup>
                </Project>
                """)
            .File("App/Program.cs", """
                using System;
                using System.Linq;

                Console.WriteLine(Flower.Predict(1f, 1f));
                Console.WriteLine(string.Join(" ", typeof(Flower).Assembly.GetTypes().Where(type => type.IsPublic).Select(type => type.FullName).Order()));
                Console.WriteLine(string.Join(" ", typeof(Flower).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)));

                [NeuralGen.NeuralNetwork("models/iris.nn.json")]
                public static partial class Flower;
                """)
            .File("shared/model-v3.nn.json", Network)
            .File("shared/model-v4.nn.json", Network)
            .File("App/models/own.nn.json", Network)
            .File("App/models/plain.json", "{}")
            .File("App/models/read.me.txt", "")
            .File("App/out/App.deps.json", "{}");
        string[] others =
        [
            "bin", "obj", "written/Debug", "publish", "out", "out/data", "node_modules/package", "web/bower_components", "Part/bin/Debug", "Part/obj",
            ".git", ".hidden/part", "packages/some.package/1.0.0",
        ];
        foreach (string folder in others)
        {
            consumer.File($"App/{folder}/foreign.nn.json", Foreign);
        }

        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        Assert.Equal(
            ["9", "App.Own App.Rose Flower", "App.models.linked.nn.json App.models.own.nn.json App.models.read.me.txt named"],
            consumer.RunAssembly("App/written/Debug/net10.0/App.dll").Succeeded().Lines);

        Assert.Contains("own.nn.json", consumer.Files("App"), StringComparison.Ordinal);
        foreach (string property in new[] { "EnableDefaultItems", "EnableDefaultNeuralNetworkItems" })
        {
            string files = consumer.Files("App", $"-p:{property}=false");
            Assert.Contains("model-v3.nn.json", files, StringComparison.Ordinal);
            Assert.DoesNotContain("own.nn.json", files, StringComparison.Ordinal);
        }
    }
}
