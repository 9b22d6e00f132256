using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Branches;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Stages;

/// <summary>Writes a network as a sequence of calls, a method per layer, with the values between them in one buffer.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The network's program.</param>
internal sealed class StageWriter(EmissionContext context, Program program)
{
    /// <summary>The alignment of a buffer: that of the widest vectors.</summary>
    private const int Alignment = 64;

    private readonly SourceWriter _writer = context.Writer;
    private readonly TensorViews _views = TensorViews.OfSample(program.Network);

    /// <summary>How many bytes the values between the layers take, their alignment included.</summary>
    public int WorkspaceSize => Rooms.Sum(room => (room.Value.Size * ElementTypes.Size(room.Key, context.Signature.Precision)) + Alignment);

    /// <summary>Whether that is too much for the stack.</summary>
    public bool IsLarge => WorkspaceSize - (Rooms.Count * Alignment) > EmissionContext.MostStackBytes;

    private HashSet<int> Direct => [.. program.Network.OutputTensors.Where(IsDirect)];

    private IReadOnlyDictionary<ElementType, TensorRoom> Rooms => MemoryPlan.ForSample(program, _views, [.. Direct, .. Constants.Keys]);

    private Dictionary<int, ConstantOperation> Constants => program.Steps.Select(step => step.Operation).OfType<ConstantOperation>().ToDictionary(constant => constant.Output);

    /// <summary>Writes the body of <c>Predict</c> from the spans of the inputs to those of the outputs.</summary>
    public void WriteCalls()
    {
        Network network = program.Network;
        Dictionary<int, string> spans = Enumerable.Range(0, network.InputCount).ToDictionary(input => input, input => context.AllInputs[input].Parameter);
        HashSet<int> direct = Direct;
        Dictionary<int, ConstantOperation> constants = Constants;
        IReadOnlyDictionary<ElementType, TensorRoom> rooms = Rooms;
        NameScope names = new([.. context.AllInputs.Select(input => input.Parameter), .. context.AllOutputs.Select(output => output.Parameter), "workspace", "room"]);
        Dictionary<ElementType, string> workspaces = rooms.ToDictionary(room => room.Key, room => OpenWorkspace(room.Key, room.Value.Size));
        TensorNames tensors = new(network);
        foreach (int tensor in program.Steps.Select(step => step.Output))
        {
            if (direct.Contains(tensor))
            {
                spans[tensor] = context.AllOutputs[network.OutputTensors.ToList().IndexOf(tensor)].Parameter;
                continue;
            }

            if (constants.TryGetValue(tensor, out ConstantOperation? constant))
            {
                spans[tensor] = $"{context.LayersType}.{context.Constants.Span(constant)}";
                continue;
            }

            if (_views.IsView(tensor))
            {
                spans[tensor] = View(tensor, spans, names, tensors);
                continue;
            }

            ElementType type = network.Tensors[tensor].Type;
            spans[tensor] = names.Declare(tensors.Values(tensor));
            string range = $"{Literal.Integer(rooms[type][tensor])}, {Literal.Integer(network.Tensors[tensor].Size)}";
            _writer.Line($"{context.SpanOf(type)} {spans[tensor]} = {workspaces[type]}.Slice({range});");
        }

        if (program.Steps.Count > 0)
        {
            _writer.Line();
        }

        IReadOnlyList<string> methods = LayersWriter.MethodNames(program);
        IReadOnlyList<Step> steps = program.Calls;
        Dictionary<int, BranchSide[]> sides = program.Steps.Zip(program.Sides, (step, needed) => (step, needed)).ToDictionary(pair => pair.step.Output, pair => pair.needed);
        BranchWriter branches = new(_writer, spans);
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            branches.Enter(sides[step.Output]);
            IEnumerable<string> arguments = step.Inputs.Append(step.Output).Select(tensor => spans[tensor]);
            _writer.Line($"{context.LayersType}.{methods[i]}({string.Join(", ", arguments)});");
        }

        branches.Enter([]);
        for (int i = 0; i < network.OutputTensors.Count; i++)
        {
            string source = spans[network.OutputTensors[i]];
            if (source != context.AllOutputs[i].Parameter)
            {
                _writer.Line($"{source}.CopyTo({context.AllOutputs[i].Parameter});");
            }
        }
    }

    /// <summary>
    /// Whether a tensor is computed right in the caller's span. A layer that read a caller's input once a caller's output is written
    /// would break when the two overlap.
    /// </summary>
    private bool IsDirect(int tensor)
    {
        int writer = program.Steps.ToList().FindIndex(step => step.Output == tensor);
        return writer >= 0
            && !_views.IsView(tensor)
            && program.Steps[writer].Operation is not ConstantOperation
            && (IsKept(tensor) || program.Steps.Skip(writer).All(step => step.Inputs.All(input => _views.Root(input) >= program.Network.InputCount)))
            && program.Steps.All(step => !step.Inputs.Contains(tensor));
    }

    /// <summary>Whether a tensor is only kept for the next call: nobody overlaps the memory of that.</summary>
    private bool IsKept(int tensor) => program.Network.OutputTensors.ToList().IndexOf(tensor) >= context.Outputs.Count;

    /// <summary>Gives the span of a tensor that is a part of another: a variable of its own, or that of the other where it is the whole.</summary>
    private string View(int tensor, Dictionary<int, string> spans, NameScope names, TensorNames tensors)
    {
        int source = _views.Source(tensor);
        Tensor view = program.Network.Tensors[tensor];
        if (view.Size == program.Network.Tensors[source].Size)
        {
            return spans[source];
        }

        string span = names.Declare(tensors.Values(tensor));
        string type = _views.Root(tensor) < program.Network.InputCount || Constants.ContainsKey(_views.Root(tensor)) ? context.ReadOnlySpanOf(view.Type) : context.SpanOf(view.Type);
        _writer.Line($"{type} {span} = {spans[source]}.Slice({Literal.Integer(_views.Offset(tensor))}, {Literal.Integer(view.Size)});");
        return span;
    }

    /// <summary>Writes a buffer for the elements of a type: on the stack, or a part of the caller's workspace.</summary>
    /// <returns>The span that it is.</returns>
    private string OpenWorkspace(ElementType type, int size)
    {
        string element = context.TypeOf(type);
        string name = (IsLarge ? "room" : "workspace") + (type == ElementType.Float ? "" : $"_{element}");
        _writer.Line(IsLarge
            ? $"{context.SpanOf(type)} {name} = global::NeuralGen.Workspace.Take<{element}>(ref workspace, {Literal.Integer(size)});"
            : $"{context.SpanOf(type)} {name} = stackalloc {element}[{Literal.Integer(size)}];");
        return name;
    }
}
