using System.IO.Compression;
using System.Xml.Linq;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

[Collection(SharedPackage.Name)]
public sealed class TrainingPackageTests(PackedPackage package)
{
    [Fact]
    public void The_package_depends_on_the_generator_and_hides_nothing_of_it()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.TrainingFile);
        using Stream stream = archive.GetEntry("NeuralGen.Training.nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();
        XNamespace names = metadata.Name.Namespace;
        XElement group = Assert.Single(metadata.Element(names + "dependencies")!.Elements(names + "group"));
        Assert.Equal("net8.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal(["CsvHelper", "NeuralGen", "System.Numerics.Tensors"], group.Elements().Select(dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        XElement library = group.Elements().Single(dependency => dependency.Attribute("id")!.Value == "NeuralGen");
        Assert.DoesNotContain("Analyzers", library.Attribute("exclude")?.Value ?? "", StringComparison.Ordinal);
        Assert.NotEmpty(AssemblyNames.Read(package.TrainingFile, "lib/net8.0/NeuralGen.Training.dll").GetPublicKeyToken()!);
    }

    [Fact]
    public void A_network_is_trained_saved_and_baked_in_by_another_project()
    {
        ConsumerFolder consumer = new ConsumerFolder(package, hasMachinePackages: true)
            .File("Train/Train.csproj", Project("NeuralGen.Training"))
            .File("Train/Program.cs", """
                using NeuralGen;
                using NeuralGen.Training;

                float[] inputs = [0, 0, 0, 10, 10, 0, 10, 10];
                Dataset<float> data = new(inputs, [0, 1, 1, 0], 2, 1);
                Xor network = new();
                Trainer<float> trainer = new(new AdamOptimizer<float>(), new TrainerOptions { Epochs = 400, BatchSize = 4, LearningRate = 0.05 });
                trainer.Fit(network, data);
                using (FileStream file = File.Create(Path.Combine(args[0], "xor.nn.json")))
                {
                    network.Save(file);
                }

                for (int row = 0; row < 4; row++)
                {
                    Console.WriteLine(MathF.Round(network.Predict(inputs.AsSpan(2 * row, 2))));
                }

                [NeuralNetwork(Inputs = 2, Trainable = true, Seed = 2)]
                [Normalization]
                [Dense(8, Activation.Tanh)]
                [Dense(1)]
                internal sealed partial class Xor;
                """)
            .File("Use/Use.csproj", Project("NeuralGen"))
            .File("Use/Program.cs", """
                foreach (float[] input in new float[][] { [0, 0], [0, 10], [10, 0], [10, 10] })
                {
                    System.Console.WriteLine(System.MathF.Round(Use.Xor.Predict(input)));
                }
                """);

        Assert.Empty(consumer.Build("Train").Succeeded().Messages);
        string[] expected = ["0", "1", "1", "0"];
        Assert.Equal(expected, consumer.Run("Train", consumer.Folder("Use")).Succeeded().Lines.Select(line => line.Replace("-", "", StringComparison.Ordinal)));
        Assert.Empty(consumer.Build("Use").Succeeded().Messages);
        Assert.Equal(expected, consumer.Run("Use").Succeeded().Lines.Select(line => line.Replace("-", "", StringComparison.Ordinal)));
    }

    private string Project(string reference) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{reference}" Version="{package.Version}" />
          </ItemGroup>
        </Project>
        """;
}
