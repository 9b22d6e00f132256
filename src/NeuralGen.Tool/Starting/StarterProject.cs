using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Tool.Starting;

/// <summary>The files of a project to begin with: it builds and predicts.</summary>
/// <param name="name">The project's name.</param>
/// <param name="version">The version of the package.</param>
internal sealed class StarterProject(string name, string version)
{
    /// <summary>A class cannot be told from a namespace of its name.</summary>
    private string Class => Namespace.Split('.').Contains("Iris") ? "Flower" : "Iris";

    private string Namespace => Identifier.Namespace(name.Replace('-', '_'));

    /// <summary>The files by their names.</summary>
    public IReadOnlyList<(string Name, string Text)> Files =>
    [
        ($"{name}.csproj", Project),
        ("Program.cs", Program),
        ($"{Class.ToLowerInvariant()}.nn.json", Network),
        (".gitignore", "bin/\nobj/\n"),
    ];

    private string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
            <RootNamespace>{Namespace}</RootNamespace>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>

          <!-- Compiles every .nn.json file of the project. A model of another tool is an item:
               <NeuralNetwork Include="model.onnx" /> -->
          <ItemGroup>
            <PackageReference Include="NeuralGen" Version="{version}" />
          </ItemGroup>

        </Project>

        """.ReplaceLineEndings("\n");

    private string Program => $$"""
        using {{Namespace}};

        // The build made the class {{Class}} of {{Class.ToLowerInvariant()}}.nn.json: step into Classify to see every node.
        ReadOnlySpan<float> flower = [5.1f, 3.5f, 1.4f, 0.2f];
        Span<float> probabilities = stackalloc float[{{Class}}.OutputSize];
        {{Class}}.Predict(flower, probabilities);
        Console.WriteLine($"{{{Class}}.Classify(flower)}: {string.Join(", ", probabilities.ToArray().Select(p => p.ToString("0.000")))}");

        """.ReplaceLineEndings("\n");

    private static string Network => """
        // Replace the numbers by those of a network of yours: neuralgen train rows.csv --target column --output THIS --force
        {
          "inputs": ["sepal_length", "sepal_width", "petal_length", "petal_width"],
          "labels": ["setosa", "versicolor", "virginica"],
          "layers": [
            { "type": "normalization", "mean": [5.8, 3.1, 3.8, 1.2], "scale": [0.8, 0.4, 1.8, 0.8] },
            { "type": "dense", "name": "hidden", "weights": [[0.5, -0.25, 1.5, 2], [-1, 0.1, 0.75, 0.1]], "bias": [0.1, -0.2], "activation": "tanh" },
            { "type": "dense", "weights": [[-2, 1.5], [0.5, 0.5], [1.5, -1]], "activation": "softmax" }
          ],
          "tests": [
            { "input": [5.1, 3.5, 1.4, 0.2], "output": [0.8439087, 0.0969902, 0.0591011] }
          ]
        }

        """.ReplaceLineEndings("\n");
}
