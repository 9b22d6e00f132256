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

    private const string Count = $"{LaneArithmetic.VectorType}.Count";

    private readonly SourceWriter _writer = context.Writer;
    private readonly int _inputs = context.Signature.InputSize;
    private readonly int _outputs = context.Signature.OutputSize;

    /// <summary>One output is put in order with fewer instructions than two inputs.</summary>
    private bool IsUnordered => _inputs == 2 && _outputs == 1;

    /// <summary>Writes the rest of the public method.</summary>
    public void WriteCalls()
    {
        string method = $"{context.LayersType}.{Method}";
        _writer.Line($"int whole = samples - samples % {Count};");
        _writer.Line($"{method}(inputs.Slice(0, {Literal.Times("whole", _inputs)}), outputs.Slice(0, {Literal.Times("whole", _outputs)}), whole / {Count});");
        _writer.Open("if (whole < samples)");
        _writer.Line("// The last samples are computed by the same code among samples of zeros, so that a sample's outputs never depend on where it stands.");
        _writer.Line($"global::System.Span<float> lastInputs = stackalloc float[{Literal.Times(Count, _inputs)}];");
        _writer.Line($"global::System.Span<float> lastOutputs = stackalloc float[{Literal.Times(Count, _outputs)}];");
        _writer.Line("lastInputs.Clear();");
        _writer.Line($"inputs.Slice({Literal.Times("whole", _inputs)}).CopyTo(lastInputs);");
        _writer.Line($"{method}(lastInputs, lastOutputs, 1);");
        _writer.Line($"lastOutputs.Slice(0, {Literal.Times("(samples - whole)", _outputs)}).CopyTo(outputs.Slice({Literal.Times("whole", _outputs)}));");
        _writer.Close();
    }

    /// <summary>Writes the method of the nested class.</summary>
    public void Write()
    {
        Network network = program.Network;
        LaneArithmetic arithmetic = new(context.Platform);
        NodeWriter nodes = new(context, network, program.Needed, ["inputs", "outputs", "steps", "step"], arithmetic);
        LaneSpan inputs = new(_writer, nodes.Names, "inputs", _inputs);
        LaneSpan outputs = new(_writer, nodes.Names, "outputs", _outputs);
        _writer.Line("/// <summary>Computes the outputs of as many samples at a time as a vector has lanes: each variable holds one node's values of these samples.</summary>");
        _writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        _writer.Open($"internal static void {Method}({context.ReadOnlySpan} inputs, {context.Span} outputs, int steps)");
        inputs.Declare();
        outputs.Declare();
        _writer.Open("for (int step = 0; step < steps; step++)");
        nodes.SetInputs(inputs.Load(i => program.Needed[0][i] ? nodes.InputName(i) : null, IsUnordered));
        _writer.Line();
        foreach (Step step in program.Steps)
        {
            nodes.WriteStep(step, StepComment.Of(step, network));
        }

        string[] values = nodes[network.OutputTensor]!;
        outputs.Store(IsUnordered ? [$"{LaneArithmetic.RowLanes}.InOrder({values[0]})"] : values);
        _writer.Close();
        _writer.Close();
    }
}
