using System.Globalization;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

[Collection(SharedPackage.Name)]
public sealed class FileNetworkTests(PackedPackage package)
{
    private const string Iris = """
        {
          "inputs": ["sepal_length", "sepal_width", "petal_length", "petal_width"],
          "labels": ["setosa", "versicolor", "virginica"],
          "layers": [
            { "type": "normalization", "mean": [5.5, 3, 4, 1], "scale": [0.5, 0.25, 2, 1] },
            { "type": "dense", "weights": [[1, -2, 0.5, 1], [0.5, 1, -1, 0.25]], "bias": [0.5, -0.25], "activation": "relu" },
            { "type": "dense", "weights": [[-1, 2], [0.5, 0.5], [2, -1]], "activation": "softmax" }
          ]
        }
        """;

    [Fact]
    public void A_file_beside_the_program_is_a_network()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("Flowers/Flowers.csproj", Project())
            .File("Flowers/iris.nn.json", Iris)
            .File("Flowers/Program.cs", """
                using System;
                using System.Globalization;
                using Flowers;

                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                Console.WriteLine(string.Join(" ", Iris.LabelNames.ToArray()));
                foreach (string line in new[] { "5.1 3.5 1.4 0.2", "6 2.5 5 2", "5.5 3 4.5 1" })
                {
                    float[] input = Array.ConvertAll(line.Split(' '), float.Parse);
                    float[] output = new float[Iris.OutputSize];
                    Iris.Predict(input, output);
                    Console.WriteLine(Iris.Classify(input) + " " + string.Join(" ", output));
                }
                """);

        Assert.Empty(consumer.Build("Flowers").Succeeded().Messages);
        IReadOnlyList<string> lines = consumer.Run("Flowers").Succeeded().Lines;

        Assert.Equal(4, lines.Count);
        Assert.Equal("setosa versicolor virginica", lines[0]);
        AssertPrediction("Setosa", Predict(5.1, 3.5, 1.4, 0.2), lines[1]);
        AssertPrediction("Virginica", Predict(6, 2.5, 5, 2), lines[2]);
        AssertPrediction("Virginica", Predict(5.5, 3, 4.5, 1), lines[3]);
    }

    private static double[] Predict(double sepalLength, double sepalWidth, double petalLength, double petalWidth)
    {
        double a = (sepalLength - 5.5) / 0.5;
        double b = (sepalWidth - 3) / 0.25;
        double c = (petalLength - 4) / 2;
        double d = petalWidth - 1;
        double first = Math.Max(0, a - (2 * b) + (0.5 * c) + d + 0.5);
        double second = Math.Max(0, (0.5 * a) + b - c + (0.25 * d) - 0.25);
        double setosa = Math.Exp((2 * second) - first);
        double versicolor = Math.Exp((0.5 * first) + (0.5 * second));
        double virginica = Math.Exp((2 * first) - second);
        double sum = setosa + versicolor + virginica;
        return [setosa / sum, versicolor / sum, virginica / sum];
    }

    private static void AssertPrediction(string label, double[] expected, string line)
    {
        string[] words = line.Split(' ');
        Assert.Equal(label, words[0]);
        Assert.Equal(expected.Length, words.Length - 1);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], double.Parse(words[i + 1], CultureInfo.InvariantCulture), 1e-5 * expected[i]);
        }
    }

    private string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="NeuralGen" Version="{package.Version}" />
          </ItemGroup>
        </Project>
        """;
}
