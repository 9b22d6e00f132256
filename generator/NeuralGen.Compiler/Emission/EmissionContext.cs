using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Repeats;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission;

/// <summary>What all writers of one network's members share.</summary>
internal sealed class EmissionContext
{
    /// <summary>Up to here <c>Predict</c> has a parameter per input.</summary>
    public const int MostNamedInputs = 16;

    /// <summary>Up to here the values between layers are on the stack; above, in memory that is rented or the caller's.</summary>
    public const int MostStackBytes = MemoryPlan.MostStackBytes;

    private readonly EmissionContext? _outer;
    private int _textRoom;

    /// <summary>Collects what the writers need.</summary>
    /// <param name="model">The network.</param>
    /// <param name="platform">What the project offers.</param>
    /// <param name="textRoom">How many characters of the assembly's text the numbers can take.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public EmissionContext(NetworkModel model, TargetPlatform platform, int textRoom, CancellationToken cancellationToken)
        : this(model, platform, new SourceWriter(), cancellationToken) => _textRoom = textRoom;

    /// <summary>Collects what the writers of a network within another one need.</summary>
    /// <param name="model">The network.</param>
    /// <param name="outer">What the writers of the other one share.</param>
    public EmissionContext(NetworkModel model, EmissionContext outer)
        : this(model, outer.Platform, outer.Writer, outer.CancellationToken) => _outer = outer;

    private EmissionContext(NetworkModel model, TargetPlatform platform, SourceWriter writer, CancellationToken cancellationToken)
    {
        CancellationToken = cancellationToken;
        Target = model.Target;
        Signature = model.Signature;
        Platform = platform;
        Arithmetic = new Arithmetic(model.Signature.Precision, platform);
        Writer = writer;
        Bodies = new RepeatedBodies(this);
        Windows = new SpatialWindows(Writer);
        Stored = new StoredTensors(this);
        Constants = new ConstantTensors(this);
        Layout = model.Network is { } network ? new ParameterLayout(network) : null;
        Storage = new Storage(!IsTrainable, IsTrainable ? Layout : null, (ParametersField, StatisticsField), ReadOnlySpan);
        Numbers = Storage.Layout is { } stored ? new NumberSource(stored) : NumberSource.Constants;
        Inputs = PortSpan.Inputs(Signature, TypeOf);
        Outputs = PortSpan.Outputs(Signature, TypeOf, Inputs);
        States = StateSpan.Of(Signature, TypeOf, Inputs.Concat(Outputs));
        AllInputs = [.. Inputs, .. States.Select(state => state.Input)];
        AllOutputs = [.. Outputs, .. States.Select(state => state.Output)];
        string[] named = [.. model.Signature.InputNames.Select(Identifier.Parameter).Distinct()];
        InputParameters = named.Length == model.Signature.InputSize && named.Length > 0
            ? named
            : [.. Enumerable.Range(0, Math.Min(model.Signature.InputSize, MostNamedInputs + 1)).Select(i => $"input{Literal.Integer(i)}")];
    }

    /// <summary>How many characters of the assembly's text are left for numbers.</summary>
    public int TextRoom => _outer?.TextRoom ?? _textRoom;

    /// <summary>The type that the members join.</summary>
    public TargetType Target { get; }

    /// <summary>Stops the writing.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>What callers see.</summary>
    public NetworkSignature Signature { get; }

    /// <summary>What the project offers.</summary>
    public TargetPlatform Platform { get; }

    /// <summary>How numbers are written.</summary>
    public Arithmetic Arithmetic { get; }

    /// <summary>Where to write.</summary>
    public SourceWriter Writer { get; }

    /// <summary>Collects the windows of convolutions and pools.</summary>
    public SpatialWindows Windows { get; }

    /// <summary>The tensors that go in.</summary>
    public IReadOnlyList<PortSpan> Inputs { get; }

    /// <summary>The tensors that come out.</summary>
    public IReadOnlyList<PortSpan> Outputs { get; }

    /// <summary>What is kept from call to call.</summary>
    public IReadOnlyList<StateSpan> States { get; }

    /// <summary>The tensors that go in, with what was kept from the call before.</summary>
    public IReadOnlyList<PortSpan> AllInputs { get; }

    /// <summary>The tensors that come out, with what is kept for the next call.</summary>
    public IReadOnlyList<PortSpan> AllOutputs { get; }

    /// <summary>The last parameter of methods of a network that keeps something.</summary>
    public string StateParameter => Signature.HasState ? $", {GeneratedNames.State} state" : "";

    /// <summary>The last argument of calls of such methods.</summary>
    public string StateArgument => Signature.HasState ? ", state" : "";

    /// <summary>The inputs of one sample as parameters.</summary>
    public string InputSpans => string.Join(", ", Inputs.Select(input => $"{input.ReadOnlySpan} {input.Parameter}"));

    /// <summary>The inputs of many samples as parameters.</summary>
    public string InputBatches => string.Join(", ", Inputs.Select(input => $"{input.ReadOnlySpan} {input.Samples}"));

    /// <summary>The same within the nested class.</summary>
    public string InnerInputs => string.Join(", ", Inputs.Select(input => $"{input.ReadOnlySpan} {input.Inner}"));

    /// <summary>The names of the inputs of the samples that are computed together, as arguments.</summary>
    public string SomeInputs => string.Join(", ", Inputs.Select(input => input.Some));

    /// <summary>Collects the networks that layers repeat.</summary>
    public RepeatedBodies Bodies { get; }

    /// <summary>Collects the resources that numbers are read from.</summary>
    public StoredTensors Stored { get; }

    /// <summary>Collects the values of constant tensors.</summary>
    public ConstantTensors Constants { get; }

    /// <summary>The names of the inputs as parameters; not all of them beyond <see cref="MostNamedInputs"/>.</summary>
    public IReadOnlyList<string> InputParameters { get; }

    /// <summary>Whether the members are those of an instance, which owns its parameters.</summary>
    public bool IsTrainable => Signature.IsTrainable;

    /// <summary>Whether there are members that compute the loss and derivatives.</summary>
    public bool HasGradients => IsTrainable || (Signature.HasGradients ?? Platform.HasGradients);

    /// <summary>Whether there are members that take many samples at once.</summary>
    public bool HasBatches => Signature.HasBatches && Inputs.Count > 0;

    /// <summary>Where the numbers of the network lie; null for a broken network.</summary>
    public ParameterLayout? Layout { get; }

    /// <summary>Where the numbers of the network are while it computes.</summary>
    public Storage Storage { get; }

    /// <summary>How single nodes get at the numbers of the network.</summary>
    public NumberSource Numbers { get; }

    /// <summary>The field with the parameters of a trainable network.</summary>
    public string ParametersField => Free(GeneratedNames.ParametersField);

    /// <summary>The field with the statistics of a trainable network.</summary>
    public string StatisticsField => Free(GeneratedNames.StatisticsField);

    /// <summary>The field that says whether statistics have still to be learned.</summary>
    public string NeedsField => Free(GeneratedNames.NeedsField);

    /// <summary>The nested class with a method per layer.</summary>
    public string LayersType => Free(GeneratedNames.Layers);

    /// <summary>The member that holds the parameters where the property alone cannot.</summary>
    public string ParametersData => Free(GeneratedNames.ParametersData);

    /// <summary>The field with the inputs' names.</summary>
    public string InputTexts => Free(GeneratedNames.InputTexts);

    /// <summary>The field with the outputs' names.</summary>
    public string OutputTexts => Free(GeneratedNames.OutputTexts);

    /// <summary>The field with the labels' texts.</summary>
    public string LabelTexts => Free(GeneratedNames.LabelTexts);

    /// <summary>The type of number.</summary>
    public string Type => Arithmetic.Type;

    /// <summary>A span that is read.</summary>
    public string ReadOnlySpan => $"global::System.ReadOnlySpan<{Type}>";

    /// <summary>A span that is written.</summary>
    public string Span => $"global::System.Span<{Type}>";

    /// <summary>Whether <c>Predict</c> with a parameter per input exists.</summary>
    public bool HasNamedPredict => Signature.OutputSize == 1 && Signature.InputSize is > 0 and <= MostNamedInputs;

    /// <summary>The inputs in words: their names or their number.</summary>
    public string InputWords => Signature.Inputs.Count == 1 ? Words("input", Signature.InputNames, Signature.InputSize) : Words("input", Signature.Inputs);

    /// <summary>The outputs in words: their names or their number.</summary>
    public string OutputWords => Signature.Outputs.Count == 1 ? Words("output", Signature.OutputNames, Signature.OutputSize) : Words("output", Signature.Outputs);

    /// <summary>A count with its noun.</summary>
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{Literal.Integer(count)} {noun}s";

    /// <summary>Takes from what is left of the assembly's text.</summary>
    /// <param name="characters">How many characters.</param>
    public void TakeText(int characters)
    {
        _textRoom -= characters;
        _outer?.TakeText(characters);
    }

    /// <summary>Writes the check of a span's length at a method's entry: one line, and an empty one behind the last check.</summary>
    /// <param name="span">The span.</param>
    /// <param name="size">The length that it must have.</param>
    /// <param name="isOptional">Whether it may be empty too.</param>
    public void CheckLength(string span, string size, bool isOptional = false) =>
        Writer.Entry($"if ({(isOptional ? $"{span}.Length != 0 && " : "")}{span}.Length != {size}) global::NeuralGen.SpanLength.Throw(nameof({span}), {span}.Length, {size});");

    /// <summary>Writes the documentation of the inputs of one sample.</summary>
    public void WriteInputs()
    {
        foreach (PortSpan input in Inputs)
        {
            Writer.Line($"/// <param name=\"{input.PlainParameter}\">{(Signature.IsSingle ? InputWords : $"{(input.Port.Shape is { Rank: 0 } ? "The value" : "The values")} of '{Literal.Xml(input.Port.Name)}'{(input.Port.Shape is { Rank: 0 } ? "" : $", {input.Port.Shape}")}")}.</param>");
        }
    }

    /// <summary>Writes the documentation of the state.</summary>
    public void WriteStateParameter()
    {
        if (Signature.HasState)
        {
            Writer.Line("/// <param name=\"state\">What is kept from call to call.</param>");
        }
    }

    /// <summary>Writes the documentation of the inputs of many samples.</summary>
    public void WriteInputBatches()
    {
        foreach (PortSpan input in Inputs)
        {
            Writer.Line($"/// <param name=\"{input.Samples.TrimStart('@')}\"><see cref=\"{input.SizeConstant}\"/> values per sample, one sample behind the other.</param>");
        }
    }

    /// <summary>Writes the checks of the inputs of one sample.</summary>
    public void CheckInputs()
    {
        foreach (PortSpan input in Inputs)
        {
            CheckLength(input.Parameter, input.SizeConstant);
        }
    }

    /// <summary>Writes the checks of the inputs of many samples.</summary>
    /// <param name="samples">The variable that holds how many there are.</param>
    public void CheckInputBatches(string samples)
    {
        foreach (PortSpan input in Inputs)
        {
            CheckLength(input.Samples, $"{samples} * {input.SizeConstant}");
        }
    }

    /// <summary>Writes the local variables through which the nodes of a trainable network get at its numbers.</summary>
    public void WriteStorageLocals()
    {
        foreach (string local in Storage.Locals)
        {
            Writer.Line(local);
        }
    }

    /// <summary>A local variable of a public member: the name wanted, unless a tensor has it.</summary>
    public string Local(string name) => new NameScope([.. Inputs.Concat(Outputs).Select(port => port.Parameter)]).Declare(name);

    /// <summary>A name like the one wanted that the type of the user's leaves free.</summary>
    public string Free(string name) => GeneratedNames.Forms(name).First(form => !Target.OwnNames.Contains(form));

    /// <summary>The type of an element.</summary>
    public string TypeOf(ElementType type) => Arithmetic.TypeOf(type);

    /// <summary>A span of elements that is read.</summary>
    public string ReadOnlySpanOf(ElementType type) => $"global::System.ReadOnlySpan<{TypeOf(type)}>";

    /// <summary>A span of elements that is written.</summary>
    public string SpanOf(ElementType type) => $"global::System.Span<{TypeOf(type)}>";

    private static string Words(string noun, EquatableArray<Port> ports) =>
        $"{Count(ports.Count, noun)}: {string.Join(", ", ports.Select(port => $"{Literal.Xml(port.Name)}{(port.Shape is { Rank: 0 } ? "" : $" {port.Shape}")}"))}";

    private static string Words(string noun, EquatableArray<string> names, int size) =>
        names.Count is > 0 and <= MostNamedInputs
            ? $"{Count(size, noun)}: {string.Join(", ", names.Select(Literal.Xml))}"
            : Count(size, noun);
}
