using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>A declared layer in its surroundings: what its kind needs to check it and to append its operations.</summary>
/// <param name="graph">The network so far.</param>
/// <param name="declaration">The layer.</param>
/// <param name="name">The name that messages and code use.</param>
/// <param name="place">Where it is declared.</param>
/// <param name="inputs">The tensors it reads.</param>
internal sealed partial class LayerBinding(GraphBuilder graph, LayerDeclaration declaration, string name, Place place, int[] inputs)
{
    private readonly Dictionary<string, object?> _words = new(StringComparer.Ordinal);
    private readonly FileTensors _fileTensors = new(graph, declaration, name, place);
    private readonly ValueChecker _values = new(graph.Precision, graph.Problems);

    /// <summary>The layer that is declared next and reads this one; null when there is none such.</summary>
    public LayerDeclaration? Next { get; init; }

    /// <summary>Whether the first axis of what the layer computes are the channels of an image, a volume or a sequence.</summary>
    public bool IsSpatial { get; init; }

    /// <summary>The type of the elements that the layer computes, where it does not say another.</summary>
    public ElementType Elements { get; init; }

    /// <summary>The name that messages and code use.</summary>
    public string Name => name;

    /// <summary>The type of the layer.</summary>
    public string Type => declaration.Type ?? "";

    /// <summary>Where the layer is declared.</summary>
    public Place Place => place;

    /// <summary>The tensors it reads.</summary>
    public IReadOnlyList<int> Inputs => inputs;

    /// <summary>The names by which the declaration says what it reads; null where it reads the layer before.</summary>
    public EquatableArray<string>? SourceNames => declaration.Sources;

    /// <summary>The size of the first tensor it reads; null when a mistake before it hides that.</summary>
    public int? InputSize => graph.SizeOf(inputs[0]);

    /// <summary>The shape of the first tensor it reads; null when a mistake before it hides that.</summary>
    public Shape? InputShape => graph.ShapeOf(inputs[0]);

    /// <summary>The size of the last axis of the first tensor it reads; null when a mistake before it hides that.</summary>
    public int? InputFeatures => InputShape?.Features;

    /// <summary>The name of the first tensor it reads.</summary>
    public string InputName => graph.NameOf(inputs[0]);

    /// <summary>The size of a tensor; null when a mistake before it hides that.</summary>
    public int? SizeOf(int tensor) => graph.SizeOf(tensor);

    /// <summary>The shape of a tensor; null when a mistake before it hides that.</summary>
    public Shape? ShapeOf(int tensor) => graph.ShapeOf(tensor);

    /// <summary>What the elements of a tensor are.</summary>
    public ElementType TypeOf(int tensor) => graph.TypeOf(tensor);

    /// <summary>The name of a tensor.</summary>
    public string NameOf(int tensor) => graph.NameOf(tensor);

    /// <summary>Whether training finds values that are not given.</summary>
    public bool IsTrainable => graph.IsTrainable;

    /// <summary>Whether training sets normalisations without numbers from the values of the one input.</summary>
    public bool LearnsNormalization => graph.IsTrainable && graph.InputCount == 1;

    /// <summary>Whether training may find values that are not given; also when a mistake hides that.</summary>
    public bool MayBeTrainable => graph.MayBeTrainable;

    /// <summary>The order in which layers that do not say it themselves give their weights; null when a mistake hides it.</summary>
    public WeightLayout? DefaultLayout => graph.Layout;

    /// <summary>Numbers that become a part of the network.</summary>
    public NetworkNumbers Own(NumberArray values) => graph.Own(values);

    /// <summary>What the declaration says of the layer beside its name and what it reads.</summary>
    public EquatableArray<LayerArgument> Arguments => declaration.Arguments;

    /// <summary>The value of an argument, or null when it was left out.</summary>
    /// <remarks>What a layer with a name leaves out it takes from the network's file of weights, by PyTorch's names.</remarks>
    public DeclaredValue? Find(string argument) => declaration.Find(argument) switch
    {
        null or DeclaredTensorName => _fileTensors.Find(argument),
        { } written => written,
    };

    /// <summary>Whether the declaration itself has an argument.</summary>
    public bool IsWritten(string argument) => declaration.Find(argument) is not (null or DeclaredTensorName);

    /// <summary>Says of an argument that is needed that it was left out, or that the file of weights has no such tensor.</summary>
    /// <param name="argument">The argument's name.</param>
    /// <param name="where">Where.</param>
    public void ReportMissing(string argument, Place where)
    {
        if (!_fileTensors.ReportMissing(argument, where))
        {
            Report(WeightRules.MissingValues, where, name, Type, Spell(argument));
        }
    }

    /// <summary>An argument as the layer's source spells it, for messages.</summary>
    public string Spell(string argument) => Texts.Key(place.Source, argument);

    /// <summary>A number as the generated code holds it.</summary>
    public double Round(double value) => graph.Precision == Precision.Single ? (float)value : value;

    /// <summary>The distance of 1 to the next number of the network's precision.</summary>
    public double MachineEpsilon => graph.Precision == Precision.Single ? 1.1920929e-7 : 2.220446049250313e-16;

    /// <summary>What to add to bounds that a number meets or misses because of its rounding.</summary>
    public string PrecisionWords => graph.Precision == Precision.Single ? " in single precision" : "";

    /// <summary>Notes where the row of weights of each unit stands.</summary>
    public void NoteRows(Func<int, Place> rows) => graph.Rows[name] = rows;

    /// <summary>Notes a problem of this layer.</summary>
    public void Report(Rule rule, Place where, params object?[] arguments) => graph.Problems.Report(rule, where, arguments);

    /// <summary>Binds the activation of this layer and appends it, unless it is linear and follows an operation of the layer.</summary>
    /// <param name="shape">The shape of the tensor it is applied to; null when that is hidden by a mistake.</param>
    /// <param name="input">The tensor it is applied to.</param>
    /// <param name="channelAxis">The axis along which values have slopes of their own.</param>
    public void AppendActivation(Shape? shape, int input, int channelAxis = 0)
    {
        DeclaredActivation declared = Find("activation") as DeclaredActivation ?? new DeclaredActivation("linear");
        if (declared is { Name: "prelu", Slopes: null } && Type == "activation" && Find("weights") is DeclaredTensor { Values: var slopes })
        {
            declared = declared with { Slopes = slopes };
        }

        ActivationFunction? function = ActivationBinder.Bind(declared, shape, channelAxis, name, place.Key("activation"), graph);
        if (function is { IsIdentity: true } && input == graph.Last && Inputs[0] != input)
        {
            return;
        }

        if (function is SoftmaxFunction softmax && shape is { Rank: > 1 })
        {
            AppendSoftmax(softmax, shape, input);
            return;
        }

        Append(shape, function is null ? null : output => new ActivationOperation(name, Of(input), output, function));
    }

    /// <summary>The function that an argument declares; null after a problem.</summary>
    /// <param name="declared">What is declared.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="shape">The shape of what it is applied to; null when that is hidden by a mistake.</param>
    public ActivationFunction? Function(DeclaredActivation declared, string argument, Shape? shape) =>
        ActivationBinder.Bind(declared, shape, 0, name, place.Key(argument), graph);

    /// <summary>Softmax over the last axis: of images nobody means that.</summary>
    private void AppendSoftmax(SoftmaxFunction function, Shape shape, int input)
    {
        if (IsSpatial)
        {
            Report(ShapeRules.SpatialSoftmax, place.Key("activation"), function.Name, name, shape);
            Append(shape, null);
            return;
        }

        Append(shape, output => new SoftmaxOperation(name, Of(input), output, function, shape.Size / shape.Features, shape.Features, 1));
    }

    /// <summary>Appends an operation that computes a list of values, or, after a problem, just the tensor that it would have computed.</summary>
    /// <param name="size">The number of values; null when that is hidden by a mistake.</param>
    /// <param name="create">Makes the operation, given the index of that tensor; null after a problem.</param>
    /// <returns>The index of the tensor.</returns>
    public int Append(long? size, Func<int, Operation>? create) =>
        Append(size is null ? null : Shape.Vector((int)Math.Min(size.Value, int.MaxValue)), create);

    /// <summary>Whether a name is that of the input or of a layer so far.</summary>
    public bool IsTaken(string other) => other == name || graph.TryFind(other, out _);

    /// <summary>Appends the operation of one of several outputs, which later layers read by a name of its own.</summary>
    /// <param name="part">The output's name.</param>
    /// <param name="shape">The shape of its tensor; null when that is hidden by a mistake.</param>
    /// <param name="create">Makes the operation, given the index of the tensor; null after a problem.</param>
    /// <param name="type">What the tensor's elements are.</param>
    public void AppendPart(string part, Shape? shape, Func<int, Operation>? create, ElementType type = ElementType.Float) =>
        graph.AppendPart(name, part, shape, create, type);

    /// <summary>Appends an operation, or, after a problem, just the tensor that it would have computed.</summary>
    /// <param name="shape">The shape of the tensor it computes; null when that is hidden by a mistake.</param>
    /// <param name="create">Makes the operation, given the index of that tensor; null after a problem.</param>
    /// <param name="type">What the tensor's elements are.</param>
    /// <returns>The index of the tensor.</returns>
    public int Append(Shape? shape, Func<int, Operation>? create, ElementType? type = null)
    {
        if (shape?.Count > Tensor.MostValues)
        {
            if (create is not null)
            {
                Report(ShapeRules.TooLarge, place, $"Layer '{name}'", shape.Count, Tensor.MostValues);
            }

            return graph.Append(name, null, null, type ?? Elements);
        }

        return graph.Append(name, shape, create, type ?? Elements);
    }

    /// <summary>The tensors that the layer reads, for an operation.</summary>
    public EquatableArray<int> Sources => new([.. inputs]);

    /// <summary>One tensor, for an operation.</summary>
    public static EquatableArray<int> Of(int tensor) => new([tensor]);
}
