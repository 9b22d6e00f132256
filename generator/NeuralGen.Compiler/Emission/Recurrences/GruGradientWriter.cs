using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Recurrences;

/// <summary>The backward pass of <c>gru</c> where the reset gate comes behind the product, as in PyTorch.</summary>
/// <param name="block">The method body.</param>
/// <param name="layer">The layer.</param>
internal sealed class GruGradientWriter(SamplesBlock block, RecurrentOperation layer) : RecurrentGradientWriter(block, layer)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, int Size)> Rooms => [("products", Layer.Steps * Layer.Sums)];

    /// <inheritdoc/>
    protected override void WriteForward()
    {
        FillBias("products", 0, 3);
        AddProducts("products", 3);
    }

    /// <inheritdoc/>
    protected override void WriteStep()
    {
        string start = Literal.Times("step", Layer.Sums);
        Writer.Line($"global::System.ReadOnlySpan<{Type}> gates = input.Slice({start}, {Literal.Integer(Layer.Sums)});");
        Writer.Line($"global::System.Span<{Type}> sums = products.Slice({start}, {Literal.Integer(Layer.Sums)});");
        bool isWanted = Block.Deltas(Layer.Inputs[0]) is not null;
        OpenUnits();
        Formulas.WriteGate("reset", "gates[unit] + sums[unit]");
        Formulas.WriteGate("update", $"gates[{At(1)}] + sums[{At(1)}]");
        Formulas.WriteCandidate($"gates[{At(2)}] + reset * sums[{At(2)}]");
        Writer.Line($"{Type} before = {Before};");
        Writer.Line($"{Type} stepDelta = delta[{Literal.Times("step", Layer.Units)} + unit] + hiddenDelta[unit];");
        Writer.Line($"{Type} candidateDelta = stepDelta * ({Block.Arithmetic.Literal(1)} - update);");
        Writer.Line($"{Type} candidateSumDelta = {Formulas.Backward(Layer.Activation, "candidate", "candidateDelta")};");
        Writer.Line($"{Type} resetDelta = candidateSumDelta * sums[{At(2)}];");
        Writer.Line($"{Type} resetSumDelta = {Formulas.Backward(Layer.GateActivation, "reset", "resetDelta")};");
        Writer.Line($"{Type} updateDelta = stepDelta * (before - candidate);");
        Writer.Line($"{Type} updateSumDelta = {Formulas.Backward(Layer.GateActivation, "update", "updateDelta")};");
        if (isWanted)
        {
            Writer.Line($"inputDelta[{start} + unit] += resetSumDelta;");
            Writer.Line($"inputDelta[{start} + {At(1)}] += updateSumDelta;");
            Writer.Line($"inputDelta[{start} + {At(2)}] += candidateSumDelta;");
        }

        Writer.Line("sums[unit] = resetSumDelta;");
        Writer.Line($"sums[{At(1)}] = updateSumDelta;");
        Writer.Line($"sums[{At(2)}] = candidateSumDelta * reset;");
        Writer.Line("hiddenDelta[unit] = stepDelta * update;");
        Writer.Close();
        Writer.Line();
        Writer.Line(MatMulEmitter.Call("sums", false, "recurrentWeights", false, "hiddenDelta", 1, Layer.Units));
    }

    /// <inheritdoc/>
    protected override void WriteInputDeltas()
    {
    }

    /// <inheritdoc/>
    protected override void WriteParameters() => AddGradients("products", 3);
}
