using System.Diagnostics;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests.Matrix;

/// <summary>One program in every form in which programs are published: what it computes is the same, and no form warns.</summary>
[Collection(SharedPackage.Name)]
public sealed class PublishedTests(PackedPackage package)
{
    [LongFact]
    public void Trimmed_and_native_programs_compute_what_the_built_one_does()
    {
        ConsumerFolder consumer = new ConsumerFolder(package, hasMachinePackages: true)
            .File("App/App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <PublishAot>true</PublishAot>
                    <InvariantGlobalization>true</InvariantGlobalization>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """)
            .File("App/net.nn.json", """
                { "inputs": [ { "name": "image", "shape": [1, 6, 6] } ],
                  "layers": [ { "type": "conv2d", "name": "edges", "units": 2, "kernel": 3, "weights": [[[[0, 1, 0], [1, -4, 1], [0, 1, 0]]], [[[1, 0, -1], [2, 0, -2], [1, 0, -1]]]], "activation": "tanh" },
                              { "type": "flatten", "name": "flat" }, { "type": "softmax", "name": "shares" } ] }
                """)
            .File("App/Program.cs", """
                float[] image = new float[36];
                for (int i = 0; i < image.Length; i++) image[i] = i * 7 % 11 / 11f;
                float[] shares = new float[App.Net.OutputSize];
                App.Net.Predict(image, shares);
                System.Console.WriteLine(string.Join(" ", System.Array.ConvertAll(shares, share => System.BitConverter.SingleToInt32Bits(share).ToString("x8"))));
                """);
        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        IReadOnlyList<string> built = consumer.Run("App").Succeeded().Lines;
        Assert.Single(built);

        string published = consumer.Publish("App", "native").Succeeded().Output;
        if (System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64)
        {
            Assert.Contains("<IlcInstructionSet>x86-64-v3</IlcInstructionSet>", published, StringComparison.Ordinal);
        }

        Assert.Equal(built, Run(consumer.Folder("native/App")));
        consumer.Publish("App", "trimmed", "-p:PublishAot=false", "-p:PublishTrimmed=true", "--self-contained").Succeeded();
        Assert.Equal(built, Run(consumer.Folder("trimmed/App")));
    }

    private static string[] Run(string program)
    {
        using Process process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
