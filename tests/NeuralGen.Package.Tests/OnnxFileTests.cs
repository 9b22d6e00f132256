using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>Models that items name become classes.</summary>
[Collection(SharedPackage.Name)]
public sealed class OnnxFileTests(PackedPackage package)
{
    private const int Inputs = 700;
    private const int Units = 100;

    private const string Program = """
        float[] output = new float[2];
        Models.Small.Predict(new float[] { 1, 2, 3 }, output);
        System.Console.WriteLine($"{output[0]} {output[1]} {string.Join(",", Models.Small.LabelNames.ToArray())}");
        double[] twice = new double[2];
        Twin.Predict(new double[] { 1, 2, 3 }, twice);
        System.Console.WriteLine($"{twice[0]} {twice[1]}");
        float[] input = new float[Large.InputSize];
        input[1] = 1;
        float[] large = new float[Large.OutputSize];
        Large.Predict(input, large);
        System.Console.WriteLine($"{large[0]} {large[99]} {Large.ParameterCount}");
        """;

    private static readonly float[] Weights = [.. Enumerable.Range(0, Inputs * Units).Select(i => i / 2f)];

    [Fact]
    public void A_class_of_the_projects_is_that_of_a_model_whose_tests_the_build_runs()
    {
        ConsumerFolder consumer = new ConsumerFolder(package, hasMachinePackages: true)
            .File("App/App.csproj", Project("""<NeuralNetwork Include="models/small.onnx" Tests="models/small.json" />"""))
            .File("App/Program.cs", "using NeuralGen; float[] y = new float[2]; Own.Predict(new float[] { 1, 2, 3 }, y); System.Console.WriteLine($\"{y[0]} {Own.Source.Sha256.Length} {Own.Source.MultiplyAdds}\"); [NeuralNetwork(\"models/small.onnx\")] public static partial class Own;")
            .File("App/models/small.json", """[ { "input": [1, 2, 3], "output": [14.5, 0] } ]""")
            .File("App/models/small.onnx", OnnxFile.Of("Relu", 3, [1, -1, 2, -2, 3, -3], [0.5f, 1]));
        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        Assert.Equal(["14.5 64 6"], consumer.Run("App").Succeeded().Lines);

        consumer.File("App/models/small.json", """[ { "input": [1, 2, 3], "output": [14.5, 0.5] } ]""");
        CommandResult failed = consumer.Build("App", "--no-restore");
        Assert.Equal(1, failed.ExitCode);
        Assert.Equal(("small.json", "NEURAL0208"), Assert.Single(failed.Messages.Select(message => (message.File, message.Code))));
        Assert.Contains("Test 0 of network 'Small': output '1' is 0 but 0.5 is expected", failed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_a_class_under_each_of_its_names()
    {
        ConsumerFolder consumer = new ConsumerFolder(package, hasMachinePackages: true)
            .File("App/App.csproj", Project("""
                <NeuralNetwork Include="models/small.onnx" Class="Small" Namespace="Models" Labels="no;yes" />
                <NeuralNetwork Include="models/small.onnx" Class="Twin" Namespace="App" Precision="double" />
                <NeuralNetwork Include="models/large.onnx" Namespace="App" />
                """))
            .File("App/Program.cs", "using App;\n" + Program)
            .File("App/models/small.onnx", OnnxFile.Of("Relu", 3, [1, -1, 2, -2, 3, -3], [0.5f, 1]))
            .File("App/models/large.onnx", OnnxFile.Of("Relu", Inputs, Weights, new float[Units]));
        Assert.Empty(consumer.Build("App").Succeeded().Messages);
        Assert.Equal(["14.5 0 no,yes", "14.5 0", "50 99.5 70100"], consumer.Run("App").Succeeded().Lines);
        string folder = consumer.Folder("App/obj/Debug/net10.0/NeuralGen/models");
        Assert.Equal(
            [
                "large.onnx.nn.json", "large.onnx.safetensors", "large.onnx.safetensors.bin", "large.onnx.safetensors.facts.json", "large.onnx.safetensors.stamp", "large.onnx.stamp",
                "small.onnx.Small.nn.json", "small.onnx.Small.stamp", "small.onnx.Twin.nn.json", "small.onnx.Twin.stamp",
            ],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // Nothing is read again; another model is.
        DateTime made = File.GetLastWriteTimeUtc(Path.Combine(folder, "large.onnx.nn.json"));
        consumer.File("App/models/small.onnx", OnnxFile.Of("Abs", 3, [1, -1, 2, -2, 3, -3], [0.5f, 1]));
        Assert.Empty(consumer.Build("App", "--no-restore").Succeeded().Messages);
        Assert.Equal("14.5 13 no,yes", consumer.Run("App").Succeeded().Lines[0]);
        Assert.Equal(made, File.GetLastWriteTimeUtc(Path.Combine(folder, "large.onnx.nn.json")));

        consumer.Clean("App").Succeeded();
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void What_stands_against_a_model_is_an_error_on_its_file()
    {
        CommandResult build = new ConsumerFolder(package)
            .File("App/App.csproj", Project("""<NeuralNetwork Include="page.onnx;noise.onnx" States="a=b" />"""))
            .File("App/Program.cs", "System.Console.WriteLine();")
            .File("App/page.onnx", "<html>404</html>")
            .File("App/noise.onnx", OnnxFile.Of("RandomNormalLike", 1, [1], [1]))
            .Build("App");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(
            [
                new BuildMessage("page.onnx", 0, 0, "NEURAL0405"),
                new BuildMessage("noise.onnx", 0, 0, "NEURAL0411"),
                new BuildMessage("noise.onnx", 0, 0, "NEURAL0407"),
            ],
            build.Messages);
        Assert.Contains("error NEURAL0407: Node 'y_node' (RandomNormalLike, opset 17) cannot be compiled: it draws random numbers", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_cannot_be_imported_leaves_its_class_to_editors()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("App/App.csproj", Project("""<NeuralNetwork Include="noise.onnx" Labels="a;b" />""").Replace("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", StringComparison.Ordinal))
            .File("App/Program.cs", "float[] y = new float[App.Noise.OutputSize]; App.Noise.Predict(new float[1], y); System.Console.WriteLine(App.Noise.Classify(new float[1]) == App.Noise.Label.B);")
            .File("App/noise.onnx", OnnxFile.Of("RandomNormalLike", 1, [1, 1], [1, 1]));
        CommandResult build = consumer.Build("App");
        Assert.Equal(1, build.ExitCode);
        Assert.Equal([new BuildMessage("noise.onnx", 0, 0, "NEURAL0407")], build.Messages);

        // Builds that editors start go on, with the task's error among their messages.
        CommandResult editors = consumer.Build("App", "--no-restore", "-p:DesignTimeBuild=true", "-p:ContinueOnError=true").Succeeded();
        Assert.Equal([new BuildMessage("noise.onnx", 0, 0, "NEURAL0407")], editors.Messages.Distinct());
    }

    private string Project(string items) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="NeuralGen" Version="{package.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """;
}
