using System.Text.Json;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>Weights files that items name: what the compiler and the program get of them.</summary>
[Collection(SharedPackage.Name)]
public sealed class WeightsFileTests(PackedPackage package)
{
    private const int Count = 70_000;

    /// <summary>Reads the resource as emitted code does.</summary>
    private const string Program = """
        using System;
        using System.IO;
        using System.Linq;

        foreach (string name in typeof(Own).Assembly.GetManifestResourceNames())
        {
            using BinaryReader reader = new(typeof(Own).Assembly.GetManifestResourceStream(name)!);
            Console.WriteLine(name[..^16] + " " + reader.BaseStream.Length + " " + reader.ReadSingle() + " " + reader.ReadSingle());
        }

        sealed class Own;
        """;

    private static readonly float[] Values = [.. Enumerable.Range(5, Count).Select(i => i / 2f)];

    [Fact]
    public void A_build_for_two_frameworks_has_facts_and_resources_and_follows_its_files()
    {
        ConsumerFolder consumer = new ConsumerFolder(package, hasMachinePackages: true)
            .File("App #1/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>
                    <LangVersion>latest</LangVersion>
                    <Nullable>enable</Nullable>
                    <OutputType Condition="'$(TargetFramework)' == 'net10.0'">Exe</OutputType>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                    <NeuralNetwork Include="models/large.nn.safetensors" />
                    <NeuralNetwork Include="../shared/twin/large.nn.safetensors" />
                    <NeuralNetwork Include="models/100%25 %40(x).bin" Link="small.safetensors" />
                    <Compile Remove="Program.cs" Condition="'$(TargetFramework)' != 'net10.0'" />
                  </ItemGroup>
                </Project>
                """)
            .File("App #1/Program.cs", Program)
            .File("App #1/models/large.nn.safetensors", WeightsFile.Of("fc1.weight", Values))
            .File("shared/twin/large.nn.safetensors", WeightsFile.Of("fc1.weight", Values))
            .File("App #1/models/100% @(x).bin", WeightsFile.Of("tiny", [1, 2, 3]));
        Assert.Empty(consumer.Build("App #1").Succeeded().Messages);
        string expected = $"NeuralGen.large.nn.safetensors. {Count * sizeof(float)} 2.5 3";
        Assert.Equal([expected], Run(consumer).Lines);

        string[] made =
        [
            "__/shared/twin/large.nn.safetensors.bin", "__/shared/twin/large.nn.safetensors.facts.json", "__/shared/twin/large.nn.safetensors.stamp",
            "models/100% @(x).bin.facts.json", "models/100% @(x).bin.stamp",
            "models/large.nn.safetensors.bin", "models/large.nn.safetensors.facts.json", "models/large.nn.safetensors.stamp",
        ];
        Assert.Equal(made, Made(consumer, "net10.0").Keys);
        Assert.Equal(made, Made(consumer, "netstandard2.0").Keys);
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(consumer.Folder("App #1/obj/Debug/net10.0/NeuralGen/models/100% @(x).bin.facts.json")));
        Assert.Equal("models/100% @(x).bin", facts.RootElement.GetProperty("path").GetString());

        // What the compiler's part can ask of the files.
        string config = File.ReadAllText(consumer.Folder("App #1/obj/Debug/net10.0/App.GeneratedMSBuildEditorConfig.editorconfig"));
        Assert.Contains($"build_metadata.AdditionalFiles.NeuralNetworkFile = {consumer.Folder("App #1/models/100% @(x).bin")}\n", config.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("build_metadata.AdditionalFiles.Link = small.safetensors", config, StringComparison.Ordinal);

        Follow(consumer, expected);
    }

    [Fact]
    public void A_large_network_reads_its_weights_from_the_assembly()
    {
        ConsumerFolder consumer = new ConsumerFolder(package, hasMachinePackages: true)
            .File("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <OutputType Condition="'$(TargetFramework)' == 'net10.0'">Exe</OutputType>
                    <LangVersion Condition="'$(TargetFramework)' == 'netstandard2.0'">9</LangVersion>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                    <NeuralNetwork Include="large.safetensors" />
                    <Compile Remove="Program.cs" Condition="'$(TargetFramework)' != 'net10.0'" />
                  </ItemGroup>
                </Project>
                """)
            .File("App/Net.cs", """
                using NeuralGen;

                [NeuralNetwork(Inputs = 700, Tensors = "large.safetensors")]
                [Dense(100, Name = "fc1")]
                public static partial class Net
                {
                }
                """)
            .File("App/Program.cs", """
                float[] input = new float[Net.InputSize];
                input[1] = 1;
                input[2] = 2;
                float[] output = new float[Net.OutputSize];
                Net.Predict(input, output);
                System.Console.WriteLine($"{output[0]} {output[99]} {Net.Parameters[69_999]}");
                """)
            .File("App/large.safetensors", WeightsFile.WithHeader("""{"fc1.weight":{"dtype":"F32","shape":[100,700],"data_offsets":[0,280000]}}""", Values));
        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        Assert.Equal(["10 103960 35002"], consumer.RunAssembly("App/bin/Debug/net10.0/App.dll").Succeeded().Lines);
        Assert.InRange(new FileInfo(consumer.Folder("App/bin/Debug/netstandard2.0/App.dll")).Length, Count * sizeof(float), (Count * sizeof(float)) + 30_000);
    }

    [Fact]
    public void Tests_of_large_networks_fail_the_build_at_their_line_and_pass_once()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("App/App.csproj", Project("large.safetensors"))
            .File("App/net.nn.json", Tested("3"))
            .File("App/large.safetensors", WeightsFile.WithHeader("""{"fc1.weight":{"dtype":"F32","shape":[1,70000],"data_offsets":[0,280000]}}""", Values));
        CommandResult wrong = consumer.Build("App");
        Assert.NotEqual(0, wrong.ExitCode);
        BuildMessage message = Assert.Single(wrong.Messages);
        Assert.Equal(new BuildMessage("net.nn.json", 5, 27, "NEURAL0208"), message);
        Assert.Contains("Test 0 of network 'Net': output '0' is 2.5 but 3 is expected", wrong.Output, StringComparison.Ordinal);

        consumer.File("App/net.nn.json", Tested("2.5"));
        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        string stamp = consumer.Folder("App/obj/Debug/net10.0/NeuralGen/net.nn.json.tests.stamp");
        DateTime written = File.GetLastWriteTimeUtc(stamp);
        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        Assert.Equal(written, File.GetLastWriteTimeUtc(stamp));
    }

    private string Project(string file) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="NeuralGen" Version="{package.Version}" />
            <NeuralNetwork Include="{file}" />
          </ItemGroup>
        </Project>
        """;

    private static string Tested(string output) => $$"""
        {
          "inputs": 70000,
          "tensors": "large.safetensors",
          "layers": [ { "type": "dense", "name": "fc1" } ],
          "tests": [ { "output": [{{output}}], "input": [1{{string.Concat(Enumerable.Repeat(",0", Count - 1))}}] } ]
        }
        """;

    [Fact]
    public void Editors_know_the_items_and_what_they_become()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("App/App.csproj", Project("digits.safetensors"))
            .File("App/digits.safetensors", WeightsFile.Of("a", Values));

        // As an editor does that asks what is compiled, in a folder where nothing was built yet.
        string compiled = consumer.Items("App", "AdditionalFiles,EmbeddedResource", "-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        Assert.Contains("digits.safetensors.facts.json\"", compiled, StringComparison.Ordinal);
        Assert.Contains("\"LogicalName\": \"NeuralGen.digits.safetensors.", compiled, StringComparison.Ordinal);
        foreach (string kind in new[] { "UpToDateCheckInput", "Watch" })
        {
            Assert.Contains("\"Identity\": \"digits.safetensors\"", consumer.Items("App", kind), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("digits.safetensors", consumer.Items("App", "None"), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_with_all_files_is_told_in_one_build()
    {
        CommandResult build = new ConsumerFolder(package)
            .File("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                    <NeuralNetwork Include="gone.safetensors;other.pt;damaged.safetensors;sound.safetensors" />
                  </ItemGroup>
                </Project>
                """)
            .File("App/other.pt", "PK archive")
            .File("App/sound.safetensors", WeightsFile.Of("a", [1]))
            .File("App/damaged.safetensors", WeightsFile.WithHeader("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"F99","shape":[],"data_offsets":[4,8]}}""", [1, 2]))
            .Build("App");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(
            [
                new BuildMessage("gone.safetensors", 0, 0, "NEURAL0401"),
                new BuildMessage("other.pt", 0, 0, "NEURAL0402"),
                new BuildMessage("damaged.safetensors", 0, 0, "NEURAL0403"),
                new BuildMessage("damaged.safetensors", 0, 0, "NEURAL0403"),
            ],
            build.Messages);
        Assert.Contains("error NEURAL0403: Tensor 'a' of 'damaged.safetensors' has 4 bytes; its shape [2] of F32 needs 8 (docs/diagnostics/NEURAL0403.md in the package)", build.Output, StringComparison.Ordinal);
    }

    private static void Follow(ConsumerFolder consumer, string expected)
    {
        // Nothing is made again, and nothing compiled.
        SortedDictionary<string, DateTime> before = Made(consumer, "net10.0");
        DateTime compiled = Compiled(consumer);
        Assert.Empty(consumer.Build("App #1", "--no-restore").Succeeded().Messages);
        Assert.Equal(before, Made(consumer, "net10.0"));
        Assert.Equal(compiled, Compiled(consumer));

        // Another content, older than what was made of the one before.
        string large = consumer.Folder("App #1/models/large.nn.safetensors");
        consumer.File("App #1/models/large.nn.safetensors", WeightsFile.Of("fc1.weight", [.. Values.Reverse()]));
        File.SetLastWriteTimeUtc(large, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Empty(consumer.Build("App #1", "--no-restore").Succeeded().Messages);
        Assert.Equal([$"NeuralGen.large.nn.safetensors. {Count * sizeof(float)} {(Count + 4) / 2f} {(Count + 3) / 2f}", expected], Run(consumer).Lines.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(before["models/100% @(x).bin.stamp"], Made(consumer, "net10.0")["models/100% @(x).bin.stamp"]);

        consumer.Clean("App #1").Succeeded();
        Assert.Empty(Made(consumer, "net10.0"));
        Assert.Empty(Made(consumer, "netstandard2.0"));
    }

    private static CommandResult Run(ConsumerFolder consumer) => consumer.RunAssembly("App #1/bin/Debug/net10.0/App.dll").Succeeded();

    private static DateTime Compiled(ConsumerFolder consumer) => File.GetLastWriteTimeUtc(consumer.Folder("App #1/obj/Debug/net10.0/App.dll"));

    /// <summary>What the build has made of weights files, and when.</summary>
    private static SortedDictionary<string, DateTime> Made(ConsumerFolder consumer, string framework)
    {
        string folder = consumer.Folder($"App #1/obj/Debug/{framework}/NeuralGen");
        return new(
            Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.GetLastWriteTimeUtc)
                : [],
            StringComparer.Ordinal);
    }
}
