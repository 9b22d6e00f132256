using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Branches;
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
    private readonly Dictionary<int, ProgramEvaluator> _bodies = [];
    private readonly Rounding _rounding = new(program.Declared.Precision);
    private readonly DenseEvaluator _dense = new(program, hasVectors, lanes);
    private readonly IReadOnlyList<BranchSide[]> _sides = program.Sides;

    /// <summary>
    /// Whether every machine computes just this: all sums are added in input order, and all functions are made of products, sums
    /// and comparisons.
    /// </summary>
    public bool IsExact { get; } = (program.Declared.Precision == Precision.Double || program.Sample == Form.Nodes)
        && program.Network.Operations.All(operation => operation is not (RepeatOperation or ActivationOperation { Function.IsPiecewiseLinear: false } or GroupNormalizationOperation or MapOperation or ReduceOperation));

    /// <summary>The network's output for one sample.</summary>
    /// <param name="input">A value per input, which is rounded to the network's precision first, as a caller has to.</param>
    public double[] Predict(double[] input) => Predict([input])[0];

    /// <summary>The network's outputs for one sample.</summary>
    /// <param name="inputs">The values of each input, which are rounded to the network's precision first, as a caller has to.</param>
    public double[][] Predict(double[][] inputs)
    {
        double[][] tensors = new double[program.Network.Tensors.Count][];
        for (int i = 0; i < inputs.Length; i++)
        {
            tensors[i] = program.Network.Tensors[i].Type == ElementType.Float ? _rounding.Of(inputs[i]) : inputs[i];
        }

        for (int i = 0; i < program.Steps.Count; i++)
        {
            Step step = program.Steps[i];
            if (!BranchSides.AreTaken(_sides[i], tensors))
            {
                tensors[step.Output] = new double[program.Network.Tensors[step.Output].Size];
                continue;
            }

            if (step.Prologue is { } prologue)
            {
                tensors[prologue.Output] = prologue.Evaluate([.. prologue.Inputs.Select(tensor => tensors[tensor])], _rounding);
            }

            double[][] values = [.. step.Operation.Inputs.Select(tensor => tensors[tensor])];
            double[] output = step.Operation is RepeatOperation repeat ? repeat.Evaluate(values, Body(repeat).Predict)
                : step.Operation is DenseOperation ? _dense.Forward(step, values[0])
                : program.Network.Tensors[step.Operation.Output].Type == ElementType.Float ? step.Operation.Evaluate(values, _rounding)
                : step.Operation.Evaluate(values);
            tensors[step.Operation.Output] = output;
            if (step.Sum is { } sum)
            {
                output = sum.Evaluate([output, tensors[step.Residual!.Value]], _rounding);
                tensors[sum.Output] = output;
            }

            if (step.Activation is { } activation)
            {
                tensors[activation.Output] = activation.Evaluate([output], _rounding);
            }

            if (step.Epilogue is { } epilogue)
            {
                tensors[epilogue.Output] = epilogue.Evaluate([.. epilogue.Inputs.Select(tensor => tensors[tensor])], _rounding);
            }
        }

        return [.. program.Network.OutputTensors.Select(tensor => tensors[tensor])];
    }

    /// <summary>Computes what a layer repeats.</summary>
    private ProgramEvaluator Body(RepeatOperation repeat)
    {
        if (!_bodies.TryGetValue(repeat.Output, out ProgramEvaluator? body))
        {
            body = new ProgramEvaluator(Lowerer.Lower(repeat.Body, hasVectors), hasVectors, lanes);
            _bodies.Add(repeat.Output, body);
        }

        return body;
    }
}
