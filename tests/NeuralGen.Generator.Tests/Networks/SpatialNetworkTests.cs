using System.Reflection;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Tests.Emission.Gradients;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>Generated code of random networks over sequences, images and volumes against the interpreter and against differences.</summary>
public class SpatialNetworkTests
{
    private const int NetworksPerProject = 40;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(100, true)]
    [InlineData(101, true)]
    [InlineData(200, false, true)]
    [InlineData(201, true, true)]
    public void Generated_code_computes_what_the_interpreter_computes(int project, bool movesValues, bool computes = false)
    {
        SpatialNetwork[] networks = [.. Enumerable.Range(project * NetworksPerProject, TestShare.Of(NetworksPerProject, 12)).Select(seed => new SpatialNetwork(seed, zeros: 0.1, movesValues: movesValues, computes: computes))];
        Check(networks);
    }

    /// <summary>Every way of computing two layers at once occurs, and computes what the interpreter computes with one after the other.</summary>
    [Fact]
    public void Layers_that_become_one_compute_what_the_interpreter_computes()
    {
        SpatialNetwork[] networks = [.. Enumerable.Range(12000, TestShare.Of(120, 60)).Select(seed => new SpatialNetwork(seed, movesValues: true, computes: true, hasPairs: true))];
        Step[] steps = [.. networks.SelectMany(random => Lowerer.Lower(Bind(random), hasVectors: true).Steps)];
        Assert.All(
            new (string Name, Func<Step, bool> Is)[]
            {
                ("formula in a reduction", step => step is { Prologue: not null, Operation: ReduceOperation }),
                ("formula in softmax", step => step is { Prologue: not null, Operation: SoftmaxOperation }),
                ("move in a reduction", step => step.Operation is ReduceOperation { FoldedLayers.Count: > 0 }),
                ("padding in a pool", step => step.Operation is PoolOperation { FoldedLayers.Count: > 0 }),
                ("padding in a convolution", step => step.Operation is ConvolutionOperation { PaddedBy.Count: > 0 }),
                ("formula behind a reduction", step => step is { Epilogue: not null, Operation: ReduceOperation }),
                ("formula behind a pool", step => step is { Epilogue: not null, Operation: PoolOperation }),
                ("formula behind a normalisation", step => step is { Epilogue: not null, Operation: GroupNormalizationOperation { Rows: > 1 } }),
                ("formula behind a product", step => step is { Epilogue: not null, Operation: MatMulOperation }),
                ("formula behind a convolution", step => step is { Epilogue: not null, Operation: ConvolutionOperation }),
                ("formula behind resizing", step => step is { Epilogue: not null, Operation: ResampleOperation }),
            },
            kind => Assert.True(steps.Any(kind.Is), $"No network has a {kind.Name}."));
        Check(networks);
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, true, false)]
    [InlineData(100, false, true)]
    [InlineData(101, true, true)]
    [InlineData(200, false, false, true)]
    [InlineData(201, true, false, true)]
    [InlineData(202, false, true, true)]
    public void Derivatives_are_those_of_the_loss(int project, bool areTrainable, bool movesValues, bool computes = false)
    {
        SpatialNetwork[] networks = [.. Enumerable.Range(9000 + (project * NetworksPerProject), TestShare.Of(NetworksPerProject, 12)).Select(seed => new SpatialNetwork(seed, areTrainable, movesValues: movesValues, computes: computes))];
        Assembly assembly = Compile(networks);
        int compared = 0;
        int skipped = 0;
        foreach (SpatialNetwork network in networks)
        {
            GradientCheck check = new(network.Json, new CompiledNetwork(assembly.GetType(network.TypeName, throwOnError: true)!));
            check.Run([.. Enumerable.Range(0, 2).Select(_ => network.NextInput())], new Random(network.Seed));
            compared += check.Compared;
            skipped += check.Skipped;
        }

        Assert.True(skipped < compared / 20, $"{skipped} derivatives near corners, {compared} compared");
    }

    private static Network Bind(SpatialNetwork random)
    {
        ProblemList problems = new();
        return NetworkBinder.Bind("Random", null, NetworkFileReader.Read(random.Json, problems, default), random.FileName, problems).Network!;
    }

    private static void Check(SpatialNetwork[] networks)
    {
        Assembly assembly = Compile(networks);
        foreach (SpatialNetwork random in networks)
        {
            CompiledNetwork compiled = new(assembly.GetType(random.TypeName, throwOnError: true)!);
            Network network = Bind(random);
            double[][] inputs = [.. Enumerable.Range(0, 5).Select(_ => random.NextInput())];
            double[][] rounded = [.. inputs.Select(input => random.IsDouble ? input : [.. input.Select(value => (double)(float)value)])];
            double[][] expected = [.. rounded.Select(input => Interpreter.Predict(network, input))];
            double[][] slack = [.. rounded.Select((input, i) => Slack(network, input, expected[i]))];
            for (int i = 0; i < inputs.Length; i++)
            {
                Close(random, expected[i], compiled.Predict(inputs[i]), slack[i]);
            }

            Close(random, [.. expected.SelectMany(row => row)], compiled.PredictBatch([.. inputs.SelectMany(input => input)]), [.. slack.SelectMany(row => row)]);
        }
    }

    private static Assembly Compile(SpatialNetwork[] networks)
    {
        GeneratorHost host = new();
        foreach (SpatialNetwork network in networks)
        {
            host.File(network.FileName, network.Json);
        }

        return host.Run().Load();
    }

    /// <summary>What rounding of each result alone changes, as of the sine of a large square: code that rounds elsewhere may differ by a few times as much.</summary>
    private static double[] Slack(Network network, double[] input, double[] expected)
    {
        Rounding rounding = new(network.Precision);
        double[][] tensors = new double[network.Tensors.Count][];
        tensors[0] = input;
        foreach (Operation operation in network.Operations)
        {
            tensors[operation.Output] = operation.Evaluate([.. operation.Inputs.Select(index => tensors[index])], rounding);
        }

        return [.. tensors[network.OutputTensor].Select((value, i) => 4 * Math.Abs(value - expected[i]))];
    }

    private static void Close(SpatialNetwork random, double[] expected, double[] actual, double[] slack)
    {
        Assert.Equal(expected.Length, actual.Length);
        double tolerance = random.IsDouble ? 1e-11 : 1e-5;
        double scale = expected.Select(Math.Abs).Append(1).Max();
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= (tolerance * scale) + slack[i],
                $"Network of seed {random.Seed}, output {i}: {actual[i]:R} instead of {expected[i]:R} ± {slack[i]:R}\n{random.Json}");
        }
    }
}
