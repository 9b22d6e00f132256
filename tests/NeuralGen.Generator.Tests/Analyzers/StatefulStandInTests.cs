using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Analyzers;

/// <summary>Broken networks that keep a state accept what the sound ones do, so that only the real errors show.</summary>
public class StatefulStandInTests
{
    private const string Calls = """
        internal static class Consumer
        {
            private static readonly Net.State Kept = new();

            public static float Run(float[] input, float[] output)
            {
                Net.State other = new Net.State();
                Kept.CopyTo(other);
                other.Reset();
                Net.Predict(input, output, Kept);
                Net.Predict(state: Kept, input: input, output: output);
                Net.PredictBatch(input, output, Kept);
                Net.Prepare();
                Net.Label label = Net.Classify(input, Kept);
                System.Span<float> first = Kept.MemoryHidden;
                return label == Net.Label.A ? first[0] : Kept.MemoryCell[0] + Kept.MemoryL1Hidden[0] + Kept.EdgeHistory[0] + Net.InputSize + Net.OutputSize;
            }
        }
        """;

    private const string Edge = """{ "type": "conv1d", "name": "edge", "kernel": 2, "padding": "causal", "weights": [[[1, 2], [1, 2]], [[1, 2], [3, 4]]] }, { "type": "transpose", "axes": [1, 0] }""";

    private const string Memory = """
        { "type": "lstm", "name": "memory", "units": 1, "layers": 2, "return_sequences": true, "weights": [[1, 2], [1, 2], [1, 2], [1, 2]], "recurrent_weights": [[1], [1], [1], [1]],
          "weights_l1": [[1], [1], [1], [1]], "recurrent_weights_l1": [[1], [1], [1], [1]] }
        """;

    private const string Head = """{ "type": "dense", "weights": [[1], [2]], "activation": "softmax" }""";

    [Fact]
    public void All_calls_are_those_of_the_sound_network() => Diagnose.File(Network($"{Edge}, {Memory}, {Head}")).UsedBy(Calls).ReportsNothing();

    [Theory]
    [InlineData("\"softmax\"", "{|NEURAL0204:\"softmaxx\"|}", "Activation 'softmaxx' of layer 'output' is unknown; did you mean 'softmax'?")]
    [InlineData("\"type\": \"lstm\"", "\"type\": {|NEURAL0306:\"lstn\"|}", "Layer type 'lstn' is unknown; did you mean 'lstm'?")]
    [InlineData("\"recurrent_weights_l1\": [[1], [1], [1], [1]]", "\"recurrent_weights_l1\": {|NEURAL0123:[[1], [1]]|}", "'recurrent_weights_l1' of layer 'memory' has shape [2, 1]; it needs [4, 1]")]
    [InlineData("\"padding\": \"causal\", \"weights\": [[[1, 2], [1, 2]], [[1, 2], [3, 4]]]", "\"padding\": \"causal\", \"weights\": {|NEURAL0123:[[[1, 2]], [[1, 2]]]|}", "'weights' of layer 'edge' has shape [2, 1, 2]; it needs [2, 2, 2]")]
    public void Only_the_real_error_shows(string text, string replacement, string message) => Diagnose
        .File(Network($"{Edge}, {Memory}, {Head}").Replace(text, replacement, StringComparison.Ordinal)).UsedBy(Calls).Reports(message);

    [Fact]
    public void Attributes_leave_their_states_too() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = new[] { 9, 1 }, Stateful = true)]
            [{|NEURAL0201:Rnn(2, Name = "memory", ReturnSequences = true, Weights = new double[] { 1, 2 })|}]
            public static partial class Net { }
            """)
        .UsedBy("internal static class Consumer { public static float Run(Net.State state, float[] output) { Net.Predict(new float[1], output, state); return state.MemoryHidden[0]; } }")
        .Reports("Layer 'memory' (rnn) has no 'RecurrentWeights'");

    [Fact]
    public void Pairs_and_memory_of_the_callers_stand_in() => Diagnose
        .File("""
            { "inputs": [ { "name": "step", "shape": [2] }, { "name": "sum", "shape": [2] } ], "states": { "sum": "next" },
              "layers": [ { "type": "add", "name": "next", "inputs": ["step", {|NEURAL0307:"summ"|}] }, { "type": "activation", "name": "seen", "inputs": ["next"], "activation": "tanh" } ],
              "outputs": [ { "name": "seen" }, { "name": "next" } ] }
            """)
        .UsedBy("""
            internal static class Consumer
            {
                public static float Run(Net.State state, float[] output)
                {
                    Net.Predict(new float[2], output, new byte[Net.WorkspaceSize], state);
                    state.Sum.Clear();
                    return state.Sum[1];
                }
            }
            """)
        .Reports("Layer 'next' reads 'summ', which is not the input or a layer before it; did you mean 'sum'?");

    private static string Network(string layers) => $$"""
        { "inputs": [ { "shape": [2, 9] } ], "stateful": true, "labels": ["a", "b"], "layers": [ {{layers}} ] }
        """;
}
