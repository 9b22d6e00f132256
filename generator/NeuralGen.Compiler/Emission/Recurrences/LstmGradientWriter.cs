using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Recurrences;

/// <summary>
/// The backward pass of <c>lstm</c>: gates and cell states are computed again, then the derivatives by the sums take the places of the gates, or of
/// what the gates' activations read where derivatives need that.
/// </summary>
/// <param name="block">The method body.</param>
/// <param name="layer">The layer.</param>
internal sealed class LstmGradientWriter(SamplesBlock block, RecurrentOperation layer) : RecurrentGradientWriter(block, layer)
{
    private static readonly string[] GateNames = ["inputGate", "forgetGate", "candidate", "outputGate"];

    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, int Size)> Rooms => [("gates", Layer.Steps * Layer.Sums), ("cells", (Layer.Steps + 1) * Layer.Units)];

    /// <inheritdoc/>
    protected override bool HasCell => true;

    /// <inheritdoc/>
    protected override void WriteForward()
    {
        FillBias("gates", 0, 4);
        Each(Layer.Steps * Layer.Sums, "gates[i] += input[i];");
        AddProducts("gates", 4);
        Writer.Line(Names.Cell is null ? $"cells.Slice(0, {Units}).Clear();" : $"{Names.Cell}.CopyTo(cells);");
        OpenSteps();
        WriteRows();
        OpenUnits();
        Formulas.WriteLstm(gate => $"sums[{At(gate)}]", "before[unit]");
        Writer.Line("after[unit] = next;");
        for (int gate = 0; gate < GateNames.Length; gate++)
        {
            Writer.Line($"sums[{At(gate)}] = {Kept(gate)};");
        }

        Writer.Close();
        Writer.Close();
    }

    /// <inheritdoc/>
    protected override void WriteStep()
    {
        WriteRows();
        OpenUnits();
        for (int gate = 0; gate < GateNames.Length; gate++)
        {
            WriteGate(gate);
        }

        Writer.Line($"{Type} next = after[unit];");
        Formulas.WriteActivation("activated", Layer.OutputActivation);
        Writer.Line($"{Type} stepDelta = delta[{Literal.Times("step", Layer.Units)} + unit] + hiddenDelta[unit];");
        Writer.Line($"{Type} outputDelta = stepDelta * activated;");
        Writer.Line($"{Type} outputSum = {Formulas.Backward(Layer.GateActivation, "outputGate", "outputDelta")};");
        Writer.Line($"{Type} activatedDelta = stepDelta * outputGate;");
        Writer.Line($"{Type} nextDelta = cellDelta[unit] + {Bracketed(Formulas.Backward(Layer.OutputActivation, "activated", "activatedDelta"))}{Peephole(2, "outputSum")};");
        Writer.Line($"{Type} inputGateDelta = nextDelta * {(Layer.IsCoupled ? "(candidate - before[unit])" : "candidate")};");
        Writer.Line($"{Type} inputSum = {Formulas.Backward(Layer.GateActivation, "inputGate", "inputGateDelta")};");
        if (Layer.IsCoupled)
        {
            Writer.Line($"{Type} forgetSum = {Block.Arithmetic.Literal(0)};");
        }
        else
        {
            Writer.Line($"{Type} forgetDelta = nextDelta * before[unit];");
            Writer.Line($"{Type} forgetSum = {Formulas.Backward(Layer.GateActivation, "forgetGate", "forgetDelta")};");
        }

        Writer.Line($"{Type} candidateDelta = nextDelta * inputGate;");
        Writer.Line($"sums[unit] = inputSum;");
        Writer.Line($"sums[{At(1)}] = forgetSum;");
        Writer.Line($"sums[{At(2)}] = {Formulas.Backward(Layer.Activation, "candidate", "candidateDelta")};");
        Writer.Line($"sums[{At(3)}] = outputSum;");
        Writer.Line($"cellDelta[unit] = nextDelta * forgetGate{Peephole(0, "inputSum")}{(Layer.IsCoupled ? "" : Peephole(1, "forgetSum"))};");
        Writer.Line($"hiddenDelta[unit] = {Block.Arithmetic.Literal(0)};");
        if (Layer.Peepholes is not null && Block.WantsParameters)
        {
            Writer.Line($"peepholeGradient[unit] += inputSum * before[unit];");
            Writer.Line($"peepholeGradient[{At(1)}] += forgetSum * before[unit];");
            Writer.Line($"peepholeGradient[{At(2)}] += outputSum * next;");
        }

        Writer.Close();
        Writer.Line();
        Writer.Line(MatMulEmitter.Call("sums", false, "recurrentWeights", false, "hiddenDelta", 1, Layer.Units));
    }

    /// <inheritdoc/>
    protected override void WriteInputDeltas() => AddInputDelta("gates");

    /// <inheritdoc/>
    protected override void WriteParameters() => AddGradients("gates", 4);

    private bool IsForgetCoupled(int gate) => gate == 1 && Layer.IsCoupled;

    /// <summary>What the backward pass reads of a gate.</summary>
    private string Kept(int gate) => Layer.DerivativesNeedSums && !IsForgetCoupled(gate) ? RecurrentFormulas.Read(GateNames[gate]) : GateNames[gate];

    private void WriteGate(int gate)
    {
        Writer.Line($"{Type} {Kept(gate)} = sums[{At(gate)}];");
        if (Kept(gate) != GateNames[gate])
        {
            Formulas.WriteActivation(GateNames[gate], gate == 2 ? Layer.Activation : Layer.GateActivation);
        }
    }

    private void WriteRows()
    {
        Writer.Line($"global::System.Span<{Type}> sums = gates.Slice({Literal.Times("step", Layer.Sums)}, {Literal.Integer(Layer.Sums)});");
        Writer.Line($"global::System.Span<{Type}> before = cells.Slice({Literal.Times("place", Layer.Units)}, {Units});");
        Writer.Line($"global::System.Span<{Type}> after = cells.Slice({Literal.Times("(place + 1)", Layer.Units)}, {Units});");
        if (Layer.Peepholes is not null && Block.WantsParameters)
        {
            Writer.Line($"global::System.Span<{Type}> peepholeGradient = {Block.Gradient(Layer.Peepholes)};");
        }
    }

    private string Peephole(int gate, string sum) => Layer.Peepholes is null ? "" : $" + peepholes[{At(gate)}] * {sum}";

    private static string Bracketed(string expression) => expression.Contains('?') ? $"({expression})" : expression;
}
