using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Evaluation;

/// <summary>
/// Computes what the generated <c>Predict</c> computes for one sample: with what was folded, in the network's own precision, and in
/// the order in which the chosen code adds. Machines whose vectors have other widths add some sums in another order.
/// </summary>
/// <param name="plan">The network's plan.</param>
/// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
/// <param name="lanes">How many numbers in single precision the machine's vectors hold: 4, 8 or 16.</param>
internal sealed class PlanEvaluator(Plan plan, bool hasVectors, int lanes = UnitVectors.WideLanes)
{
    private readonly Rounding _rounding = new(plan.Declared.Precision);
    private readonly DenseEvaluator _dense = new(plan, hasVectors, lanes);

    /// <summary>
    /// Whether every machine computes just this: all sums are added in input order, and all functions are made of products, sums
    /// and comparisons.
    /// </summary>
    public bool IsExact { get; } = (plan.Declared.Precision == Precision.Double || plan.IsSingleMethod)
        && plan.Lowered.Operations.All(operation => operation is not (ActivationOperation { Function.IsPiecewiseLinear: false } or LayerNormalizationOperation));

    /// <summary>The network's output for one sample.</summary>
    /// <param name="input">A value per input, which is rounded to the network's precision first, as a caller has to.</param>
    public double[] Predict(double[] input)
    {
        double[][] tensors = new double[plan.Lowered.Tensors.Count][];
        tensors[0] = _rounding.Of(input);
        foreach (Step step in plan.Steps)
        {
            double[][] inputs = [.. step.Inputs.Select(tensor => tensors[tensor])];
            double[] output = step.Operation is DenseOperation dense ? _dense.Forward(dense, inputs[0]) : step.Operation.Evaluate(inputs, _rounding);
            tensors[step.Operation.Output] = output;
            if (step.Activation is { } activation)
            {
                tensors[activation.Output] = activation.Evaluate([output], _rounding);
            }
        }

        return tensors[plan.Lowered.OutputTensor];
    }
}
