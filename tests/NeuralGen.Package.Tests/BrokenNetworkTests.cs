using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

[Collection(SharedPackage.Name)]
public sealed class BrokenNetworkTests(PackedPackage package)
{
    /// <summary>Uses the network as field, parameter and return type.</summary>
    private const string Program = """
        using Flowers;

        float[] output = new float[Iris.OutputSize];
        Iris.Predict(new float[] { 1, 2 }, output);
        System.Console.WriteLine(new Owner().Same(null) + " " + output[0] + Iris.Classify(output));

        sealed class Owner
        {
            private readonly Iris? _kept = null;

            public Iris? Same(Iris? other) => other ?? _kept;
        }
        """;

    [Theory]
    [InlineData("-nologo")]
    [InlineData("-p:RunAnalyzers=false")]
    [InlineData("-p:RunAnalyzersDuringBuild=false")]
    public void A_row_of_the_wrong_length_fails_the_build_at_its_place(string option)
    {
        CommandResult build = Consumer().File("Flowers/Program.cs", Program).Build("Flowers", option);

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal([new BuildMessage("iris.nn.json", 9, 7, "NEURAL0101")], build.Messages);
        Assert.Contains("row 1 has 3 weights", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_error_is_not_buried_under_errors_of_the_network()
    {
        CommandResult build = Consumer()
            .File("Flowers/Program.cs", Program)
            .File("Flowers/Other.cs", "sealed class Other\n{\n    public Missing Field = null!;\n}\n")
            .Build("Flowers");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(
            [new BuildMessage("Other.cs", 3, 12, "CS0246")],
            build.Messages.Where(message => message.Code.StartsWith("CS", StringComparison.Ordinal)));
    }

    private ConsumerFolder Consumer() => new ConsumerFolder(package)
        .File("Flowers/Flowers.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NeuralGen" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """)
        .File("Flowers/iris.nn.json", """
            {
              "inputs": 2,
              "labels": ["setosa", "versicolor"],
              "layers": [
                {
                  "type": "dense",
                  "weights": [
                  [0.5, 0.25],
                  [1, 2, 3]
                  ]
                }
              ]
            }
            """);
}
