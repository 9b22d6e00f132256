using System.Globalization;
using System.Text;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>A random network with several inputs and outputs, as a file.</summary>
internal sealed class TensorNetwork
{
    private static readonly string[] Names = ["left", "right", "samples", "Depth map", "output", "i", "class", "values"];
    private static readonly string[] Activations = ["linear", "tanh", "sigmoid", "relu", "softplus"];

    /// <summary>How many whole numbers go in.</summary>
    private const int Tokens = 3;

    /// <summary>How many different ones there are.</summary>
    private const int Count = 5;

    private readonly Random _random;
    private readonly List<string> _layers = [];
    private readonly bool _hasFormulas;
    private readonly bool _divides;
    private int _next;

    /// <param name="seed">Decides everything.</param>
    /// <param name="mostOutputs">How many outputs there may be.</param>
    /// <param name="isLarge">Whether the layers are too large for a statement per node.</param>
    /// <param name="hasIndices">Whether whole numbers go in and layers work with them.</param>
    /// <param name="hasFormulas">Whether there are formulas of them, too.</param>
    /// <param name="isTrainable">Whether it owns its parameters.</param>
    public TensorNetwork(int seed, int mostOutputs, bool isLarge, bool hasIndices = false, bool hasFormulas = false, bool isTrainable = false)
    {
        _hasFormulas = hasFormulas;

        // What may divide by zero has no derivative.
        _divides = mostOutputs > 1;
        _random = new Random(seed);
        Seed = seed;
        IsDouble = _random.Next(3) == 0;
        string[] names = [.. Names.OrderBy(_ => _random.Next()).Take(_random.Next(2, 4))];
        int[][] shapes = [.. names.Select(_ => _random.Next(2) == 0 ? new[] { _random.Next(1, isLarge ? 40 : 5) } : [_random.Next(1, 4), _random.Next(1, isLarge ? 20 : 4)])];
        List<(string Name, int Size)> tensors = [];
        for (int i = 0; i < names.Length; i++)
        {
            int size = shapes[i].Aggregate((product, next) => product * next);
            string source = names[i];
            if (shapes[i].Length > 1)
            {
                source = Layer($$"""{ "type": "flatten", "inputs": {{Json([source])}}, "name": NAME }""");
            }

            if (hasIndices && size > 1 && _random.Next(2) == 0)
            {
                (source, size) = Selected(source, size);
            }

            tensors.Add((source, size));
            if (_random.Next(3) > 0)
            {
                tensors.Add(Dense(source, size, isLarge));
            }
        }

        if (hasIndices)
        {
            tensors.AddRange(Looked(isLarge));
        }

        string trunk = Layer($$"""{ "type": "concat", "inputs": {{Json([.. tensors.Select(tensor => tensor.Name)])}}, "name": NAME }""");
        (string Name, int Size) shared = Dense(trunk, tensors.Sum(tensor => tensor.Size), isLarge);
        int outputs = _random.Next(1, mostOutputs + 1);
        List<string> ports = [];
        for (int i = 0; i < outputs; i++)
        {
            (string Name, int Size) head = i == 2 ? shared : Dense(shared.Name, shared.Size, isLarge: false);
            string name = $"out{i}";
            ports.Add($$"""{ "name": "{{name}}", "from": "{{head.Name}}" }""");
            Outputs.Add(head.Size);
            if (hasIndices && mostOutputs > 1 && head.Size > 1)
            {
                string best = Layer($$"""{ "type": "{{(_random.Next(2) == 0 ? "arg_max" : "arg_min")}}", "inputs": {{Json([head.Name])}}, "last": {{(_random.Next(2) == 0 ? "true" : "false")}}, "keep_dimensions": true, "name": NAME }""");
                ports.Add($$"""{ "name": "best{{i}}", "from": "{{best}}", "type": "long" }""");
                Outputs.Add(1);
            }
        }

        Inputs = [.. shapes.Select(shape => shape.Aggregate((product, next) => product * next))];
        string inputs = string.Join(", ", names.Zip(shapes, (name, shape) => $$"""{ "name": "{{name}}", "shape": [{{string.Join(", ", shape)}}] }"""));
        if (hasIndices)
        {
            Inputs = [.. Inputs, Tokens];
            inputs += $$""", { "name": "tokens", "shape": {{Tokens}}, "type": "{{_random.Next(3) switch { 0 => "int", 1 => "byte", _ => "long" }}}" }""";
        }

        HasIndices = hasIndices;
        IsTrainable = isTrainable;
        Text = $$"""
            { "name": "{{TypeName}}", "namespace": "", {{(isTrainable ? "\"trainable\": true, " : "")}}"precision": "{{(IsDouble ? "double" : "single")}}", "inputs": [ {{inputs}} ], "outputs": [ {{string.Join(", ", ports)}} ],
              "layers": [ {{string.Join(",\n", _layers)}} ] }
            """;
    }

    public int Seed { get; }

    public bool IsDouble { get; }

    public int[] Inputs { get; private set; }

    public bool HasIndices { get; }

    public bool IsTrainable { get; }

    public List<int> Outputs { get; } = [];

    public string TypeName => $"Tensors{Seed}";

    public string Text { get; }

    public double[][] NextInputs() =>
    [
        .. Inputs.Select((size, input) => Enumerable.Range(0, size)
            .Select(_ => HasIndices && input == Inputs.Length - 1 ? _random.Next(Count) : (double)(float)((4 * _random.NextDouble()) - 2)).ToArray()),
    ];

    /// <summary>Layers that look values up by the whole numbers that go in.</summary>
    private IEnumerable<(string Name, int Size)> Looked(bool isLarge)
    {
        int units = _random.Next(1, isLarge ? 20 : 4);
        string rows = string.Join(", ", Enumerable.Range(0, Count).Select(_ => $"[{string.Join(", ", Enumerable.Range(0, units).Select(_ => Number(0.1)))}]"));
        string table = Layer($$"""{ "type": "embedding", "inputs": ["tokens"], "weights": [{{rows}}], "name": NAME }""");
        yield return (Layer($$"""{ "type": "flatten", "inputs": {{Json([table])}}, "name": NAME }"""), Tokens * units);
        if (_random.Next(2) == 0)
        {
            string hot = Layer($$"""{ "type": "one_hot", "inputs": ["tokens"], "count": {{Count - 1}}, "name": NAME }""");
            yield return (Layer($$"""{ "type": "flatten", "inputs": {{Json([hot])}}, "name": NAME }"""), Tokens * (Count - 1));
        }

        if (_random.Next(2) == 0)
        {
            // Positions along the rows of the table's rows, counted again by the same numbers.
            string turned = Layer($$"""{ "type": "transpose", "inputs": {{Json([table])}}, "axes": [1, 0], "name": NAME }""");
            string part = Layer($$"""{ "type": "pad", "inputs": {{Json([turned])}}, "padding": [0, 0, 0, {{Count - Tokens}}], "name": NAME }""");
            string found = Layer($$"""{ "type": "gather", "inputs": {{Json([part, "tokens"])}}, "axis": 1, "name": NAME }""");
            yield return (Layer($$"""{ "type": "flatten", "inputs": {{Json([found])}}, "name": NAME }"""), Tokens * units);
        }

        if (_random.Next(2) == 0)
        {
            string numbers = Layer("""{ "type": "cast", "inputs": ["tokens"], "to": "float", "name": NAME }""");
            yield return (numbers, Tokens);
        }

        if (_hasFormulas)
        {
            yield return (Typed(), Tokens);
        }
    }

    /// <summary>Formulas of whole numbers and truth values over the tokens, constants and conditions, and floats in the end.</summary>
    private string Typed()
    {
        string constant = Layer($$"""{ "type": "constant", "values": [{{_random.Next(1, 5)}}, {{_random.Next(1, 5)}}, {{_random.Next(1, 5)}}], "element_type": "long", "name": NAME }""");
        string wide = Layer("""{ "type": "cast", "inputs": ["tokens"], "to": "long", "name": NAME }""");
        string[] sums = ["t * t + c", "t << c ^ t", "max(t, c) * min(t, 2)", "t > c ? t : -c", "t % c - 7", "mod(-t, c)", "t / c + abs(t - 3)", "pow(t, c) & 255"];
        string sum = Layer($$"""{ "type": "expression", "inputs": {{Json([wide, constant])}}, "formula": "{{Named(sums[_random.Next(_divides ? sums.Length : 4)], ("t", wide), ("c", constant))}}", "name": NAME }""");
        string[] conditions = ["s > 2 && t != 3", "!(s <= t) || t == 0", "s % 2 == 0", "(s > 0) != (t > 1)"];
        string condition = Layer($$"""{ "type": "expression", "inputs": {{Json([sum, wide])}}, "formula": "{{Named(conditions[_random.Next(conditions.Length)], ("s", sum), ("t", wide))}}", "name": NAME }""");
        string scale = Layer($$"""{ "type": "constant", "values": {{Number(0)}}, "name": NAME }""");
        return Layer($$"""{ "type": "expression", "inputs": {{Json([condition, sum, scale])}}, "formula": "{{Named("m ? tanh(float(s) * k) : k - 0.25 * m", ("m", condition), ("s", sum), ("k", scale))}}", "name": NAME }""");
    }

    private static string Named(string formula, params (string Short, string Name)[] names) =>
        names.Aggregate(formula, (text, name) => System.Text.RegularExpressions.Regex.Replace(text, $"\\b{name.Short}\\b", name.Name));

    /// <summary>A layer that selects or adds up some values of a list.</summary>
    private (string Name, int Size) Selected(string source, int size)
    {
        switch (_random.Next(3))
        {
            case 0:
                int count = _random.Next(1, size + 1);
                string values = $"top{_next}";
                Layer($$"""{ "type": "top_k", "inputs": {{Json([source])}}, "count": {{count}}, "largest": {{(_random.Next(2) == 0 ? "true" : "false")}}, "outputs": ["{{values}}", "{{values}}_at"], "name": NAME }""");
                return (values, count);
            case 1 when size >= Count:
                string updates = Layer($$"""{ "type": "slice", "inputs": {{Json([source])}}, "end": {{Tokens}}, "name": NAME }""");
                return (Layer($$"""{ "type": "scatter", "inputs": {{Json([source, "tokens", updates])}}, "add": {{(_random.Next(2) == 0 ? "true" : "false")}}, "name": NAME }"""), size);
            default:
                return (Layer($$"""{ "type": "cumulative_sum", "inputs": {{Json([source])}}, "exclusive": {{(_random.Next(2) == 0 ? "true" : "false")}}, "reverse": {{(_random.Next(2) == 0 ? "true" : "false")}}, "name": NAME }"""), size);
        }
    }

    private static string Json(string[] names) => $"[{string.Join(", ", names.Select(name => $"\"{name}\""))}]";

    private (string Name, int Size) Dense(string source, int size, bool isLarge)
    {
        int units = _random.Next(1, isLarge ? 40 : 4);
        StringBuilder rows = new();
        for (int unit = 0; unit < units; unit++)
        {
            rows.Append(unit == 0 ? "[" : ", [").AppendJoin(", ", Enumerable.Range(0, size).Select(_ => Number(0.1))).Append(']');
        }

        string bias = string.Join(", ", Enumerable.Range(0, units).Select(_ => Number(0)));
        string activation = Activations[_random.Next(Activations.Length)];
        return (Layer($$"""{ "type": "dense", "inputs": {{Json([source])}}, "name": NAME, "weights": [{{rows}}], "bias": [{{bias}}], "activation": "{{activation}}" }"""), units);
    }

    private string Number(double zeros) => _random.NextDouble() < zeros ? "0" : ((2 * _random.NextDouble()) - 1).ToString("F3", CultureInfo.InvariantCulture);

    private string Layer(string text)
    {
        string name = $"layer{_next++}";
        _layers.Add(text.Replace("NAME", $"\"{name}\"", StringComparison.Ordinal));
        return name;
    }
}
