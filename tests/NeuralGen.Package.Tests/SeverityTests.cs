using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>What users can set is set, in C# and in JSON places; errors of a broken network stay.</summary>
[Collection(SharedPackage.Name)]
public sealed class SeverityTests(PackedPackage package)
{
    private const string Twins = """
        {
          "inputs": 2,
          "layers": [ { "type": "dense", "weights": [[1, 2], [1, 2]] } ]
        }
        """;

    [Fact]
    public void A_globalconfig_reaches_notes_in_files_and_calls_in_code()
    {
        CommandResult build = Consumer("")
            .File("Flowers/.globalconfig", """
                is_global = true
                dotnet_diagnostic.NEURAL0255.severity = warning
                dotnet_diagnostic.NEURAL0501.severity = warning
                dotnet_diagnostic.NEURAL0101.severity = none
                """)
            .Build("Flowers");

        Assert.Equal(0, build.ExitCode);
        Assert.Equal(
            [new BuildMessage("Program.cs", 1, 31, "NEURAL0501"), new BuildMessage("twins.nn.json", 3, 54, "NEURAL0255")],
            build.Messages.Distinct().OrderBy(message => message.Code == "NEURAL0255"));
    }

    [Fact]
    public void NoWarn_silences_a_call_and_nothing_silences_a_broken_network()
    {
        CommandResult silent = Consumer("<NoWarn>$(NoWarn);NEURAL0501</NoWarn>").Build("Flowers");
        Assert.Equal(0, silent.ExitCode);
        Assert.Empty(silent.Messages);

        CommandResult broken = Consumer("<NoWarn>$(NoWarn);NEURAL0101;NEURAL0501</NoWarn>")
            .File("Flowers/twins.nn.json", Twins.Replace("[1, 2], [1, 2]", "[1, 2], [1, 2, 3]", StringComparison.Ordinal))
            .File("Flowers/.globalconfig", "is_global = true\ndotnet_diagnostic.NEURAL0101.severity = none\n")
            .Build("Flowers");
        Assert.NotEqual(0, broken.ExitCode);
        Assert.Equal([new BuildMessage("twins.nn.json", 3, 54, "NEURAL0101")], broken.Messages);
    }

    private ConsumerFolder Consumer(string properties) => new ConsumerFolder(package)
        .File("Flowers/Flowers.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NeuralGen" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """)
        .File("Flowers/Program.cs", "Flowers.Twins.Predict([1, 2], new float[3]);\n")
        .File("Flowers/twins.nn.json", Twins);
}
