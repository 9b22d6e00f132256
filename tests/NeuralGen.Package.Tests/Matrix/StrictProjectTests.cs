using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests.Matrix;

/// <summary>
/// A project that takes everything as strictly as it can be taken: packages managed centrally, no implicit usings, no nullable types, all analyzers,
/// warnings as errors, two frameworks, generated files written out, a path with spaces and letters beyond ASCII, and three other generators.
/// </summary>
[Collection(SharedPackage.Name)]
public sealed class StrictProjectTests(PackedPackage package)
{
    private const string Folder = "Größe und Länge 重さ";

    private static readonly string[] Frameworks = ["net8.0", "net10.0"];

    [Fact]
    public void It_builds_without_a_warning_and_again_to_the_same_bytes()
    {
        ConsumerFolder consumer = Consumer();
        Assert.Empty(consumer.Build(Folder + "/Strict").Succeeded().Messages);
        Assert.Equal(["5 8 {\"Value\":5} True"], consumer.RunAssembly(Folder + "/Strict/bin/Debug/net10.0/Strict.dll").Succeeded().Lines);
        byte[][] first = Assemblies(consumer);
        foreach (string framework in Frameworks)
        {
            string[] written = [.. Directory.EnumerateFiles(consumer.Folder($"{Folder}/Strict/obj/Generated/{framework}"), "*.cs", SearchOption.AllDirectories).Select(path => Path.GetFileName(path))];
            Assert.Contains(written, name => name.Contains("Listed", StringComparison.Ordinal));
            Assert.Contains(written, name => name.Contains("Declared", StringComparison.Ordinal));
        }

        Directory.Delete(consumer.Folder(Folder + "/Strict/bin"), recursive: true);
        Directory.Delete(consumer.Folder(Folder + "/Strict/obj/Debug"), recursive: true);
        Assert.Empty(consumer.Build(Folder + "/Strict", "--no-restore").Succeeded().Messages);
        Assert.Equal(first, Assemblies(consumer));
    }

    private static byte[][] Assemblies(ConsumerFolder consumer) =>
        Array.ConvertAll(Frameworks, framework => File.ReadAllBytes(consumer.Folder($"{Folder}/Strict/bin/Debug/{framework}/Strict.dll")));

    private ConsumerFolder Consumer() => new ConsumerFolder(package, hasMachinePackages: true)
        .File("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="NeuralGen" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """)
        .File(Folder + "/Strict/Strict.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>{string.Join(';', Frameworks)}</TargetFrameworks>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>disable</ImplicitUsings>
                <Nullable>disable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <AnalysisMode>All</AnalysisMode>
                <AnalysisLevel>latest</AnalysisLevel>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <Deterministic>true</Deterministic>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>obj/Generated/$(TargetFramework)</CompilerGeneratedFilesOutputPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NeuralGen" />
                <Compile Remove="obj/**" />
              </ItemGroup>
            </Project>
            """)
        .File(Folder + "/Strict/listed.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, 1]] } ] }""")
        .File(Folder + "/Strict/Declared.cs", """
            using NeuralGen;

            namespace Strict
            {
                [NeuralNetwork(Inputs = 2)]
                [Dense(1, Weights = new double[] { 2, 3 })]
                internal static partial class Declared;
            }
            """)
        .File(Folder + "/Strict/Answer.cs", """
            using System.Runtime.InteropServices;
            using System.Text.Json.Serialization;
            using System.Text.RegularExpressions;

            namespace Strict
            {
                internal sealed record Answer(float Value);

                [JsonSerializable(typeof(Answer))]
                internal sealed partial class AnswerContext : JsonSerializerContext;

                internal static partial class Words
                {
                    [GeneratedRegex("^[0-9]+$")]
                    public static partial Regex Number();

                    [LibraryImport("nothing", EntryPoint = "nothing")]
                    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
                    internal static partial int Nothing(int value);
                }
            }
            """)
        .File(Folder + "/Strict/Program.cs", """
            using System;
            using System.Globalization;
            using System.Text.Json;

            namespace Strict
            {
                internal static class Program
                {
                    private static void Main()
                    {
                        float listed = Listed.Predict(2f, 1f);
                        string text = listed.ToString(CultureInfo.InvariantCulture);
                        Console.WriteLine($"{text} {Declared.Predict(1f, 2f)} {JsonSerializer.Serialize(new Answer(listed), AnswerContext.Default.Answer)} {Words.Number().IsMatch(text)}");
                    }
                }
            }
            """);
}
