using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>Loop and Scan, few rounds written out and many repeated, against the same computed here.</summary>
public sealed class RepeatedLoopTests : IDisposable
{
    private static readonly float[] Input = [0.5f, -0.25f, 1, 0.75f, 0.5f, -1, 0.25f, -0.5f, 0.125f, 1, 0.5f, -0.75f];
    private static readonly float[] Hidden = [0.25f, 0.5f, -0.5f, 0.125f, -0.25f, 0.75f, 0.5f, 0.25f, 0.5f, -0.125f, 0.25f, 0.5f, -0.75f, 0.25f, 0.125f, -0.5f];

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(10, false)]
    [InlineData(10, true)]
    [InlineData(300, true)]
    [InlineData(5000, false)]
    [InlineData(5000, true)]
    public void A_scan_goes_along_any_axis_in_either_direction(int rounds, bool isTurned)
    {
        int[] shape = isTurned ? [3, rounds] : [rounds, 3];
        ModelBuilder model = new ModelBuilder()
            .Input("h0", 4).Input("xs", shape[0], shape[1]).Input("shift", 4).Tensor("w", [3, 4], Input).Tensor("u", [4, 4], Hidden)
            .Node("Scan", "h0 xs", "last all", Graph(Cell()), ModelBuilder.Attribute("num_scan_inputs", 1L), ModelBuilder.Attribute("scan_input_axes", [isTurned ? 1 : 0]),
                ModelBuilder.Attribute("scan_input_directions", [isTurned ? 1 : 0]), ModelBuilder.Attribute("scan_output_axes", [isTurned ? -1 : 0]), ModelBuilder.Attribute("scan_output_directions", [isTurned ? 1 : 0]))
            .Output("last").Output("all");
        Random random = new(rounds);
        double[][] inputs = [Numbers(random, 4), Numbers(random, 3 * rounds), Numbers(random, 4)];
        double[] h = inputs[0];
        double[] all = new double[4 * rounds];
        for (int round = 0; round < rounds; round++)
        {
            int at = isTurned ? rounds - 1 - round : round;
            h =
            [
                .. Enumerable.Range(0, 4).Select(unit => Math.Tanh(
                    inputs[2][unit] + Enumerable.Range(0, 3).Sum(i => inputs[1][isTurned ? (i * rounds) + at : (3 * at) + i] * Input[(4 * i) + unit]) + Enumerable.Range(0, 4).Sum(i => h[i] * Hidden[(4 * i) + unit]))),
            ];
            for (int unit = 0; unit < 4; unit++)
            {
                all[isTurned ? (unit * rounds) + at : (4 * at) + unit] = 2 * h[unit];
            }
        }

        string text = Check(model, inputs, [h, all]);
        Assert.Equal(rounds > 64, text.Contains("\"type\": \"repeat\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public void A_loop_knows_the_number_of_its_round(int rounds)
    {
        GraphProto body = new ModelBuilder().Input("i", ElementKind.Int64).Input("go", ElementKind.Bool).Input("s", 2).Input("kept", 3)
            .Tensor("share", [], 0.99f).Tensor("thousandth", [], 0.001f)
            .Node("Cast", "i", "number", ModelBuilder.Attribute("to", 1L)).Node("Mul", "number thousandth", "part").Node("Mul", "s share", "less").Node("Add", "less part", "more").Node("Add", "more x", "next")
            .Node("ReduceSum", "next", "sum", ModelBuilder.Attribute("keepdims", 0L)).Node("Identity", "go", "goes").Node("Identity", "kept", "keeps")
            .Output("goes", ElementKind.Bool).Output("next").Output("keeps").Output("sum").Output("next").Model.Graph;
        ModelBuilder model = new ModelBuilder().Input("start", 2).Input("k", 3).Input("x", 2).Numbers("most", rounds)
            .Node("Loop", "", ["most", "", "start", "k"], ["last", "same", "sums", "all"], Graph(body)).Output("last").Output("same").Output("sums").Output("all");
        Random random = new(rounds);
        double[][] inputs = [Numbers(random, 2), Numbers(random, 3), Numbers(random, 2)];
        double[] s = [.. inputs[0]];
        double[] sums = new double[rounds];
        double[] all = new double[2 * rounds];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < 2; i++)
            {
                s[i] = (s[i] * 0.99) + (round * 0.001) + inputs[2][i];
                sums[round] += s[i];
                all[(2 * round) + i] = s[i];
            }
        }

        string text = Check(model, inputs, [s, inputs[1], sums, all]);
        Assert.Equal(rounds > 64, text.Contains("\"type\": \"repeat\"", StringComparison.Ordinal));
        Assert.InRange(text.Length, 0, 12_000);
    }

    [Fact]
    public void Weights_of_a_round_are_in_the_file_of_weights()
    {
        float[] weights = [.. Enumerable.Range(0, 256).Select(i => (float)(Math.Sin(i) / 4))];
        GraphProto body = new ModelBuilder().Input("h", 16).Input("x", 16).Node("MatMul", "h w", "p").Node("Add", "p x", "q").Node("Tanh", "q", "next").Output("next").Model.Graph;
        ModelBuilder model = new ModelBuilder().Input("xs", 200, 16).Tensor("h0", [16], new float[16]).Tensor("w", [16, 16], weights)
            .Node("Scan", "h0 xs", "y", Graph(body), ModelBuilder.Attribute("num_scan_inputs", 1L)).Output("y");
        double[] xs = Numbers(new Random(1), 3200);
        double[] h = new double[16];
        for (int round = 0; round < 200; round++)
        {
            h = [.. Enumerable.Range(0, 16).Select(unit => Math.Tanh(xs[(16 * round) + unit] + Enumerable.Range(0, 16).Sum(i => h[i] * weights[(16 * i) + unit])))];
        }

        BoundModel bound = BoundModel.Of(model);
        Assert.Contains("\"repeat\"", bound.Text, StringComparison.Ordinal);
        Assert.Contains("{ \"tensor\": \"w\" }", bound.Text, StringComparison.Ordinal);
        AssertClose([h], [bound.Predict(xs)], 1e-6);
    }

    [Fact]
    public void A_condition_on_the_data_ends_a_loop_that_has_a_bound()
    {
        ModelBuilder model = Growing(1000);
        foreach ((double start, double last) in new[] { (3.0, 192.0), (150, 300), (1e-30, 1e-30 * Math.Pow(2, 107)) })
        {
            Check(model, [[start]], [[last]]);
        }

        // A bound that is reached before.
        Check(Growing(4), [[0.5]], [[8]]);
    }

    [Fact]
    public void A_condition_on_the_data_without_a_bound_is_refused() => Assert.StartsWith(
        "NEURAL0408 Node 'y' (Loop, opset 17) needs the condition", Assert.Single(_folder.Problems(Growing(long.MaxValue).Bytes)), StringComparison.Ordinal);

    [Fact]
    public void Rounds_that_can_be_neither_repeated_nor_written_out_are_refused()
    {
        GraphProto body = new ModelBuilder().Input("i", ElementKind.Int64).Input("go", ElementKind.Bool).Input("s", 2).Input("n", ElementKind.Int64, 1)
            .Numbers("one", 1).Node("Add", "n one", "n2").Node("Cast", "n2", "number", ModelBuilder.Attribute("to", 1L)).Node("Add", "s number", "s2").Node("Identity", "go", "goes")
            .Output("goes", ElementKind.Bool).Output("s2").Output("n2", ElementKind.Int64).Model.Graph;
        ModelBuilder Model(int rounds) => new ModelBuilder().Input("x", 2).Numbers("most", rounds).Numbers("zero", 0)
            .Node("Loop", "", ["most", "", "x", "zero"], ["y", "number2"], Graph(body)).Output("y");
        Assert.Equal(
            ["NEURAL0407 Node 'y' (Loop, opset 17) cannot be compiled: it has more than 4096 rounds, which are too many to be written out, and they are not repeated since 'n2' has elements of type int64; what goes on from round to round, and is collected, are floats"],
            _folder.Problems(Model(4097).Bytes));
        Check(Model(100), [[1, -1]], [[1 + 5050, -1 + 5050]]);
    }

    [Fact]
    public void What_training_changes_is_written_out()
    {
        GraphProto body = new ModelBuilder().Input("s", 1, 3).Input("x", 1, 3).Node("MatMul", "s w", "p").Node("Add", "p x", "q").Node("Tanh", "q", "s2").Output("s2").Model.Graph;
        ModelBuilder model = new ModelBuilder().Input("h", "N", 3).Input("xs", 200, 1, 3).Tensor("w", [3, 3], 1, 0, 0.5f, 0, 1, 0, 0.25f, 0, 1)
            .Node("Scan", "h xs", "y", Graph(body), ModelBuilder.Attribute("num_scan_inputs", 1L)).Output("y");
        Assert.Contains("\"repeat\"", _folder.Network(model), StringComparison.Ordinal);
        Assert.DoesNotContain("\"repeat\"", _folder.Network(model, new ImportOptions { Trainable = "true" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tanh", true)]
    [InlineData("CumSum", false)]
    public void Samples_of_a_batch_stay_apart_or_meet(string operation, bool hasBatches)
    {
        ModelBuilder inner = new ModelBuilder().Input("s", 1, 3).Input("x", 1, 3).Numbers("axis", 0).Node("Add", "s x", "q").Node("Mul", "q half", "r");
        GraphProto body = (operation == "CumSum" ? inner.Node("CumSum", "r axis", "s2") : inner.Node("Tanh", "r", "s2")).Node("Tanh", "s2", "more").Node("Sin", "more", "out").Output("s2").Output("out").Model.Graph;
        ModelBuilder model = new ModelBuilder().Input("h", "N", 3).Input("xs", "N", 200, 3).Tensor("half", [], 0.5f)
            .Node("Scan", "h xs", "y all", Graph(body), ModelBuilder.Attribute("num_scan_inputs", 1L), ModelBuilder.Attribute("scan_input_axes", [1L]), ModelBuilder.Attribute("scan_output_axes", [1L])).Output("y").Output("all");
        string text = _folder.Network(model);
        Assert.Contains("\"repeat\"", text, StringComparison.Ordinal);
        Assert.Equal(hasBatches, !text.Contains("\"batches\": false", StringComparison.Ordinal));
    }

    private static ModelBuilder Growing(long most)
    {
        GraphProto body = new ModelBuilder().Input("i", ElementKind.Int64).Input("go", ElementKind.Bool).Input("s", 1)
            .Tensor("two", [1], 2).Tensor("limit", [1], 100).Node("Mul", "s two", "s2").Node("Less", "s2 limit", "goes").Output("goes", ElementKind.Bool).Output("s2").Model.Graph;
        return new ModelBuilder().Input("x", 1).Numbers("most", most).Node("Loop", "", ["most", "", "x"], ["y"], Graph(body)).Output("y");
    }

    private static GraphProto Cell() => new ModelBuilder().Input("h", 4).Input("x", 3).Tensor("two", [], 2)
        .Node("MatMul", "x w", "p").Node("MatMul", "h u", "q").Node("Add", "p q", "r").Node("Add", "r shift", "s").Node("Tanh", "s", "next").Node("Mul", "next two", "twice")
        .Output("next").Output("twice").Model.Graph;

    private static AttributeProto Graph(GraphProto graph) => new() { Name = "body", G = graph, Type = 5 };

    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)((2 * random.NextDouble()) - 1))];

    /// <summary>Imports a model, and compares what the compiler's reference arithmetic and the compiled code compute of it.</summary>
    private string Check(ModelBuilder model, double[][] inputs, double[][] expected)
    {
        string text = _folder.Network(model, new ImportOptions { Class = "Net" }).Replace("\"name\": \"Net\",", "\"name\": \"Net\", \"namespace\": \"\",", StringComparison.Ordinal);
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(text, problems, default), "net.nn.json", problems).Network!;
        Assert.Empty(problems.Problems.Where(problem => problem.IsError).Select(problem => problem.Message));
        double[][] tensors = Interpreter.Evaluate(network, inputs);
        AssertClose(expected, [.. network.OutputTensors.Select(output => tensors[output])], 1e-6);
        AssertClose(expected, CompiledModel.Of(text, network).Predict(inputs), 1e-3);
        return text;
    }

    private static void AssertClose(double[][] expected, double[][] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Length, found[i].Length);
            Assert.All(expected[i].Zip(found[i]), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, tolerance * Math.Max(1, Math.Abs(pair.First))));
        }
    }
}
