using NeuralGen.Compiler.Emission.Backward;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.AcrossSamples;

/// <summary>
/// Writes <c>GradientBatch</c> of a small network: each variable holds one node's value, or one derivative, of as many samples as a
/// vector has lanes, and a variable per parameter adds up its derivatives.
/// </summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The program of the gradients.</param>
internal sealed class LaneGradientWriter(EmissionContext context, Program program)
{
    /// <summary>The method of the nested class.</summary>
    public const string Method = "AddGradientLanes";

    /// <summary>Sums of more vectors than this would lose digits.</summary>
    private const int MostSteps = 64;

    private const string Count = $"{VectorAliases.Floats}.Count";
    private const string Sum = $"{VectorAliases.Vector}.Sum";

    private readonly SourceWriter _writer = context.Writer;
    private readonly int _inputs = context.Signature.InputSize;
    private readonly int _outputs = context.Signature.OutputSize;
    /// <summary>All that were declared: a layer that nothing reads has some too.</summary>
    private readonly int _parameters = context.Layout!.ParameterCount;

    /// <summary>Writes the part of the public method that leaves the sums over all samples in <c>gradient</c> and <c>loss</c>.</summary>
    public void WriteCalls()
    {
        _writer.Line("double loss = 0.0;");
        _writer.Line("int sample = 0;");
        _writer.Open($"while (samples - sample >= {Count})");
        _writer.Line($"int steps = global::System.Math.Min((samples - sample) / {Count}, {Literal.Integer(MostSteps)});");
        _writer.Line($"int count = steps * {Count};");
        _writer.Line($"loss += {context.LayersType}.{Method}({Samples("inputs", "count", _inputs)}, {Samples("targets", "count", _outputs)}, gradient, steps);");
        _writer.Line("sample += count;");
        _writer.Close();
        _writer.Line();
        _writer.Open("if (sample < samples)");
        _writer.Line("// The samples that do not fill a vector, one by one.");
        _writer.Line($"global::System.Span<float> one = stackalloc float[{GeneratedNames.ParameterCount}];");
        _writer.Open("for (; sample < samples; sample++)");
        _writer.Line($"loss += {GeneratedNames.Gradient}({Samples("inputs", "1", _inputs)}, {Samples("targets", "1", _outputs)}, one);");
        _writer.Open("for (int i = 0; i < one.Length; i++)");
        _writer.Line("gradient[i] += one[i];");
        _writer.Close();
        _writer.Close();
        _writer.Close();
        _writer.Line();
    }

    /// <summary>Writes the method of the nested class.</summary>
    public void Write()
    {
        LaneArithmetic arithmetic = new(context.Platform);
        Network network = program.Network;
        NodeWriter nodes = new(
            context, network, NeededElements.All(network), ["inputs", "targets", "gradient", "steps", "step", "losses"], arithmetic);
        LaneSpan inputs = new(_writer, nodes.Names, "inputs", _inputs, arithmetic.Width);
        LaneSpan targets = new(_writer, nodes.Names, "targets", _outputs, arithmetic.Width);
        string[] sums = [.. Enumerable.Range(0, _parameters).Select(i => nodes.Names.Declare($"gradient{Literal.Integer(i)}"))];
        _writer.Line("/// <summary>Adds the gradients of as many samples at a time as a vector has lanes, and gives the sum of their losses.</summary>");
        _writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        _writer.Open($"internal static float {Method}({context.ReadOnlySpan} inputs, {context.ReadOnlySpan} targets, {context.Span} gradient, int steps)");
        inputs.Declare();
        targets.Declare();
        _writer.Line($"{arithmetic.Type} losses = {arithmetic.Literal(0)};");
        foreach (string sum in sums)
        {
            _writer.Line($"{arithmetic.Type} {sum} = {arithmetic.Literal(0)};");
        }

        _writer.Open("for (int step = 0; step < steps; step++)");
        WriteStep(nodes, inputs, targets, sums);
        _writer.Close();
        _writer.Line();
        for (int i = 0; i < sums.Length; i++)
        {
            _writer.Line($"gradient[{Literal.Integer(i)}] += {Sum}({sums[i]});");
        }

        _writer.Line($"return {Sum}(losses);");
        _writer.Close();
    }

    private static string Samples(string span, string count, int size) =>
        $"{span}.Slice({Literal.Times("sample", size)}, {(count == "1" ? Literal.Integer(size) : Literal.Times(count, size))})";

    private void WriteStep(NodeWriter nodes, LaneSpan inputs, LaneSpan targets, string[] sums)
    {
        Network network = program.Network;
        nodes.SetInputs(inputs.Load(nodes.InputName));
        _writer.Line();
        foreach (Step step in program.LossSteps)
        {
            nodes.WriteStep(step, StepComment.Of(step, network));
        }

        _writer.Line($"// Loss: {LossFormula.Words(network.Loss)}.");
        string[] wanted = targets.Load(i => $"target{Literal.Integer(i)}")!;
        string[] predictions = nodes[program.LossTensor]!;
        string[] derivatives = new string[predictions.Length];
        string loss = new UnrolledLossWriter(nodes.Block, network.Loss, program.LossTensor, predictions).Write(wanted, derivatives);
        _writer.Line($"losses += {loss};");
        _writer.Line();
        BackwardBlock back = new(nodes, context, program.DependsOnParameters) { Sums = sums };
        for (int i = 0; i < derivatives.Length; i++)
        {
            back.SetDelta(program.LossTensor, i, derivatives[i]);
        }

        new UnrolledGradientWriter(context, program).WriteBack(back, program.LossSteps, program.DependsOnParameters);
    }
}
