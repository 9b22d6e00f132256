using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Evaluation;

/// <summary>
/// Computes what the generated <c>Predict</c> computes for one sample: with what was folded, in the network's own precision, and in
/// the order in which the chosen code adds. Machines whose vectors have other widths add some sums in another order.
/// </summary>
/// <param name="program">The network's program.</param>
/// <param name="hasVectors">Whether the runtime library computes with hardware vectors.</param>
/// <param name="lanes">How many numbers in single precision the machine's vectors hold: 4, 8 or 16.</param>
internal sealed class ProgramEvaluator(Program program, bool hasVectors, int lanes = UnitVectors.WideLanes)
{
    private readonly Rounding _rounding = new(program.Declared.Precision);
    private readonly DenseEvaluator _dense = new(program, hasVectors, lanes);

    /// <summary>
    /// Whether every machine computes just this: all sums are added in input order, and all functions are made of products, sums
    /// and comparisons.
    /// </summary>
    public bool IsExact { get; } = (program.Declared.Precision == Precision.Double || program.Sample == Form.Nodes)
        && program.Network.Operations.All(operation => operation is not (ActivationOperation { Function.IsPiecewiseLinear: false } or GroupNormalizationOperation or MapOperation or ReduceOperation));

    /// <summary>The network's output for one sample.</summary>
    /// <param name="input">A value per input, which is rounded to the network's precision first, as a caller has to.</param>
    public double[] Predict(double[] input)
    {
        double[][] tensors = new double[program.Network.Tensors.Count][];
        tensors[0] = _rounding.Of(input);
        foreach (Step step in program.Steps)
        {
            double[][] inputs = [.. step.Inputs.Select(tensor => tensors[tensor])];
            double[] output = step.Operation is DenseOperation ? _dense.Forward(step, inputs[0]) : step.Operation.Evaluate(inputs, _rounding);
            tensors[step.Operation.Output] = output;
            if (step.Activation is { } activation)
            {
                tensors[activation.Output] = activation.Evaluate([output], _rounding);
            }
        }

        return tensors[program.Network.OutputTensor];
    }
}
