using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>Generated code of random networks against the interpreter in double precision.</summary>
public class RandomNetworkTests
{
    private const int NetworksPerProject = 40;

    /// <summary>More than a vector has lanes, and no multiple of that.</summary>
    private const int RowsPerNetwork = 21;

    [Fact]
    public void Generated_code_computes_what_the_interpreter_computes()
    {
        // Seeds are spread out so that each case gets its own networks; a failing network is named by its seed.
        Gen<int> batches = Gen.Choose(0, 1_000_000);
        Prop.ForAll(batches.ToArbitrary(), first => CheckBatch(first * NetworksPerProject))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(TestShare.Of(6, 2)).WithReplay(20261121, 1));
    }

    private static void CheckBatch(int first)
    {
        RandomNetwork[] networks = [.. Enumerable.Range(first, NetworksPerProject).Select(seed => new RandomNetwork(seed))];
        GeneratorHost host = new();
        foreach (RandomNetwork network in networks)
        {
            host.File(network.FileName, network.Json);
        }

        Assembly assembly = host.Run().Load();
        foreach (RandomNetwork network in networks)
        {
            Check(network, new CompiledNetwork(assembly.GetType(network.TypeName, throwOnError: true)!));
        }
    }

    private static void Check(RandomNetwork random, CompiledNetwork compiled)
    {
        ProblemList problems = new();
        Network network = NetworkBinder.Bind(
            "Random", null, NetworkFileReader.Read(random.Json, problems, default), random.FileName, problems).Network!;
        Assert.Equal(random.IsDouble, compiled.IsDouble);
        Assert.Equal(network.Parameters.SelectMany(parameter => parameter.Values.ToArray()).Select(value => random.IsDouble ? value : (float)value), compiled.Parameters);
        double tolerance = random.IsDouble ? 1e-11 : 1e-5;
        double[][] inputs = [.. Enumerable.Range(0, RowsPerNetwork).Select(_ => random.NextInput())];
        double[][] expected = [.. inputs.Select(input => Interpreter.Predict(network, random.IsDouble ? input : [.. input.Select(value => (double)(float)value)]))];
        for (int i = 0; i < inputs.Length; i++)
        {
            Close(random, expected[i], compiled.Predict(inputs[i]), tolerance);
        }

        Close(random, [.. expected.SelectMany(row => row)], compiled.PredictBatch([.. inputs.SelectMany(input => input)]), tolerance);
    }

    private static void Close(RandomNetwork random, double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);

        // What grows beyond single precision is infinite there.
        double[] wanted = random.IsDouble ? expected : [.. expected.Select(value => (double)(float)value)];
        double scale = wanted.Where(double.IsFinite).Select(Math.Abs).Append(1).Max();
        for (int i = 0; i < wanted.Length; i++)
        {
            Assert.True(
                wanted[i].Equals(actual[i]) || Math.Abs(wanted[i] - actual[i]) <= tolerance * scale,
                $"Network of seed {random.Seed}, output {i}: {actual[i]:R} instead of {expected[i]:R}\n{random.Json}");
        }
    }
}
