using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>A build has the networks of the files as they are, whatever the build before had.</summary>
[Collection(SharedPackage.Name)]
public sealed class RebuildTests(PackedPackage package)
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_build_follows_its_files_and_compiles_nothing_when_they_stay()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                    <AdditionalFiles Include="../shared/listed.nn.json" />
                  </ItemGroup>
                </Project>
                """)
            .File("App/Program.cs", "System.Console.WriteLine(App.Own.Predict(1f, 1f) + \" \" + App.Listed.Predict(1f, 1f));\n")
            .File("App/own.nn.json", Network(70))
            .File("shared/listed.nn.json", Network(7));
        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        Assert.Equal(["72 9"], consumer.Run("App").Succeeded().Lines);
        DateTime compiled = Compiled(consumer);

        Assert.Empty(consumer.Build("App", "--no-restore").Succeeded().Messages);
        Assert.Equal(compiled, Compiled(consumer));

        // Older than what was compiled, as files from a backup, a cache or an archive are.
        consumer.File("App/own.nn.json", Network(8)).File("shared/listed.nn.json", Network(9));
        File.SetLastWriteTimeUtc(consumer.Folder("App/own.nn.json"), LongAgo);
        File.SetLastWriteTimeUtc(consumer.Folder("shared/listed.nn.json"), LongAgo);
        Assert.Empty(consumer.Build("App", "--no-restore").Succeeded().Messages);
        Assert.Equal(["10 11"], consumer.Run("App").Succeeded().Lines);

        File.Move(consumer.Folder("App/own.nn.json"), consumer.Folder("App/other.nn.json"));
        CommandResult renamed = consumer.Build("App", "--no-restore");
        Assert.NotEqual(0, renamed.ExitCode);
        Assert.Equal(["CS0234"], renamed.Messages.Select(message => message.Code).Distinct());
    }

    private static DateTime Compiled(ConsumerFolder consumer) => File.GetLastWriteTimeUtc(consumer.Folder("App/obj/Debug/net10.0/App.dll"));

    private static string Network(int weight) => $$"""{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, {{weight}}]] } ] }""";
}
