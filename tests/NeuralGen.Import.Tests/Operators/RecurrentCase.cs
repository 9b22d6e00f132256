using Google.Protobuf;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>A model of one recurrent node whose attributes and inputs are random, with an input for it.</summary>
internal sealed class RecurrentCase
{
    public const int Steps = 5;
    public const int Features = 3;
    public const int Units = 4;

    private static readonly string[] Names = ["RNN", "GRU", "LSTM"];
    private static readonly string[] DirectionNames = ["forward", "reverse", "bidirectional"];

    /// <summary>The functions of the standard, with the arguments that they have where the lists are left out; the last one has none then.</summary>
    private static readonly (string Name, float[] Arguments)[] Functions =
    [
        ("Tanh", []), ("Sigmoid", []), ("Relu", []), ("Softsign", []), ("Softplus", []),
        ("LeakyRelu", [0.01f]), ("ThresholdedRelu", [1]), ("Elu", [1]), ("HardSigmoid", [0.2f, 0.5f]), ("Affine", [1, 0]), ("ScaledTanh", [1, 1]),
    ];

    private readonly Random _random;
    private readonly List<(string Input, string Value)> _inputs = [];

    /// <summary>Makes the case of a number: the operator, its direction, the kind of lengths and the batch go by it, everything else is random.</summary>
    public RecurrentCase(int seed)
    {
        _random = new Random(seed);
        Name = Names[seed % 3];
        Direction = DirectionNames[seed / 3 % 3];
        AreLengthsKnown = seed / 9 % 3 == 1;
        AreLengthsOpen = seed / 9 % 3 == 2;
        Batch = seed / 27 % 2 == 0 ? 1 : 3;
        IsBatchFirst = _random.Next(4) == 0;
        Clip = _random.Next(3) == 0 ? 0.6f : 0;
        IsFlagSet = _random.Next(2) == 0;
        AreWeightsKnown = _random.Next(6) > 0;
        X = Numbers(Steps * Batch * Features, 2);
        W = Numbers(Directions * Sums * Features, 0.7);
        R = Numbers(Directions * Sums * Units, 0.7);
        B = _random.Next(4) > 0 ? Numbers(Directions * 2 * Sums, 0.5) : null;
        Hidden = _random.Next(2) == 0 ? Numbers(Directions * Batch * Units, 1) : null;
        Cell = Name == "LSTM" && _random.Next(2) == 0 ? Numbers(Directions * Batch * Units, 1) : null;
        Peepholes = Name == "LSTM" && _random.Next(2) == 0 ? Numbers(Directions * 3 * Units, 0.5) : null;
        Lengths = [.. Enumerable.Range(0, Batch).Select(_ => AreLengthsKnown || AreLengthsOpen ? _random.Next(Steps + 1) : Steps)];
        AreActivationsNamed = _random.Next(4) > 0;
        HasArguments = _random.Next(4) > 0;
        Activations = Named(_random.Next(2) == 0);
        Build();
    }

    public string Name { get; }

    public string Direction { get; }

    public bool AreLengthsKnown { get; }

    public bool AreLengthsOpen { get; }

    public int Batch { get; }

    public bool IsBatchFirst { get; }

    public double Clip { get; }

    /// <summary><c>input_forget</c> of an LSTM, <c>linear_before_reset</c> of a GRU.</summary>
    public bool IsFlagSet { get; }

    public bool AreWeightsKnown { get; }

    public bool AreActivationsNamed { get; }

    /// <summary>Whether the lists of arguments are there.</summary>
    public bool HasArguments { get; }

    public float[] X { get; }

    public float[] W { get; }

    public float[] R { get; }

    public float[]? B { get; }

    public float[]? Hidden { get; }

    public float[]? Cell { get; }

    public float[]? Peepholes { get; }

    public int[] Lengths { get; }

    /// <summary>The functions of the gates and states, direction by direction, with their arguments.</summary>
    public (string Function, float[] Arguments)[] Activations { get; }

    public int Gates => Name switch { "LSTM" => 4, "GRU" => 3, _ => 1 };

    public int Directions => Direction == "bidirectional" ? 2 : 1;

    public int Sums => Gates * Units;

    /// <summary>The model.</summary>
    public ModelBuilder Model { get; } = new ModelBuilder(opset: 14);

    /// <summary>The values of its inputs.</summary>
    public List<Literal> Inputs { get; } = [];

    /// <summary>A list of 32-bit numbers.</summary>
    public static TensorProto Integers(string name, params int[] values)
    {
        TensorProto tensor = new() { Name = name, DataType = (int)ElementKind.Int32 };
        tensor.Dims.Add(values.Length);
        tensor.Int32Data.AddRange(values);
        return tensor;
    }

    /// <summary>An attribute of texts.</summary>
    public static AttributeProto Texts(string name, params string[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = 8 };
        attribute.Strings.AddRange(values.Select(ByteString.CopyFromUtf8));
        return attribute;
    }

    /// <summary>What failures call it.</summary>
    public override string ToString() =>
        $"{Name} {Direction}, batch {Batch}, lengths {string.Join(' ', Lengths)} {(AreLengthsOpen ? "as data" : "")}, layout {(IsBatchFirst ? 1 : 0)}, clip {Clip}, flag {IsFlagSet}, weights {AreWeightsKnown}, peepholes {Peepholes is not null}, cell {Cell is not null}, bias {B is not null}, arguments {HasArguments}, hidden {Hidden is not null}, {string.Join(' ', Activations.Select(activation => activation.Function))}";

    /// <summary>The functions, for both directions the same or others.</summary>
    private (string Function, float[] Arguments)[] Named(bool areAlike)
    {
        string[] absent = Name == "RNN" ? ["Tanh"] : Name == "GRU" ? ["Sigmoid", "Tanh"] : ["Sigmoid", "Tanh", "Tanh"];
        (string, float[])[] Some() => [.. absent.Select(_ =>
        {
            (string function, float[] defaults) = Functions[_random.Next(HasArguments ? Functions.Length : Functions.Length - 1)];
            return (function, HasArguments ? Numbers(defaults.Length, 0.9) : defaults);
        })];
        (string, float[])[] first = AreActivationsNamed ? Some() : [.. absent.Select(function => (function, Array.Empty<float>()))];
        return Directions == 1 ? first : [.. first, .. areAlike || !AreActivationsNamed ? first : Some()];
    }

    private void Build()
    {
        Add("x", "X", X, IsBatchFirst ? [Batch, Steps, Features] : [Steps, Batch, Features], isKnown: false);
        Add("w", "W", W, [Directions, Sums, Features], AreWeightsKnown);
        Add("r", "R", R, [Directions, Sums, Units], AreWeightsKnown);
        Add("b", "B", B, [Directions, 2 * Sums]);
        if (AreLengthsOpen)
        {
            Model.Input("lengths", ElementKind.Int32, Batch);
            Inputs.Add(Literal.Of(ElementKind.Int32, [Batch], Array.ConvertAll(Lengths, length => (long)length)));
        }
        else if (AreLengthsKnown)
        {
            Model.Tensor(Integers("lengths", Lengths));
        }

        int[] state = IsBatchFirst ? [Batch, Directions, Units] : [Directions, Batch, Units];
        _inputs.Add(("lengths", AreLengthsKnown || AreLengthsOpen ? "lengths" : ""));
        Add("h", "initial_h", Hidden, state, isKnown: _random.Next(2) == 0);
        if (Name == "LSTM")
        {
            Add("c", "initial_c", Cell, state, isKnown: _random.Next(2) == 0);
            Add("p", "P", Peepholes, [Directions, 3 * Units]);
        }

        string[] outputs = Name == "LSTM" ? ["y", "yh", "yc"] : ["y", "yh"];
        Model.Node(Name, "node", [.. _inputs.Select(input => input.Value)], outputs, [.. Attributes()]);
        foreach (string output in outputs)
        {
            Model.Output(output);
        }
    }

    private IEnumerable<AttributeProto> Attributes()
    {
        yield return ModelBuilder.Attribute("hidden_size", Units);
        yield return new AttributeProto { Name = "direction", S = ByteString.CopyFromUtf8(Direction), Type = 3 };
        if (AreActivationsNamed)
        {
            yield return Texts("activations", [.. Activations.Select(activation => activation.Function)]);
        }

        foreach (int argument in (int[])[0, 1])
        {
            AttributeProto list = new() { Name = argument == 0 ? "activation_alpha" : "activation_beta", Type = 6 };
            list.Floats.AddRange(Activations.Where(activation => activation.Arguments.Length > argument).Select(activation => activation.Arguments[argument]));
            if (list.Floats.Count > 0 && HasArguments)
            {
                yield return list;
            }
        }

        if (Clip > 0)
        {
            yield return ModelBuilder.Attribute("clip", (float)Clip);
        }

        if (IsFlagSet && Name != "RNN")
        {
            yield return ModelBuilder.Attribute(Name == "GRU" ? "linear_before_reset" : "input_forget", 1);
        }

        if (IsBatchFirst)
        {
            yield return ModelBuilder.Attribute("layout", 1);
        }
    }

    private void Add(string name, string input, float[]? values, int[] shape, bool isKnown = true)
    {
        _inputs.Add((input, values is null ? "" : name));
        if (values is not null && isKnown)
        {
            Model.Tensor(name, shape, values);
        }
        else if (values is not null)
        {
            Model.Input(name, [.. shape.Select(size => (object)size)]);
            Inputs.Add(Literal.Of(ElementKind.Float, shape, Array.ConvertAll(values, value => (double)value)));
        }
    }

    private float[] Numbers(int count, double largest) => [.. Enumerable.Range(0, count).Select(_ => (float)(((2 * _random.NextDouble()) - 1) * largest))];
}
