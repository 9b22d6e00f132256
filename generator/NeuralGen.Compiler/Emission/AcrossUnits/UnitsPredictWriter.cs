using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.AcrossUnits;

/// <summary>
/// Writes <c>Predict</c> of a network of middle size as one method in which vectors hold neighbouring nodes of a layer, and beside
/// it the layers in loops, for machines without such vectors.
/// </summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The network's program.</param>
internal sealed class UnitsPredictWriter(EmissionContext context, Program program)
{
    /// <summary>The method with a statement per input and vector.</summary>
    public const string Method = "PredictVectors";

    /// <summary>The same with vectors of 512 bits.</summary>
    public const string WideMethod = "PredictWideVectors";

    /// <summary>The method that goes through the layers in loops.</summary>
    public const string LoopsMethod = "PredictLoops";

    private const string Marshal = "global::System.Runtime.InteropServices.MemoryMarshal";

    private readonly SourceWriter _writer = context.Writer;
    private readonly Network _network = program.Network;

    /// <summary>The spans with room for whole vectors, where that is more than the values need.</summary>
    private readonly Dictionary<string, string> _memories = [];

    private readonly bool _hasWidest = UnitVectors.FillWidest(program.Network);

    private bool HasZeros => program.IgnoresInputs;

    /// <summary>Writes the rest of the public method.</summary>
    public void WriteCalls()
    {
        string arguments = $"(ref {Marshal}.GetReference(input), ref {Marshal}.GetReference(output))";
        string loops = $"{context.LayersType}.{LoopsMethod}(input, output);";
        List<(string IsSupported, string Call)> vectors = [($"{VectorAliases.Fma}.IsSupported", $"{context.LayersType}.{Method}{arguments}")];
        if (_hasWidest)
        {
            vectors.Insert(0, ($"{VectorAliases.Vector512}.IsHardwareAccelerated", $"{context.LayersType}.{WideMethod}{arguments}"));
        }

        if (HasZeros)
        {
            _writer.Line("// A weight of zero ignores its input, NaN and infinities included: the loops know how.");
            _writer.Line($"bool isDone = {string.Concat(vectors.Select(form => $"{form.IsSupported} ? {form.Call} : "))}false;");
            _writer.Open("if (!isDone)");
            _writer.Line(loops);
            _writer.Close();
            return;
        }

        string otherwise = "";
        foreach ((string isSupported, string call) in vectors)
        {
            _writer.Open($"{otherwise}if ({isSupported})");
            _writer.Line($"{call};");
            _writer.Close();
            otherwise = "else ";
        }

        _writer.Open("else");
        _writer.Line(loops);
        _writer.Close();
    }

    /// <summary>Writes the methods of the nested class.</summary>
    /// <param name="data">The constant data.</param>
    public void Write(ConstantData data)
    {
        WriteVectors(data, UnitVectors.WideLanes);
        if (_hasWidest)
        {
            _writer.Line();
            WriteVectors(data, UnitVectors.WidestLanes);
        }

        _writer.Line();
        _writer.Line("/// <summary>Computes the outputs of one sample in loops, where the machine has no products of vectors with sums.</summary>");
        _writer.Open($"internal static void {LoopsMethod}({context.ReadOnlySpan} input, {context.Span} output)");
        new StageWriter(context, program).WriteCalls();
        _writer.Close();
    }

    private void WriteVectors(ConstantData data, int most)
    {
        bool isWidest = most == UnitVectors.WidestLanes;
        _memories.Clear();

        // References, not spans: a method with room on the stack copies its spans before it uses them.
        _writer.Line(isWidest
            ? "/// <summary>The same with vectors of 512 bits.</summary>"
            : "/// <summary>Computes the outputs of one sample: a vector holds neighbouring nodes of a layer.</summary>");
        if (HasZeros)
        {
            _writer.Line("/// <returns>false if the outputs were not written, since one of them is NaN.</returns>");
        }

        _writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        _writer.Open($"internal static {(HasZeros ? "bool" : "void")} {(isWidest ? WideMethod : Method)}(ref float firstInput, ref float firstOutput)");
        _writer.Line($"{context.ReadOnlySpan} input = {Marshal}.CreateSpan(ref firstInput, {Literal.Integer(_network.Input.Size)});");
        _writer.Line($"{context.Span} output = {Marshal}.CreateSpan(ref firstOutput, {Literal.Integer(_network.Output.Size)});");
        NameScope names = new(["input", "output", "firstInput", "firstOutput", .. SamplesBlock.Reserved]);
        TensorNames tensors = new(_network);
        Dictionary<int, string> spans = new() { [0] = "input" };
        int last = _network.OutputTensor;
        foreach (int tensor in program.Steps.Select(step => step.Output))
        {
            bool isDirect = tensor == last && !HasZeros;
            spans[tensor] = isDirect ? "output" : names.Declare(tensors.Values(tensor));
            if (!isDirect)
            {
                WriteRoom(names, spans[tensor], _network.Tensors[tensor].Size, most);
            }
        }

        foreach (Step step in program.Steps)
        {
            _writer.Line();
            WriteStep(step, names, tensors, spans, data, most);
        }

        if (HasZeros)
        {
            _writer.Line();
            _writer.Open($"if (global::NeuralGen.SpecialValues.AnyNaN({spans[last]}))");
            _writer.Line("return false;");
            _writer.Close();
            _writer.Line();
            _writer.Line($"{spans[last]}.CopyTo(output);");
            _writer.Line("return true;");
        }

        _writer.Close();
    }

    /// <summary>Writes a span on the stack that takes whole vectors.</summary>
    private void WriteRoom(NameScope names, string span, int size, int most)
    {
        int room = UnitVectors.Room(size, most);
        if (room == size)
        {
            _writer.Line($"{context.Span} {span} = stackalloc {context.Type}[{Literal.Integer(size)}];");
            return;
        }

        string memory = names.Declare(span + "_memory");
        _memories[span] = memory;
        _writer.Line($"{context.Span} {memory} = stackalloc {context.Type}[{Literal.Integer(room)}];");
        _writer.Line($"{context.Span} {span} = {memory}.Slice(0, {Literal.Integer(size)});");
    }

    private void WriteStep(Step step, NameScope names, TensorNames tensors, Dictionary<int, string> spans, ConstantData data, int most)
    {
        string output = spans[step.Output];
        int size = _network.Tensors[step.Output].Size;
        if (step.Operation is not DenseOperation)
        {
            // A block of its own, since its loops have variables of the same names as others'.
            _writer.Open($"// {StepComment.Of(step, _network)}");
            string[] inputs = [.. step.Inputs.Select(input => spans[input])];
            LoopBlock block = new(_writer, context.Arithmetic, data, inputs, output, Identifier.Member(step.Layer));
            OperationEmitters.For(step.Operation).Loops(block, step);
            _writer.Close();
            return;
        }

        _writer.Line($"// {StepComment.Of(step, _network)}");
        string target = _memories.TryGetValue(output, out string? memory) ? memory : output;
        bool isPadded = target != output || UnitVectors.Room(size, most) == size;
        new UnitsDenseWriter(_writer, names, tensors, context.Arithmetic, most).Write(step, spans[step.Inputs[0]], target, isPadded);
        if (step.Activation is { } activation && !UnitsDenseWriter.IsOnVectors(activation.Function))
        {
            if (ActivationCall.Forward(activation.Function, output, output, "1", context.Arithmetic) is { } call)
            {
                _writer.Line(call);
                return;
            }

            // A block of its own, for the variables of its loop.
            _writer.Open("");
            DenseEmitter.WriteActivation(new LoopBlock(_writer, context.Arithmetic, data, [output], output, Identifier.Member(step.Layer)), activation);
            _writer.Close();
        }
    }
}
