using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>Writes the method that computes the loss of many samples, and the derivative of it with respect to what it is computed from.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The program of the gradients.</param>
internal sealed class SamplesLossWriter(EmissionContext context, Program program)
{
    private readonly SourceWriter _writer = context.Writer;
    private readonly Arithmetic _arithmetic = context.Arithmetic;
    private readonly int _size = program.Network.Tensors[program.LossTensor].Size;

    /// <summary>Writes the method.</summary>
    public void Write()
    {
        string weights = context.Storage.SampleWeights;
        string size = Literal.Integer(_size);
        _writer.Line();
        _writer.Line($"/// <summary>Adds up the losses of some samples ({LossFormula.Words(program.Network.Loss)}), and gives the derivatives.</summary>");
        _writer.Open($"internal static double Loss({context.ReadOnlySpan} predictions, {context.ReadOnlySpan} targets, {context.Span} deltas{weights}, int samples)");
        _writer.Line("double sum = 0.0;");
        _writer.Open("for (int sample = 0; sample < samples; sample++)");
        _writer.Line($"{context.ReadOnlySpan} prediction = predictions.Slice({Literal.Times("sample", _size)}, {size});");
        _writer.Line($"{context.ReadOnlySpan} target = targets.Slice({Literal.Times("sample", _size)}, {size});");
        _writer.Line($"{context.Span} delta = deltas.Slice({Literal.Times("sample", _size)}, {size});");
        if (!context.Storage.AreConstant)
        {
            _writer.Line($"{context.Type} weight = weights.Length == 0 ? {_arithmetic.Literal(1)} : weights[sample];");
        }

        _writer.Line("double loss = 0.0;");
        if (program.Network.Loss.Kind == LossKind.CategoricalCrossEntropy)
        {
            WriteCategorical();
        }
        else
        {
            WriteElementwise();
        }

        string mean = _size > 1 && program.Network.Loss.Kind != LossKind.CategoricalCrossEntropy ? $" / {Literal.Number(_size, Precision.Double)}" : "";
        _writer.Line($"sum += {(!context.Storage.AreConstant ? "weight * " : "")}{(mean.Length > 0 && !context.Storage.AreConstant ? $"(loss{mean})" : $"loss{mean}")};");
        _writer.Close();
        _writer.Line();
        _writer.Line("return sum;");
        _writer.Close();
    }

    private string Weighted(string derivative) => !context.Storage.AreConstant ? $"weight * ({derivative})" : derivative;

    private void WriteElementwise()
    {
        LossFormula formula = new(program.Network.Loss, _size, _arithmetic);
        OpenElements();
        if (formula.UsesError)
        {
            _writer.Line($"{context.Type} error = prediction[i] - target[i];");
        }

        _writer.Line($"loss += {formula.Term("prediction[i]", "target[i]", "error")};");
        _writer.Line($"delta[i] = {Weighted(formula.Derivative("prediction[i]", "target[i]", "error"))};");
        CloseElements();
    }

    private void WriteCategorical()
    {
        string zero = _arithmetic.Literal(0);
        _writer.Line($"{context.Type} max = prediction[0];");
        OpenElements();
        _writer.Line("max = prediction[i] > max ? prediction[i] : max;");
        CloseElements();
        _writer.Line($"{context.Type} exponentials = {zero};");
        _writer.Line($"{context.Type} total = {zero};");
        OpenElements();
        _writer.Line($"delta[i] = {_arithmetic.Exp("prediction[i] - max")};");
        _writer.Line("exponentials += delta[i];");
        _writer.Line("total += target[i];");
        CloseElements();
        _writer.Line($"{context.Type} log = {_arithmetic.Log("exponentials")};");
        OpenElements();
        _writer.Line($"loss += target[i] == {zero} ? {zero} : target[i] * (log - (prediction[i] - max));");
        _writer.Line($"delta[i] = {Weighted("delta[i] / exponentials * total - target[i]")};");
        CloseElements();
    }

    private void OpenElements() => _writer.Open("for (int i = 0; i < delta.Length; i++)");

    private void CloseElements()
    {
        _writer.Close();
        _writer.Line();
    }
}
