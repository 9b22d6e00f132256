using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Plausibility;

/// <summary>Notes about what is allowed and yet unlikely to be meant; the marked text is between ⟦ and ⟧.</summary>
public class PlausibilityTests
{
    public static TheoryData<string, string> Files() => new()
    {
        { """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2], ⟦[3, 4]⟧], "activation": "relu" }, { "type": "dense", "weights": [[5, 0]] } ] }""", "NEURAL0251: Node 1 of layer 'hidden' changes nothing: every weight that reads it is 0" },
        { """{ "inputs": 2, "range": [[0, 1], [0, 2]], "layers": [ { "type": "dense", "weights": [[1, 2], ⟦[-3, -4]⟧], "bias": [0, -0.5], "activation": "relu" }, { "type": "dense", "weights": [[5, 1]] } ] }""", "NEURAL0252: Node 1 of layer 'hidden' is 0 for all inputs in range: its sum is at most -0.5" },
        { """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[2], ⟦[0]⟧], "bias": [0, 7] } ] }""", "NEURAL0253: Output 1 of network 'Net' is 7 whatever the input" },
        { """{ "inputs": 1, "range": [[1, 2]], "layers": [ { "type": "dense", "weights": [⟦[20]⟧, [1]], "activation": "tanh" }, { "type": "dense", "weights": [[1, 1]] } ] }""", "NEURAL0254: Node 0 of layer 'hidden' is saturated for all inputs in range: its sum is from 20 to 40, where tanh is flat" },
        { """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4], ⟦[1, 2]⟧], "bias": [1, 1, 1] } ] }""", "NEURAL0255: Row 2 of layer 'output' is the same as row 0" },
        { """{ "inputs": 2, "labels": ⟦["a", "b"]⟧, "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]] } ] }""", "NEURAL0256: Network 'Net' has labels but its output is linear, not softmax or sigmoid; Classify takes the largest" },
        { """{ "inputs": 1, "emission": ⟦"auto"⟧, "layers": [ { "type": "repeat", "name": "r", "count": 2, "states": 1, "body": { "inputs": [ { "name": "x", "shape": [1] } ], "layers": [ { "type": "dense", "weights": [[2]] } ], "outputs": [ { "name": "output" } ] } } ] }""", "NEURAL0903: Network 'Net' has no members that compute losses and derivatives, since its layer 'r' (repeat) has no derivative" },
        { """{ "inputs": 3, "emission": ⟦"auto"⟧, "layers": [ { "type": "dense", "name": "scores", "weights": [[1, 2, 3], [3, 2, 1]] }, { "type": "arg_max", "name": "best" } ] }""", "NEURAL0903: Network 'Net' has no members that compute losses and derivatives, since its output is of type 'long'" },
        { """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[2]] } ], "tests": [ { "input": [1], "output": [2], "tolerance": ⟦0.1⟧ } ] }""", "NEURAL0257: Test 0 of network 'Net' passes with the default tolerance of 1E-05; its own of 0.1 is not needed" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_note_marks_what_it_speaks_of(string marked, string message)
    {
        int start = marked.IndexOf('⟦', StringComparison.Ordinal);
        int end = marked.IndexOf('⟧', StringComparison.Ordinal) - 1;
        GeneratedProject project = new GeneratorHost().File("net.nn.json", marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal)).Run();
        Diagnostic note = Assert.Single(project.Analyze());
        Assert.Equal(message, $"{note.Id}: {note.Text()}");
        Assert.Equal(DiagnosticSeverity.Info, note.Severity);
        Assert.Equal((start, end), (note.Location.SourceSpan.Start, note.Location.SourceSpan.End));
        Assert.NotNull(project.Load());
    }

    [Theory]
    [InlineData("40-25-1", "unrolled", 0, "NEURAL0902: Network 'Net' is to be unrolled but takes 1025 products of a weight and a value, above the 1000 up to which the JIT optimises a statement per node well; Emission.Auto is faster")]
    [InlineData("40-24-1", "unrolled", 0, null)]
    [InlineData("40-60-1", "unrolled", 0.9, null)]
    [InlineData("40-60-1", "auto", 0, null)]
    [InlineData("40-60-1", "vectorized", 0, null)]
    public void Networks_beyond_what_the_JIT_optimises_are_not_worth_unrolling(string shape, string emission, double zeros, string? message)
    {
        string json = ShapedNetwork.Json(ShapedNetwork.Sizes(shape), "linear", zeros, emission);
        Diagnostic? note = new GeneratorHost().File("net.nn.json", json).Run().Analyze().SingleOrDefault(diagnostic => diagnostic.Id == "NEURAL0902");
        Assert.Equal(message, note is null ? null : $"{note.Id}: {note.Text()}");
        Assert.Equal(message is null ? null : "\"unrolled\"", note is null ? null : json.Substring(note.Location.SourceSpan.Start, note.Location.SourceSpan.Length));
    }

    [Fact]
    public void Notes_mark_the_wish_for_unrolled_code_in_attributes()
    {
        GeneratedProject project = new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork(Inputs = 50, Trainable = true, Emission = Emission.Unrolled)] [Dense(30)] partial class Net;
            """).Run();
        Diagnostic note = Assert.Single(project.Analyze());
        Assert.Equal("NEURAL0902", note.Id);
        Assert.Equal("Emission.Unrolled", note.Location.SourceTree!.ToString().Substring(note.Location.SourceSpan.Start, note.Location.SourceSpan.Length));
    }

    [Fact]
    public void Notes_mark_rows_and_nodes_in_attributes()
    {
        GeneratedProject project = new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork(Inputs = 2)] [Dense(2, Weights = [1, 2, 1, 2])] partial class Flat;
            [NeuralNetwork(Inputs = 1)] [Node("node_0", 3)] [Node("node_1", 3)] [Node("output", 1, 1)] partial class Nodes;
            """).Run();
        string[] marked = [.. project.Analyze().Select(note => $"{note.Id} {note.Location.SourceTree!.ToString().AsSpan(note.Location.SourceSpan.Start, note.Location.SourceSpan.Length)}")];
        Assert.Equal(["NEURAL0255 1", "NEURAL0255 3"], marked);
    }

    [Fact]
    public void Bounds_hold_every_value_that_occurs()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            RandomNetwork random = new(seed);
            NeuralGen.Compiler.Diagnostics.ProblemList problems = new();
            Network network = NetworkBinder.Bind("N", null, NetworkFileReader.Read(random.Json, problems, default), "", problems).Network!;
            Interval[] ranges = [.. Enumerable.Range(0, random.InputSize).Select(i => new Interval(-1 - i, 2))];
            Interval[][] bounds = new Interval[network.Tensors.Count][];
            bounds[0] = ranges;
            foreach (Operation operation in network.Operations)
            {
                bounds[operation.Output] = operation.Bounds([.. operation.Inputs.Select(tensor => bounds[tensor])], network.Tensors[operation.Output].Size);
            }

            Random values = new(seed);
            for (int k = 0; k < 20; k++)
            {
                double[][] tensors = Interpreter.Evaluate(network, [.. ranges.Select(range => range.Low + ((range.High - range.Low) * values.Next(5) / 4))]);
                foreach (Operation operation in network.Operations)
                {
                    Assert.All(tensors[operation.Output].Zip(bounds[operation.Output]), pair =>
                        Assert.True(pair.First >= pair.Second.Low - 1e-9 && pair.First <= pair.Second.High + 1e-9, $"seed {seed}, {operation.Layer}: {pair}"));
                }
            }
        }
    }
}
