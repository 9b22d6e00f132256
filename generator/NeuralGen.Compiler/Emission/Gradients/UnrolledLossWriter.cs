using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>Writes the loss of one sample as a statement per output.</summary>
/// <param name="block">The method body.</param>
/// <param name="loss">The loss.</param>
/// <param name="tensor">The tensor that the loss is computed from.</param>
/// <param name="predictions">The operands that hold its elements.</param>
internal sealed class UnrolledLossWriter(UnrolledBlock block, Loss loss, int tensor, string[] predictions)
{
    private readonly Arithmetic _arithmetic = block.Arithmetic;

    /// <summary>Writes the loss.</summary>
    /// <param name="derivatives">Receives the derivative of the loss with respect to each element; null when only the loss is wanted.</param>
    /// <returns>The variable that holds the loss.</returns>
    public string Write(string[]? derivatives)
    {
        block.Writer.Line($"// Loss: {LossFormula.Words(loss)}.");
        return Write([.. predictions.Select((_, i) => Local($"target{Literal.Integer(i)}", $"target[{Literal.Integer(i)}]"))], derivatives);
    }

    /// <summary>Writes the loss, given the variables of the targets.</summary>
    /// <param name="targets">The variables.</param>
    /// <param name="derivatives">Receives the derivative of the loss with respect to each element; null when only the loss is wanted.</param>
    /// <returns>The variable that holds the loss.</returns>
    public string Write(string[] targets, string[]? derivatives) =>
        loss.Kind == LossKind.CategoricalCrossEntropy ? WriteCategorical(targets, derivatives) : WriteElementwise(targets, derivatives);

    private string WriteElementwise(string[] targets, string[]? derivatives)
    {
        LossFormula formula = new(loss, predictions.Length, _arithmetic);
        string[] errors = [.. predictions.Select((prediction, i) => formula.UsesError ? Local($"error{Suffix(i)}", $"{prediction} - {targets[i]}") : "")];
        string[] terms = [.. predictions.Select((prediction, i) => formula.Term(prediction, targets[i], errors[i]))];
        string result = block.Declare("loss");
        if (terms.Length == 1)
        {
            block.Local(result, terms[0]);
        }
        else
        {
            terms = [.. terms.Select((term, i) => Local($"loss{Suffix(i)}", term))];
            string sum = block.Declare("loss_sum");
            block.Sum(sum, [.. terms.Select((term, i) => i == 0 ? term : "+ " + term)]);
            block.Local(result, $"{sum} / {_arithmetic.Literal(terms.Length)}");
        }

        for (int i = 0; i < derivatives?.Length; i++)
        {
            derivatives[i] = Derivative(i, formula.Derivative(predictions[i], targets[i], errors[i]));
        }

        return result;
    }

    private string WriteCategorical(string[] targets, string[]? derivatives)
    {
        string max = Local("max", predictions[0]);
        foreach (string logit in predictions.Skip(1))
        {
            block.Writer.Line($"{max} = {_arithmetic.Select(logit, ">", max, logit, max)};");
        }

        string[] powers = [.. predictions.Select((logit, i) => Local($"exp{Suffix(i)}", _arithmetic.Exp($"{logit} - {max}")))];
        string sum = block.Declare("exp_sum");
        block.Sum(sum, [.. powers.Select((power, i) => i == 0 ? power : "+ " + power)]);
        string log = Local("log_sum", _arithmetic.Log(sum));
        string zero = _arithmetic.Literal(0);
        string[] terms =
        [
            .. predictions.Select((logit, i) => Local($"loss{Suffix(i)}", _arithmetic.Select(targets[i], "==", zero, zero, $"{targets[i]} * ({log} - ({logit} - {max}))"))),
        ];
        string result = predictions.Length == 1 ? terms[0] : block.Declare("loss");
        if (predictions.Length > 1)
        {
            block.Sum(result, [.. terms.Select((term, i) => i == 0 ? term : "+ " + term)]);
        }

        if (derivatives is null)
        {
            return result;
        }

        string total = block.Declare("target_sum");
        block.Sum(total, [.. targets.Select((target, i) => i == 0 ? target : "+ " + target)]);
        for (int i = 0; i < derivatives.Length; i++)
        {
            derivatives[i] = Derivative(i, $"{powers[i]} / {sum} * {total} - {targets[i]}");
        }

        return result;
    }

    private string Derivative(int index, string value)
    {
        string name = block.DeclareDelta(tensor, index);
        block.Local(name, value);
        return name;
    }

    private string Suffix(int index) => predictions.Length == 1 ? "" : $"_{Literal.Integer(index)}";

    private string Local(string name, string value)
    {
        string local = block.Declare(name);
        block.Local(local, value);
        return local;
    }
}
