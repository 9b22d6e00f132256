using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Emission.Gradients;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Compares one sample, a batch and the derivatives of a network with the interpreter, for some random inputs.</summary>
internal static class InterpreterCheck
{
    /// <summary>Runs the comparison.</summary>
    /// <param name="json">The network, as a file.</param>
    /// <param name="compiled">The same, compiled.</param>
    /// <param name="name">What failures call it.</param>
    /// <param name="hasGradients">Whether there are derivatives to compare.</param>
    public static void Run(string json, CompiledNetwork compiled, string name, bool hasGradients = true)
    {
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "Net.nn.json", problems).Network!;
        Random random = new(5);
        double[][] inputs = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, network.Input.Size).Select(_ => (double)(float)((4 * random.NextDouble()) - 2)).ToArray())];
        double[][] expected = [.. inputs.Select(input => Interpreter.Predict(network, input))];
        double tolerance = compiled.IsDouble ? 1e-11 : 1e-5;
        for (int i = 0; i < inputs.Length; i++)
        {
            AssertClose(expected[i], compiled.Predict(inputs[i]));
        }

        AssertClose([.. expected.SelectMany(row => row)], compiled.PredictBatch([.. inputs.SelectMany(input => input)]));
        if (hasGradients)
        {
            new GradientCheck(network, compiled, name).Run([.. inputs.Take(2)], random);
        }

        void AssertClose(double[] wanted, double[] actual)
        {
            Assert.Equal(wanted.Length, actual.Length);
            double scale = wanted.Select(Math.Abs).Append(1).Max();
            Assert.All(wanted.Zip(actual), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= tolerance * scale, $"{name}: {pair.Second} instead of {pair.First}"));
        }
    }
}
