using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers.Recurrent;

/// <summary>What of recurrent layers and of states cannot be, reported where it is said.</summary>
public class StateTests
{
    private const string Rest = "; a stateful network computes each step from that step and those before";

    /// <summary>A project that calls the network, whether it is broken or not.</summary>
    private const string Use = """
        public static class Consumer
        {
            public static void Run()
            {
                Net.State state = new();
                Net.Predict(new float[Net.InputSize], new float[Net.OutputSize], state);
                Net.PredictBatch(new float[Net.InputSize], new float[Net.OutputSize], state);
                Net.Prepare();
            }
        }
        """;

    [Theory]
    [InlineData("{ \"type\": \"lstm\", \"name\": \"one\", \"units\": 2, \"weights\": {|NEURAL0123:[[1, 2], [3, 4]]|}, \"recurrent_weights\": {|NEURAL0123:[[1, 2]]|} }", "'weights' of layer 'one' has shape [2, 2]; it needs [8, 3]|'recurrent_weights' of layer 'one' has shape [1, 2]; it needs [8, 2]")]
    [InlineData("{ \"type\": \"gru\", \"name\": \"one\", \"units\": 1, \"weights\": [[1, 2, 3], [1, 2, 3], [1, 2, 3]], \"recurrent_weights\": [[1], [2], [3]], \"bias\": {|NEURAL0104:[1]|} }", "'bias' of layer 'one' has 1 value; it needs 3")]
    [InlineData("{ \"type\": \"rnn\", \"name\": \"one\", \"units\": 1, \"weights\": [[1, 2, 3]], \"recurrent_weights\": [[1]], \"layers\": {|NEURAL0205:9|} }", "'layers' of layer 'one' is 9; it must be at most 8")]
    [InlineData("{|NEURAL0201:{ \"type\": \"rnn\", \"name\": \"one\", \"units\": 1, \"weights\": [[1, 2, 3]] }|}", "Layer 'one' (rnn) has no 'recurrent_weights'")]
    [InlineData("{ \"type\": \"flatten\" }, {|NEURAL0117:{ \"type\": \"rnn\", \"name\": \"one\", \"units\": 1, \"weights\": [[1, 2, 3]], \"recurrent_weights\": [[1]] }|}", "Layer 'one' (rnn) needs an input of shape [time, features]; its input 'flatten' has shape [12]")]
    [InlineData("{ \"type\": \"multi_head_attention\", \"name\": \"one\", \"heads\": {|NEURAL0205:2|}, \"weights\": [[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]], \"output_weights\": [[1, 2, 3], [1, 2, 3], [1, 2, 3]] }", "'heads' of layer 'one' is 2; it must be a divisor of its 3 features")]
    public void What_sizes_do_not_fit_is_reported_at_the_argument(string layers, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [4, 3] } ], "layers": [ {{layers}} ] }""").Reports(message.Split('|'));

    [Theory]
    [InlineData("{|NEURAL0150:{ \"type\": \"conv1d\", \"name\": \"one\", \"kernel\": 3, \"weights\": [[[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 2, 3]]] }|}", "Layer 'one' reads later steps, or leaves some out: a kernel that reaches over 3 steps needs 2 zeros before the first step and none behind the last, as 'padding': 'causal' gives it")]
    [InlineData("{|NEURAL0150:{ \"type\": \"rnn\", \"name\": \"one\", \"units\": 1, \"reversed\": true, \"weights\": [[1, 2, 3]], \"recurrent_weights\": [[1]] }|}", "Layer 'one' goes from the last step to the first")]
    [InlineData("{|NEURAL0150:{ \"type\": \"flatten\", \"name\": \"one\" }|}, { \"type\": \"dense\", \"weights\": [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]] }", "Layer 'one' looks at several steps at once")]
    [InlineData("{|NEURAL0150:{ \"type\": \"cumulative_sum\", \"name\": \"one\", \"axis\": 0 }|}", "Layer 'one' looks at several steps at once")]
    public void A_layer_that_cannot_go_step_by_step_is_reported(string layers, string message) => Diagnose
        .File($$"""{ "inputs": [ { "shape": [4, 3] } ], "stateful": true, "layers": [ {{layers}} ] }""").UsedBy(Use).Reports(message + Rest);

    [Fact]
    public void A_network_without_time_keeps_nothing() => Diagnose
        .File("""{ "inputs": 2, "stateful": {|NEURAL0150:true|}, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""")
        .UsedBy(Use)
        .Reports("Network 'Net' has an input of shape [2] without an axis for time beside its values" + Rest);

    [Theory]
    [InlineData("\"su\": {|NEURAL0151:\"next\"|}", "State 'su' of network 'Net' is no input")]
    [InlineData("\"sum\": {|NEURAL0151:\"nxt\"|}", "State 'sum' of network 'Net' gets 'nxt', which is no output")]
    [InlineData("\"step\": {|NEURAL0151:\"wide\"|}", "State 'step' of network 'Net' of shape [1] and type 'float' gets 'wide' of shape [2] and type 'float'")]
    [InlineData("\"sum\": \"next\", \"step\": {|NEURAL0151:\"next\"|}", "State 'step' of network 'Net' gets 'next', which another state gets")]
    public void States_that_do_not_fit_are_reported_at_the_pair(string states, string message) => Diagnose
        .File($$"""
            { "inputs": [ { "name": "step", "shape": [1] }, { "name": "sum", "shape": [1] } ], "states": { {{states}} },
              "layers": [ { "type": "add", "name": "next", "inputs": ["step", "sum"] }, { "type": "concat", "name": "wide", "inputs": ["next", "sum"] } ],
              "outputs": [ { "name": "next" }, { "name": "wide" } ] }
            """)
        .Unused()
        .Reports(message);

    [Fact]
    public void Trainable_networks_keep_nothing() => Diagnose
        .Source("""
            [NeuralNetwork(InputShape = new[] { 4, 3 }, Trainable = true, Stateful = {|NEURAL0036:true|})]
            [Lstm(2)]
            public partial class Net { }
            """)
        .Unused()
        .Reports("Network 'Net' is trainable and keeps a state; train the network over sequences, and run what it saves in a class with 'Stateful = true'");

    [Fact]
    public void Tests_are_lists_of_steps() => Diagnose
        .File("""
            { "inputs": [ { "shape": [9, 1] } ], "stateful": true,
              "layers": [ { "type": "rnn", "units": 1, "activation": "linear", "weights": [[1]], "recurrent_weights": [[0.5]] } ],
              "tests": [ { "input": [[8], [0], [2]], "output": [[8], [4], [4]] }, { "input": [[8], [0]], "output": [[8], [{|NEURAL0208:5|}]] } ] }
            """)
        .UsedBy(Use)
        .Reports("Test 1 of network 'Net': output '1' is 4 but 5 is expected; the difference 1 is above the tolerance 5E-05");
}
