using System.Globalization;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>What PyTorch's recurrent layers do not have and ONNX's do, against the formulas of its specification, a unit at a time.</summary>
public class RecurrentValueTests
{
    private const int Steps = 4;
    private const int Units = 3;

    [Theory]
    [InlineData("rnn", "\"reversed\": true", false)]
    [InlineData("rnn", "\"clip\": 0.3", true)]
    [InlineData("rnn", "\"activation\": \"relu\"", true)]
    [InlineData("gru", "\"reversed\": true", true)]
    [InlineData("gru", "\"linear_before_reset\": false", true)]
    [InlineData("gru", "\"linear_before_reset\": false, \"clip\": 0.3", false)]
    [InlineData("gru", "\"recurrent_activation\": \"tanh\", \"activation\": \"sigmoid\"", false)]
    [InlineData("lstm", "\"reversed\": true", true)]
    [InlineData("lstm", "\"clip\": 0.3", false)]
    [InlineData("lstm", "\"coupled\": true", true)]
    [InlineData("lstm", "\"peepholes\": P", true)]
    [InlineData("lstm", "\"peepholes\": P, \"coupled\": true, \"clip\": 0.5", false)]
    [InlineData("lstm", "\"activation\": \"sigmoid\", \"recurrent_activation\": \"relu\", \"output_activation\": \"tanh\"", true)]
    [InlineData("lstm", "\"output_activation\": \"sigmoid\"", true)]
    public void A_layer_computes_the_formulas_of_its_specification(string cell, string settings, bool hasState)
    {
        Random random = new(cell.Length + settings.Length);
        int gates = cell == "lstm" ? 4 : cell == "gru" ? 3 : 1;
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => Math.Round((2 * random.NextDouble()) - 1, 3))];
        string List(double[] values) => $"[{string.Join(", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]";
        string Rows(double[] values, int columns) => $"[{string.Join(", ", values.Chunk(columns).Select(List))}]";
        double[] weights = Draw(gates * Units * 2), recurrent = Draw(gates * Units * Units), bias = Draw(gates * Units), second = Draw(gates * Units), peepholes = Draw(3 * Units);
        double[] x = Draw(Steps * 2), hidden = hasState ? Draw(Units) : new double[Units], state = hasState ? Draw(Units) : new double[Units];
        Network network = InterpreterTests.Bind($$"""
            { "precision": "double", "inputs": [ { "name": "x", "shape": [{{Steps}}, 2] }, { "name": "h", "shape": [{{Units}}] }, { "name": "c", "shape": [{{Units}}] } ], "layers": [
                { "type": "{{cell}}", "inputs": ["x" {{(!hasState ? "" : cell == "lstm" ? ", \"h\", \"c\"" : ", \"h\"")}}], "units": {{Units}}, "return_sequences": true, "weights": {{Rows(weights, 2)}},
                  "recurrent_weights": {{Rows(recurrent, Units)}}, "bias": {{List(bias)}}, {{(cell == "rnn" ? "" : $"\"recurrent_bias\": {List(second)},")}} {{settings.Replace("P", List(peepholes), StringComparison.Ordinal)}} } ] }
            """);
        Assert.Equal(cell, network.Operations.OfType<RecurrentOperation>().Single().Kind);
        double[][] tensors = Interpreter.Evaluate(network, [x, hidden, state]);
        double[] actual = tensors[network.OutputTensor];

        bool isReversed = settings.Contains("reversed", StringComparison.Ordinal), isCoupled = settings.Contains("coupled", StringComparison.Ordinal);
        double clip = settings.Contains("clip\": 0.3", StringComparison.Ordinal) ? 0.3 : settings.Contains("clip", StringComparison.Ordinal) ? 0.5 : double.MaxValue;
        bool hasPeepholes = settings.Contains("peepholes", StringComparison.Ordinal);
        Func<double, double> gate = Named("recurrent_activation", "sigmoid"), candidate = Named(" \"activation", "tanh"), output = Named("output_activation", "tanh");
        double Bounded(Func<double, double> function, double value) => function(Math.Min(Math.Max(value, -clip), clip));
        foreach (int step in isReversed ? Enumerable.Range(0, Steps).Reverse() : Enumerable.Range(0, Steps))
        {
            double Input(int row) => bias[row] + (weights[2 * row] * x[2 * step]) + (weights[(2 * row) + 1] * x[(2 * step) + 1]);
            double Recurrent(int row, double[] from) => (cell == "rnn" ? 0 : second[row]) + Enumerable.Range(0, Units).Sum(i => recurrent[(row * Units) + i] * from[i]);
            double Sum(int number, int unit) => Input((number * Units) + unit) + Recurrent((number * Units) + unit, hidden);
            double Peep(int number, int unit, double value) => hasPeepholes ? peepholes[(number * Units) + unit] * value : 0;
            double[] before = hidden, cells = state;
            if (cell == "rnn")
            {
                hidden = [.. Enumerable.Range(0, Units).Select(unit => Bounded(candidate, Sum(0, unit)))];
            }
            else if (cell == "gru")
            {
                double[] reset = [.. Enumerable.Range(0, Units).Select(unit => Bounded(gate, Sum(0, unit)))];
                double[] product = [.. reset.Zip(before, (share, value) => share * value)];
                bool isBefore = settings.Contains("linear_before_reset", StringComparison.Ordinal);
                hidden = [.. Enumerable.Range(0, Units).Select(unit =>
                {
                    int row = (2 * Units) + unit;
                    double made = Bounded(candidate, Input(row) + (isBefore ? Recurrent(row, product) : reset[unit] * Recurrent(row, before)));
                    double update = Bounded(gate, Sum(1, unit));
                    return ((1 - update) * made) + (update * before[unit]);
                })];
            }
            else
            {
                state = [.. Enumerable.Range(0, Units).Select(unit =>
                {
                    double taken = Bounded(gate, Sum(0, unit) + Peep(0, unit, cells[unit]));
                    double kept = isCoupled ? 1 - taken : Bounded(gate, Sum(1, unit) + Peep(1, unit, cells[unit]));
                    return (kept * cells[unit]) + (taken * Bounded(candidate, Sum(2, unit)));
                })];
                double[] next = state;
                hidden = [.. Enumerable.Range(0, Units).Select(unit => Bounded(gate, Sum(3, unit) + Peep(2, unit, next[unit])) * output(next[unit]))];
            }

            for (int unit = 0; unit < Units; unit++)
            {
                Assert.Equal(hidden[unit], actual[(step * Units) + unit], 1e-12);
            }
        }

        if (cell == "lstm")
        {
            // Behind the hidden states of all steps the last state of the cell.
            double[] whole = tensors[network.Operations.OfType<RecurrentOperation>().Single().Output];
            Assert.All(state, (value, unit) => Assert.Equal(value, whole[(Steps * Units) + unit], 1e-12));
        }

        Func<double, double> Named(string key, string standard)
        {
            string all = " " + settings;
            int start = all.IndexOf(key + "\": \"", StringComparison.Ordinal);
            string name = start < 0 ? standard : all[(all.IndexOf("\": \"", start, StringComparison.Ordinal) + 4)..].Split('"')[0];
            return name switch
            {
                "tanh" => Math.Tanh,
                "relu" => value => Math.Max(0, value),
                _ => value => 1 / (1 + Math.Exp(-value)),
            };
        }
    }

    [Theory]
    [InlineData("lstm", 4, 8 * 8)]
    [InlineData("gru", 3, 6 * 8)]
    [InlineData("rnn", 1, 2 * 8)]
    public void Work_is_that_of_the_products_with_the_state(string cell, int gates, long expected)
    {
        string rows = string.Join(", ", Enumerable.Repeat("[1, 1]", gates * 2));
        Network network = InterpreterTests.Bind($$"""
            { "inputs": [ { "shape": [4, 2] } ], "layers": [ { "type": "{{cell}}", "units": 2, "weights": [{{rows}}], "recurrent_weights": [{{rows}}], "clip": CLIP } ] }
            """.Replace("CLIP", cell == "gru" ? "0.5" : "0", StringComparison.Ordinal).Replace(", \"clip\": 0 ", " ", StringComparison.Ordinal));
        RecurrentOperation recurrent = network.Operations.OfType<RecurrentOperation>().Single();
        Assert.Equal(expected, recurrent.MultiplyAdds);
        Assert.Equal(cell == "gru", recurrent.DerivativesNeedSums);
        Assert.Equal(cell == "lstm" ? 10 : 8, recurrent.Size);
    }

    [Theory]
    [InlineData("rnn", "\"activation\": \"gelu\"")]
    [InlineData("lstm", "\"output_activation\": \"gelu\"")]
    [InlineData("lstm", "\"recurrent_activation\": \"softsign\"")]
    public void One_function_whose_derivative_needs_what_it_read_is_enough(string cell, string setting)
    {
        string rows = string.Join(", ", Enumerable.Repeat("[1]", cell == "lstm" ? 4 : 1));
        Network network = InterpreterTests.Bind($$"""{ "inputs": [ { "shape": [2, 1] } ], "layers": [ { "type": "{{cell}}", "units": 1, "weights": [{{rows}}], "recurrent_weights": [{{rows}}], {{setting}} } ] }""");
        Assert.True(network.Operations.OfType<RecurrentOperation>().Single().DerivativesNeedSums);
    }
}
