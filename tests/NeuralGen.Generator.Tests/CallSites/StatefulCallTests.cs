using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.CallSites;

/// <summary>Calls of networks that keep a state.</summary>
public class StatefulCallTests
{
    /// <summary>Three values a step, two classes.</summary>
    private const string Words = """
        { "inputs": [ { "shape": [4, 3] } ], "stateful": true, "gradients": false, "labels": ["a", "b"],
          "layers": [ { "type": "rnn", "units": 2, "return_sequences": true, "weights": [[1, 2, 3], [4, 5, 6]], "recurrent_weights": [[1, 0], [0, 1]] }, { "type": "softmax" } ] }
        """;

    /// <summary>So many values between the layers that a call may bring memory for them, and no batches.</summary>
    private const string Wide = """
        { "inputs": [ { "name": "step", "shape": [12000] }, { "name": "sum", "shape": [12000] } ], "states": { "sum": "next" }, "batches": false, "gradients": false,
          "layers": [ { "type": "add", "name": "next", "inputs": ["step", "sum"] }, { "type": "activation", "name": "soft", "inputs": ["next"], "activation": "softmax" },
            { "type": "cumulative_sum", "name": "rising", "inputs": ["soft"] }, { "type": "reduce", "name": "top", "inputs": ["rising"], "operation": "max", "axes": [0] } ],
          "outputs": [ { "name": "top" }, { "name": "next" } ] }
        """;

    [Theory]
    [InlineData("Words.Predict(new float[2], output, state);", "new float[2]", "NEURAL0501: 'input' of Words.Predict gets 2 values; 3 are needed, which is InputSize")]
    [InlineData("Words.Predict(input, new float[3], state);", "new float[3]", "NEURAL0501: 'output' of Words.Predict gets 3 values; 2 are needed, which is OutputSize")]
    [InlineData("Words.Predict(state: state, output: new float[1], input: input);", "new float[1]", "NEURAL0501: 'output' of Words.Predict gets 1 value; 2 are needed, which is OutputSize")]
    [InlineData("Words.Predict(new float[2], new float[3], state);", "new float[2]", "NEURAL0502: Words.Predict gets 2 values as 'input' and 3 values as 'output': the two are swapped, 'input' has 3 and 'output' has 2")]
    [InlineData("_ = Words.Classify(new float[4], state);", "new float[4]", "NEURAL0501: 'input' of Words.Classify gets 4 values; 3 are needed, which is InputSize")]
    [InlineData("Words.PredictBatch(new float[7], outputs, state);", "new float[7]", "NEURAL0504: 'inputs' of Words.PredictBatch gets 7 values, which is no whole number of samples of 3 values")]
    [InlineData("Words.PredictBatch(new float[9], new float[4], state);", "new float[4]", "NEURAL0505: 'outputs' of Words.PredictBatch has room for 2 samples but 'inputs' has 3 samples")]
    [InlineData("_ = Wide.Predict(new float[3], wide);", "new float[3]", "NEURAL0501: 'input' of Wide.Predict gets 3 values; 12000 are needed, which is InputSize")]
    [InlineData("Wide.Predict(new float[3], output, wide);", "new float[3]", "NEURAL0501: 'input' of Wide.Predict gets 3 values; 12000 are needed, which is InputSize")]
    [InlineData("Wide.Predict(input, output, new byte[9], wide);", "new byte[9]", "NEURAL0501: 'workspace' of Wide.Predict gets 9 values; 144064 are needed, which is WorkspaceSize")]
    public void A_wrong_call_is_an_error_at_the_argument(string statement, string marked, string message)
    {
        GeneratedProject project = Project(statement);
        Assert.Empty(project.CompilerDiagnostics);
        Diagnostic diagnostic = Assert.Single(project.Analyze());
        Assert.Equal(message, $"{diagnostic.Id}: {diagnostic.Text()}");
        Assert.Equal(marked, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("Words.Predict(new float[3], new float[Words.OutputSize], state);")]
    [InlineData("Words.PredictBatch(new float[9], new float[6], state);")]
    [InlineData("Wide.Predict(input, output, new byte[Wide.WorkspaceSize + 8], wide);")]

    // The state goes on, whether the result is read or not.
    [InlineData("Words.Classify(new float[3], state);")]
    [InlineData("Wide.Predict(input, wide);")]
    public void A_right_call_is_left_alone(string statement)
    {
        GeneratedProject project = Project(statement);
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Empty(project.Analyze());
    }

    [Theory]
    [InlineData("Words.Predict(input, output, wide);", "CS1503")]
    [InlineData("Words.Predict(input, output);", "CS7036")]
    [InlineData("Wide.PredictBatch(input, outputs, wide);", "CS0117")]
    [InlineData("wide.CopyTo(state);", "CS1503")]
    public void What_a_network_does_not_offer_does_not_compile(string statement, string id) =>
        Assert.Equal(id, Assert.Single(Project(statement).CompilerDiagnostics).Id);

    private static GeneratedProject Project(string statement) => new GeneratorHost()
        .File("words.nn.json", Words)
        .File("wide.nn.json", Wide)
        .Property("RootNamespace", "")
        .Source($$"""
            using System;
            static class C { public static void M(ReadOnlySpan<float> input, Span<float> output, Span<float> outputs, Words.State state, Wide.State wide) { {{statement}} } }
            """)
        .Run();
}
