using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Emission.AcrossSamples;

/// <summary>
/// Writes <c>PredictBatch</c> of a small network: each variable holds one node's values of as many samples as a vector has lanes.
/// </summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The network's program.</param>
internal sealed class LanePredictWriter(EmissionContext context, Program program)
{
    /// <summary>The method of the nested class.</summary>
    public const string Method = "PredictLanes";

    /// <summary>The method for the widest vectors.</summary>
    public const string WideMethod = "PredictWideLanes";

    private const string IsWide = $"{VectorAliases.Vector512}.IsHardwareAccelerated";

    private readonly SourceWriter _writer = context.Writer;
    private readonly int _inputs = context.Signature.InputSize;
    private readonly int _outputs = context.Signature.OutputSize;

    /// <summary>One output is put in order with fewer instructions than two inputs.</summary>
    private bool IsUnordered => _inputs == 2 && _outputs == 1;

    /// <summary>Writes the rest of the public method.</summary>
    public void WriteCalls()
    {
        string method = $"{context.LayersType}.{Method}";
        _writer.Line($"int lanes = {IsWide} ? {LaneWidth.Wide.Count} : {LaneWidth.Machine.Count};");
        _writer.Line("int whole = samples - samples % lanes;");
        _writer.Line($"{method}(inputs.Slice(0, {Literal.Times("whole", _inputs)}), outputs.Slice(0, {Literal.Times("whole", _outputs)}), whole / lanes);");
        _writer.Open("if (whole < samples)");
        _writer.Line("// The last samples are computed by the same code among samples of zeros, so that a sample's outputs never depend on where it stands.");
        _writer.Line($"global::System.Span<float> lastInputs = stackalloc float[{Literal.Times("lanes", _inputs)}];");
        _writer.Line($"global::System.Span<float> lastOutputs = stackalloc float[{Literal.Times("lanes", _outputs)}];");
        _writer.Line("lastInputs.Clear();");
        _writer.Line($"inputs.Slice({Literal.Times("whole", _inputs)}).CopyTo(lastInputs);");
        _writer.Line($"{method}(lastInputs, lastOutputs, 1);");
        _writer.Line($"lastOutputs.Slice(0, {Literal.Times("(samples - whole)", _outputs)}).CopyTo(outputs.Slice({Literal.Times("whole", _outputs)}));");
        _writer.Close();
    }

    /// <summary>Writes the methods of the nested class.</summary>
    public void Write()
    {
        Write(Method, LaneWidth.Machine);
        _writer.Line();
        Write(WideMethod, LaneWidth.Wide);
    }

    private void Write(string method, LaneWidth width)
    {
        bool isWide = width == LaneWidth.Wide;
        _writer.Line(isWide
            ? "/// <summary>The same with vectors of 512 bits.</summary>"
            : "/// <summary>Computes the outputs of as many samples at a time as a vector has lanes: each variable holds one node's values of these samples.</summary>");
        _writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        _writer.Open($"internal static void {method}({context.ReadOnlySpan} inputs, {context.Span} outputs, int steps)");
        if (!isWide)
        {
            _writer.Open($"if ({IsWide})");
            _writer.Line($"{WideMethod}(inputs, outputs, steps);");
            _writer.Line("return;");
            _writer.Close();
            _writer.Line();
        }

        // Machines with vectors of 512 bits have twice as many registers.
        if (!isWide || !TryWriteBody(width, haveConstants: true))
        {
            TryWriteBody(width, haveConstants: false);
        }

        _writer.Close();
    }

    /// <summary>Writes the body, or nothing if there are too many constants to keep.</summary>
    private bool TryWriteBody(LaneWidth width, bool haveConstants)
    {
        NameScope names = new();
        LaneConstants? constants = haveConstants ? new LaneConstants(names) : null;
        Network network = program.Network;
        NodeWriter nodes = new(
            context, network, program.Needed, ["inputs", "outputs", "steps", "step"], new LaneArithmetic(context.Platform, width) { Constants = constants }, names);
        LaneSpan inputs = new(_writer, names, "inputs", _inputs, width);
        LaneSpan outputs = new(_writer, names, "outputs", _outputs, width);
        int start = _writer.Length;
        inputs.Declare();
        outputs.Declare();
        int loop = _writer.Length;
        _writer.Open("for (int step = 0; step < steps; step++)");
        nodes.SetInputs(inputs.Load(i => program.Needed[0][i] ? nodes.InputName(i) : null, IsUnordered));
        _writer.Line();
        foreach (Step step in program.Steps)
        {
            nodes.WriteStep(step, StepComment.Of(step, network));
        }

        string[] values = nodes[network.OutputTensor]!;
        outputs.Store(IsUnordered ? [$"{width.RowLanes}.InOrder({values[0]})"] : values);
        _writer.Close();
        if (constants is { Fit: false })
        {
            _writer.Truncate(start);
            return false;
        }

        if (constants is not null)
        {
            string[] lines = ["// Numbers that stay in registers while the loop runs.", .. constants.Declarations(width.Type)];
            _writer.Insert(loop, $"\n{string.Concat(lines.Select(line => $"{_writer.Indentation}{line}\n"))}\n");
        }

        return true;
    }
}
