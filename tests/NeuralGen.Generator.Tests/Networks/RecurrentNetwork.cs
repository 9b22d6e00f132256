using System.Globalization;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>A network with one or two recurrent layers whose kinds, sizes and arguments are random, as a file.</summary>
internal sealed class RecurrentNetwork
{
    private static readonly string[] Cells = ["rnn", "gru", "lstm"];
    private static readonly string[] Functions = ["tanh", "relu", "sigmoid", "silu", "softsign", "gelu", "leaky_relu"];
    private static readonly string[] GateFunctions = ["hard_sigmoid", "softsign", "mish"];

    private readonly Random _random;

    /// <summary>Makes the network of a number: the kind of cell, the precision and the size go by it, everything else is random.</summary>
    /// <param name="seed">The number.</param>
    /// <param name="isTrainable">Whether the weights are found by training.</param>
    public RecurrentNetwork(int seed, bool isTrainable = false)
    {
        _random = new Random(seed);
        string cell = Cells[seed % 3];
        IsDouble = seed / 3 % 2 == 1;
        Time = 1 + _random.Next(5);
        Features = 1 + _random.Next(4);
        int most = seed % 5 == 0 ? 24 : 6;
        string last = Layer(cell, Features, most, isTrainable, out bool isSequence, out int width);
        List<string> layers = [last];
        if (isSequence && seed % 2 == 0)
        {
            layers.Add(Layer(Cells[_random.Next(3)], width, most, isTrainable, out isSequence, out width));
        }

        layers.Add(Dense(2, width, isTrainable));
        Json = $$"""
            { "precision": "{{(IsDouble ? "double" : "single")}}", {{(isTrainable ? "\"trainable\": true, " : "")}}"inputs": [ { "shape": [{{Time}}, {{Features}}] } ],
              "layers": [ {{string.Join(",\n", layers)}} ] }
            """;
    }

    /// <summary>Whether it computes in double precision.</summary>
    public bool IsDouble { get; }

    /// <summary>How many steps its input has.</summary>
    public int Time { get; }

    /// <summary>How many values a step has.</summary>
    public int Features { get; }

    /// <summary>The network as a file.</summary>
    public string Json { get; }

    private string Layer(string cell, int features, int most, bool isTrainable, out bool isSequence, out int width)
    {
        int units = 1 + _random.Next(most);
        int gates = cell == "lstm" ? 4 : cell == "gru" ? 3 : 1;
        bool isBoth = _random.Next(3) == 0;
        int layers = _random.Next(3) == 0 ? 2 : 1;
        isSequence = _random.Next(2) == 0;
        width = units * (isBoth ? 2 : 1);
        List<string> keys = [$"\"type\": \"{cell}\"", $"\"units\": {units}"];
        void Add(bool isGiven, string key, string value)
        {
            if (isGiven)
            {
                keys.Add($"\"{key}\": {value}");
            }
        }

        Add(isSequence, "return_sequences", "true");
        Add(isBoth, "bidirectional", "true");
        Add(layers > 1, "layers", "2");
        Add(!isBoth && _random.Next(3) == 0, "reversed", "true");
        Add(cell == "gru" && _random.Next(2) == 0, "linear_before_reset", "false");
        Add(cell == "lstm" && _random.Next(3) == 0, "coupled", "true");
        Add(_random.Next(3) == 0, "activation", $"\"{Functions[_random.Next(Functions.Length)]}\"");
        Add(cell != "rnn" && _random.Next(4) == 0, "recurrent_activation", $"\"{GateFunctions[_random.Next(GateFunctions.Length)]}\"");
        Add(_random.Next(4) == 0, "clip", "0.7");
        if (isTrainable)
        {
            return $"{{ {string.Join(", ", keys)} }}";
        }

        bool hasBias = _random.Next(3) > 0;
        bool hasPeepholes = cell == "lstm" && _random.Next(3) == 0;
        for (int i = 0; i < layers; i++)
        {
            foreach (string direction in isBoth ? new[] { "", "_reverse" } : [""])
            {
                string suffix = (i == 0 ? "" : $"_l{i}") + direction;
                Add(true, "weights" + suffix, Rows(gates * units, i == 0 ? features : width));
                Add(true, "recurrent_weights" + suffix, Rows(gates * units, units));
                Add(hasBias, "bias" + suffix, List(gates * units));
                Add(hasBias && cell != "rnn", "recurrent_bias" + suffix, List(gates * units));
                Add(hasPeepholes, "peepholes" + suffix, List(3 * units));
            }
        }

        return $"{{ {string.Join(", ", keys)} }}";
    }

    private string Dense(int units, int inputs, bool isTrainable) => isTrainable
        ? $$"""{ "type": "dense", "units": {{units}} }"""
        : $$"""{ "type": "dense", "weights": {{Rows(units, inputs)}}, "bias": {{List(units)}} }""";

    private string Rows(int rows, int columns) => $"[{string.Join(", ", Enumerable.Range(0, rows).Select(_ => List(columns)))}]";

    private string List(int count) => $"[{string.Join(", ", Enumerable.Range(0, count).Select(_ => (_random.NextDouble() - 0.5).ToString("0.####", CultureInfo.InvariantCulture)))}]";
}
