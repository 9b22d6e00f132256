using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Recurrences;

/// <summary>The backward pass of <c>rnn</c>: the hidden states tell the derivatives of the activation, or what it read is computed again.</summary>
/// <param name="block">The method body.</param>
/// <param name="layer">The layer.</param>
internal sealed class RnnGradientWriter(SamplesBlock block, RecurrentOperation layer) : RecurrentGradientWriter(block, layer)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<(string Name, int Size)> Rooms => [("sums", Layer.Steps * Layer.Units)];

    /// <inheritdoc/>
    protected override void WriteForward()
    {
        if (Layer.DerivativesNeedSums)
        {
            FillBias("sums", 0, 1);
            Each(Layer.Steps * Layer.Units, "sums[i] += input[i];");
            AddProducts("sums", 1);
        }
    }

    /// <inheritdoc/>
    protected override void WriteStep()
    {
        string row = Literal.Times("step", Layer.Units);
        OpenUnits();
        if (Layer.DerivativesNeedSums)
        {
            Formulas.WriteRead("candidate", $"sums[{row} + unit]");
        }

        Writer.Line($"{Type} candidate = output[{row} + unit];");
        Writer.Line($"{Type} stepDelta = delta[{row} + unit] + hiddenDelta[unit];");
        Writer.Line($"sums[{row} + unit] = {Formulas.Backward(Layer.Activation, "candidate", "stepDelta")};");
        Writer.Line($"hiddenDelta[unit] = {Block.Arithmetic.Literal(0)};");
        Writer.Close();
        Writer.Line();
        Writer.Line(MatMulEmitter.Call($"sums.Slice({row}, {Units})", false, "recurrentWeights", false, "hiddenDelta", 1, Layer.Units));
    }

    /// <inheritdoc/>
    protected override void WriteInputDeltas() => AddInputDelta("sums");

    /// <inheritdoc/>
    protected override void WriteParameters() => AddGradients("sums", 1);
}
