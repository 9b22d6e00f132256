using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Recurrences;

/// <summary>The backward pass of <c>gru</c> where the reset gate comes before the product of the candidate, as in the first paper.</summary>
/// <param name="block">The method body.</param>
/// <param name="layer">The layer.</param>
internal sealed class ResetBeforeGradientWriter(SamplesBlock block, RecurrentOperation layer) : RecurrentGradientWriter(block, layer)
{
    private int Width => 2 * Layer.Units;

    private string CandidateWeights => Gates("recurrentWeights", 2, 1, Layer.Units * Layer.Units);

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, int Size)> Rooms =>
        [("products", Layer.Steps * Width), ("candidates", Layer.Steps * Layer.Units), ("kept", Layer.Steps * Layer.Units), ("keptDelta", Layer.Units)];

    /// <inheritdoc/>
    protected override void WriteForward()
    {
        FillBias("products", 0, 2);
        AddProducts("products", 2);
        FillBias("candidates", 2, 1);
        OpenSteps();
        OpenUnits();
        Formulas.WriteGate("reset", $"input[{Literal.Times("step", Layer.Sums)} + unit] + products[{Literal.Times("step", Width)} + unit]");
        Writer.Line($"{Type} before = {Before};");
        Writer.Line($"kept[{Literal.Times("step", Layer.Units)} + unit] = reset * before;");
        Writer.Close();
        Writer.Close();
        Writer.Line();
        Writer.Line(MatMulEmitter.Call("kept", false, CandidateWeights, true, "candidates", Layer.Steps, Layer.Units));
    }

    /// <inheritdoc/>
    protected override void WriteStep()
    {
        Writer.Line($"global::System.ReadOnlySpan<{Type}> gates = input.Slice({Literal.Times("step", Layer.Sums)}, {Literal.Integer(Layer.Sums)});");
        Writer.Line($"global::System.Span<{Type}> sums = products.Slice({Literal.Times("step", Width)}, {Literal.Integer(Width)});");
        Writer.Line($"global::System.Span<{Type}> candidateSums = candidates.Slice({Literal.Times("step", Layer.Units)}, {Units});");
        OpenUnits();
        Formulas.WriteGate("update", $"gates[{At(1)}] + sums[{At(1)}]");
        Formulas.WriteCandidate($"gates[{At(2)}] + candidateSums[unit]");
        Writer.Line($"{Type} before = {Before};");
        Writer.Line($"{Type} stepDelta = delta[{Literal.Times("step", Layer.Units)} + unit] + hiddenDelta[unit];");
        Writer.Line($"{Type} candidateDelta = stepDelta * ({Block.Arithmetic.Literal(1)} - update);");
        Writer.Line($"candidateSums[unit] = {Formulas.Backward(Layer.Activation, "candidate", "candidateDelta")};");
        Writer.Line($"{Type} updateDelta = stepDelta * (before - candidate);");
        Writer.Line($"sums[{At(1)}] = {Formulas.Backward(Layer.GateActivation, "update", "updateDelta")};");
        Writer.Line("hiddenDelta[unit] = stepDelta * update;");
        Writer.Line($"keptDelta[unit] = {Block.Arithmetic.Literal(0)};");
        Writer.Close();
        Writer.Line();
        Writer.Line(MatMulEmitter.Call("candidateSums", false, CandidateWeights, false, "keptDelta", 1, Layer.Units));
        OpenUnits();
        Formulas.WriteGate("reset", "gates[unit] + sums[unit]");
        Writer.Line($"{Type} before = {Before};");
        Writer.Line($"{Type} resetDelta = keptDelta[unit] * before;");
        Writer.Line($"sums[unit] = {Formulas.Backward(Layer.GateActivation, "reset", "resetDelta")};");
        Writer.Line("hiddenDelta[unit] += keptDelta[unit] * reset;");
        Writer.Close();
        Writer.Line();
        Writer.Line(MatMulEmitter.Call("sums", false, Gates("recurrentWeights", 0, 2, Layer.Units * Layer.Units), false, "hiddenDelta", 1, Layer.Units));
    }

    /// <inheritdoc/>
    protected override void WriteInputDeltas()
    {
        AddInputDelta("products", 0, Width);
        AddInputDelta("candidates", Width, Layer.Units);
    }

    /// <inheritdoc/>
    protected override void WriteParameters()
    {
        AddGradients("products", 2);
        string gradient = Gates(Block.Gradient(Layer.Weights), 2, 1, Layer.Units * Layer.Units);
        Writer.Line(MatMulEmitter.Call("candidates", true, "kept", false, gradient, Layer.Units, Layer.Units));
        AddBiasGradient("candidates", 2, 1);
    }
}
