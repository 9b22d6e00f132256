using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>
/// The C# of a loss that looks at one output at a time: what each output adds to the loss, and the derivative of that.
/// </summary>
/// <param name="loss">The loss.</param>
/// <param name="outputs">How many outputs the loss is the mean of.</param>
/// <param name="arithmetic">How numbers are written.</param>
internal sealed class LossFormula(Loss loss, int outputs, Arithmetic arithmetic)
{
    /// <summary>Whether the loss is of the difference between prediction and target.</summary>
    public bool UsesError => loss.Kind != LossKind.BinaryCrossEntropy;

    /// <summary>The loss in words.</summary>
    public static string Words(Loss loss) => Texts.SnakeCase(loss.Kind.ToString()).Replace('_', ' ');

    /// <summary>What one output adds to the sum.</summary>
    /// <param name="prediction">The output, or its logit.</param>
    /// <param name="target">The target.</param>
    /// <param name="error">The difference of the two.</param>
    public string Term(string prediction, string target, string error) => loss.Kind switch
    {
        LossKind.MeanSquaredError => $"{error} * {error}",
        LossKind.MeanAbsoluteError => arithmetic.Abs(error),
        LossKind.Huber => arithmetic.Select(
            arithmetic.Abs(error), "<=", Delta,
            $"{arithmetic.Literal(0.5)} * {error} * {error}",
            $"{Delta} * ({arithmetic.Abs(error)} - {arithmetic.Literal(loss.Delta / 2)})"),
        _ => $"{arithmetic.Softplus(prediction)} - {prediction} * {target}",
    };

    /// <summary>The derivative of the mean with respect to one output.</summary>
    /// <param name="prediction">The output, or its logit.</param>
    /// <param name="target">The target.</param>
    /// <param name="error">The difference of the two.</param>
    public string Derivative(string prediction, string target, string error)
    {
        string one = arithmetic.Literal(1);
        string zero = arithmetic.Literal(0);
        string mean = outputs == 1 ? "" : $" / {arithmetic.Literal(outputs)}";
        return loss.Kind switch
        {
            LossKind.MeanSquaredError => $"{arithmetic.Literal(2)} * {error}{mean}",
            LossKind.MeanAbsoluteError => $"({Bounded(error, zero, one, zero, arithmetic.Literal(-1))}){mean}",
            LossKind.Huber => $"({Bounded(error, Delta, Delta, arithmetic.Literal(-loss.Delta), arithmetic.Literal(-loss.Delta))}){mean}",
            _ => $"({one} / ({one} + {arithmetic.Exp("-" + prediction)}) - {target}){mean}",
        };
    }

    private string Bounded(string error, string above, string high, string below, string low) =>
        arithmetic.Select(error, ">", above, high, arithmetic.Select(error, "<", below, low, error));

    private string Delta => arithmetic.Literal(loss.Delta);
}
