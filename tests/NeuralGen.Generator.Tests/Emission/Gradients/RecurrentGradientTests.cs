using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Backpropagation through time where derivatives depend on what activations read, against differences of the interpreter's loss.</summary>
public class RecurrentGradientTests
{
    private const int Units = 3;

    /// <summary>What each layer adds to its cell's name: bounds so narrow that they often hold, and functions whose derivatives are written with x.</summary>
    private static readonly string[] Layers =
    [
        "rnn|\"clip\": 0.4",
        "rnn|\"activation\": \"gelu\"",
        "rnn|\"activation\": \"softsign\", \"reversed\": true",
        "gru|\"clip\": 0.3",
        "gru|\"activation\": \"mish\", \"recurrent_activation\": \"softsign\", \"reversed\": true",
        "gru|\"clip\": 0.5, \"recurrent_activation\": { \"type\": \"hard_sigmoid\", \"alpha\": 0.2, \"beta\": 0.5 }",
        "gru|\"linear_before_reset\": false, \"clip\": 0.3",
        "gru|\"linear_before_reset\": false, \"activation\": \"silu\", \"recurrent_activation\": \"silu\"",
        "gru|\"linear_before_reset\": false, \"activation\": { \"type\": \"elu\", \"alpha\": 1.5 }, \"clip\": 0.6, \"reversed\": true",
        "lstm|\"clip\": 0.3",
        "lstm|\"clip\": 0.3, \"coupled\": true, \"reversed\": true",
        "lstm|\"clip\": 0.4, \"peepholes\": {P}",
        "lstm|\"clip\": 0.4, \"peepholes\": {P}, \"coupled\": true",
        "lstm|\"recurrent_activation\": \"softsign\", \"peepholes\": {P}",
        "lstm|\"activation\": \"silu\", \"recurrent_activation\": \"silu\", \"output_activation\": \"silu\", \"coupled\": true",
        "lstm|\"activation\": \"leaky_relu\", \"output_activation\": \"gelu_tanh\", \"clip\": 0.9",
    ];

    [Theory]
    [InlineData("double")]
    [InlineData("single")]
    public void Bounds_and_functions_whose_derivative_needs_x_have_gradients(string precision)
    {
        string[] layers = [.. Layers.Where((_, i) => TestShare.Includes(i, 0, precision == "double" ? 2 : 5))];
        string[] networks = [.. layers.Select((layer, i) => Network(layer.Split('|'), precision, new Random(i)))];
        GeneratorHost host = new();
        for (int i = 0; i < networks.Length; i++)
        {
            host.File($"net{i}.nn.json", networks[i]);
        }

        GeneratedProject project = host.Run();
        for (int i = 0; i < networks.Length; i++)
        {
            Random random = new(i);
            GradientCheck check = new(networks[i], project.Network($"Project.Net{i}"));
            check.Run([.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 10).Select(_ => (2 * random.NextDouble()) - 1).ToArray())], random);
            Assert.True(check.Compared > 5 * check.Skipped, $"{layers[i]}: {check.Skipped} derivatives are at corners, {check.Compared} are not");
        }
    }

    /// <summary>Five steps of two values, and states before the first step that depend on them, so that they have derivatives, too.</summary>
    private static string Network(string[] layer, string precision, Random random)
    {
        int gates = layer[0] == "lstm" ? 4 : layer[0] == "gru" ? 3 : 1;
        string List(int count) => $"[{string.Join(", ", Enumerable.Range(0, count).Select(_ => (1.2 * (random.NextDouble() - 0.5)).ToString("0.####", CultureInfo.InvariantCulture)))}]";
        string Rows(int rows, int columns) => $"[{string.Join(", ", Enumerable.Range(0, rows).Select(_ => List(columns)))}]";
        string inputs = layer[0] == "lstm" ? "\"x\", \"hidden\", \"cell\"" : "\"x\", \"hidden\"";
        return $$"""
            { "precision": "{{precision}}", "inputs": [ { "name": "x", "shape": [5, 2] } ], "layers": [
              { "type": "flatten", "name": "flat" },
              { "type": "dense", "name": "hidden", "weights": {{Rows(Units, 10)}} },
              { "type": "dense", "name": "cell", "inputs": ["flat"], "weights": {{Rows(Units, 10)}} },
              { "type": "{{layer[0]}}", "inputs": [{{inputs}}], "units": {{Units}}, "return_sequences": true, "weights": {{Rows(gates * Units, 2)}},
                "recurrent_weights": {{Rows(gates * Units, Units)}}, "bias": {{List(gates * Units)}}, "recurrent_bias": {{List(gates * Units)}}, {{layer[1].Replace("{P}", List(3 * Units))}} },
              { "type": "flatten", "name": "all" },
              { "type": "dense", "weights": {{Rows(2, 5 * Units)}} } ] }
            """;
    }
}
