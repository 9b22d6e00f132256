using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests.Matrix;

/// <summary>Projects that use each other and have networks of one name.</summary>
[Collection(SharedPackage.Name)]
public sealed class SameNameTests(PackedPackage package)
{
    [Fact]
    public void Each_project_has_its_own_network_of_the_name()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("App/App.csproj", Project("<ProjectReference Include=\"../Library/Library.csproj\" />", "<OutputType>Exe</OutputType>"))
            .File("App/price.nn.json", Network(2))
            .File("App/Program.cs", "System.Console.WriteLine(App.Price.Predict(1f) + \" \" + Library.Price.Predict(1f) + \" \" + Library.Shop.Price(1f));\n")
            .File("Library/Library.csproj", Project("", ""))
            .File("Library/price.nn.json", Network(3))
            .File("Library/models/price.nn.json", Network(4, "Hidden"))
            .File("Library/Shop.cs", "namespace Library; public static class Shop { public static float Price(float count) => Hidden.Price.Predict(count); }\n");
        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        Assert.Equal(["2 3 4"], consumer.Run("App").Succeeded().Lines);
    }

    private static string Network(int weight, string? space = null) =>
        $$"""{ {{(space is null ? "" : $"\"namespace\": \"{space}\",")}} "inputs": 1, "layers": [ { "type": "dense", "weights": [[{{weight}}]] } ] }""";

    private string Project(string references, string properties) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="NeuralGen" Version="{package.Version}" />
            {references}
          </ItemGroup>
        </Project>
        """;
}
