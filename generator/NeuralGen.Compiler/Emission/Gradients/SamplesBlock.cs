using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>
/// The body of a method that goes through the layers for a number of samples at a time, forward or backward, with the values of each
/// layer in a span.
/// </summary>
internal sealed class SamplesBlock
{
    /// <summary>The variables that loops use; no span may have their names.</summary>
    public static readonly string[] Reserved =
    [
        "parameters", "statistics", "inputs", "targets", "weights", "values", "deltas", "gradient", "jacobian", "samples", "seed", "first",
        "isFirst", "sample", "i", "x", "y", "delta", "input", "output", "inputDelta", "sum", "dot", "mean", "max", "squares", "deviation", "root", "scale", "normal",
        "gamma", "beta", "variance", "slopes", "difference", "logSum", "cumulative", "density", "square", "tanh", "slope", "half", "divisor",
        "sigmoid", "channel", "row", "start", "j", "k", "l", "m", "n", "o", "p", "gammaGradient", "betaGradient", "slopeGradient", "meanDelta", "meanProduct", "weighted", "matrix", "left", "right", "leftDelta", "rightDelta", "min", "product", "shift", "r", "s", "t", "u", "v", "w", "q", "z", "share", "ties", "zeros", "outputDelta", "part", "term", "value", "positions",
    ];

    private readonly EmissionContext _context;
    private readonly ConstantData _data;
    private readonly PackedForBatches _packed;
    private readonly Program _program;
    private readonly MemoryPlan _memory;
    private readonly Dictionary<string, string> _spans = new(StringComparer.Ordinal);
    private readonly TensorNames _tensors;
    private readonly NameScope _names = new(Reserved);
    private readonly HashSet<int> _met = [];

    /// <summary>The constants that are not floating-point numbers, which all samples read where they are.</summary>
    private readonly Dictionary<int, ConstantOperation> _constants;

    /// <summary>Begins a method.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The program of the gradients.</param>
    /// <param name="memory">Where the spans lie.</param>
    /// <param name="data">The constant data.</param>
    /// <param name="packed">The layers that are packed for samples.</param>
    public SamplesBlock(EmissionContext context, Program program, MemoryPlan memory, ConstantData data, PackedForBatches packed)
    {
        _context = context;
        _program = program;
        _memory = memory;
        _data = data;
        _packed = packed;
        _tensors = new TensorNames(program.Network);
        _constants = program.Network.Operations.OfType<ConstantOperation>().Where(constant => constant.Floats is null).ToDictionary(constant => constant.Output);
    }

    /// <summary>Where to write.</summary>
    public SourceWriter Writer => _context.Writer;

    /// <summary>How numbers are written.</summary>
    public Arithmetic Arithmetic => _context.Arithmetic;

    /// <summary>The type of number.</summary>
    public string Type => _context.Type;

    /// <summary>Whether the derivatives with respect to the parameters are wanted.</summary>
    public bool WantsParameters { get; init; } = true;

    /// <summary>Per tensor, whether the derivative with respect to it is wanted.</summary>
    public bool[] Wanted { get; init; } = [];

    /// <summary>The span with the derivatives with respect to an input, when they are wanted.</summary>
    public string InputDeltas(int tensor) => _program.Network.InputCount == 1 ? "jacobian" : $"{_context.Inputs[tensor].PlainParameter}_jacobian";

    /// <summary>The size of a tensor.</summary>
    public int Size(int tensor) => _program.Network.Tensors[tensor].Size;

    /// <summary>The span with the values of a tensor.</summary>
    public string Values(int tensor) => _constants.TryGetValue(tensor, out ConstantOperation? constant)
        ? _context.Constants.Span(constant)
        : _memory.Views.Root(tensor) is int root && root < _program.Network.InputCount
        ? _context.Inputs[root].Inner
        : Span($"values {Literal.Integer(_memory.Values[tensor])}", _tensors.Values(_memory.Values.LastAt(tensor)), "values", _memory.Values[tensor], Size(tensor));

    /// <summary>The span with the derivatives with respect to a tensor; null when nobody wants them.</summary>
    public string? Deltas(int tensor) =>
        !Wanted[tensor] ? null
        : tensor < _program.Network.InputCount ? InputDeltas(tensor)
        : Span($"deltas {Literal.Integer(_memory.Deltas[tensor])}", _tensors.Deltas(_memory.Deltas.LastAt(tensor)), "deltas", _memory.Deltas[tensor], Size(tensor));

    /// <summary>Declares the spans of some steps, before any loop.</summary>
    public void Declare(IEnumerable<Step> steps, bool withDeltas)
    {
        foreach (Step step in steps)
        {
            Values(step.Output);
            if (withDeltas)
            {
                Deltas(step.Output);
            }
        }

        Writer.Line();
    }

    /// <summary>How a derivative joins those that are there: it replaces what it was computed from, or is added.</summary>
    public string Join(int input, int output) => _memory.Deltas.AreShared(input, output) ? "=" : "+=";

    /// <summary>Numbers of the network as a span.</summary>
    /// <param name="operation">The operation that they belong to.</param>
    /// <param name="name">What they are.</param>
    /// <param name="values">The numbers.</param>
    public string Numbers(Operation operation, string name, NetworkNumbers values) =>
        Loops(operation, ["input"]).Reference(name, values);

    /// <summary>A dense layer packed for many samples; null where its numbers change or there are no vectors.</summary>
    public string? Packed(Step step) => _packed.IsPossible ? _packed.Field(step) : null;

    /// <summary>A field that holds what resizing takes along its axes.</summary>
    public string Resampling(ResampleOperation operation) => _context.Windows.Resampling(operation);

    /// <summary>A field that holds the window of a convolution or a pool.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="window">The window.</param>
    public string Window(string layer, Window window) => _context.Windows.Field(layer, window);

    /// <summary>A field that holds the positions that a layer takes its values from.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="table">The positions.</param>
    public string Positions(string layer, IndexTable table) => _context.Windows.Positions.Field(layer, table);

    /// <summary>The part of the gradient that belongs to some parameters.</summary>
    public string Gradient(NetworkNumbers values) =>
        $"gradient.Slice({Literal.Integer(_context.Layout!.ParameterOffset(values)!.Value)}, {Literal.Integer(values.Count)})";

    /// <summary>Whether no operation so far had these parameters; the others add to what it wrote.</summary>
    public bool IsFirst(NetworkNumbers values) => _met.Add(values.Id);

    /// <summary>The part of <see cref="LoopBlock"/> that writes one sample, from spans of the names given to the span <c>output</c>.</summary>
    public LoopBlock Loops(Operation operation, IReadOnlyList<string> inputs) =>
        new(Writer, Arithmetic, _data, inputs, "output", Identifier.Member(operation.Layer), _context.Storage.Layout, windows: _context.Windows, constants: _context.Constants, bodies: _context.Bodies);

    /// <summary>Opens a loop over all samples, with a span for the sample of each tensor named.</summary>
    /// <param name="spans">The spans: the name within the loop, that of all samples, the size of a sample.</param>
    public void OpenSamples(params (string Name, string All, int Size)[] spans)
    {
        Writer.Open("for (int sample = 0; sample < samples; sample++)");
        foreach ((string name, string all, int size) in spans)
        {
            if (_constants.Values.FirstOrDefault(candidate => all == _context.Constants.Span(candidate)) is { } constant)
            {
                Writer.Line($"{_context.ReadOnlySpanOf(constant.Type)} {name} = {all};");
                continue;
            }

            string length = Literal.Integer(size);
            Writer.Line($"{(_context.Inputs.FirstOrDefault(input => input.Inner == all)?.ReadOnlySpan ?? _context.Span)} {name} = {all}.Slice({Literal.Times("sample", size)}, {length});");
        }
    }

    /// <summary>Opens a loop over a number of elements.</summary>
    public void OpenElements(string length) => Writer.Open($"for (int i = 0; i < {length}; i++)");

    private string Span(string key, string name, string workspace, int offset, int size)
    {
        if (!_spans.TryGetValue(key, out string? span))
        {
            span = _names.Declare(name);
            _spans.Add(key, span);
            string start = offset == 0 ? "0" : Literal.Times("samples", offset);
            Writer.Line($"{_context.Span} {span} = {workspace}.Slice({start}, {Literal.Times("samples", size)});");
        }

        return span;
    }
}
