using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Plausibility;

/// <summary>Looks at a network without errors for what is unlikely to be meant.</summary>
/// <param name="bound">The network.</param>
/// <param name="problems">Where to report.</param>
internal sealed class PlausibilityCheck(BoundNetwork bound, ProblemList problems)
{
    private readonly Network _network = bound.Network!;

    /// <summary>Runs all checks.</summary>
    /// <param name="cancellationToken">Stops them.</param>
    public void Run(CancellationToken cancellationToken)
    {
        // Before training, weights mean nothing yet. Where nothing goes in, all is known by itself.
        if (!_network.IsTrainable && _network.InputCount > 0)
        {
            CheckWeights(cancellationToken);
        }

        CheckEmission();
        if (_network.HasGradients != false && _network.InputCount > 0 && Differentiability.WhyNot(_network) is { } reason)
        {
            problems.Report(EmissionRules.NoGradients, bound.EmissionPlace, _network.Name, reason);
        }

        ActivationFunction? last = LastFunction();
        if (_network.Labels.Count > 1 && last?.Loss is null)
        {
            problems.Report(
                PlausibilityRules.LabelsWithoutProbabilities, bound.LabelsPlace, _network.Name, last?.Name ?? "linear");
        }
    }

    /// <summary>The activation of the output, or that of the tensor whose values it only shows in another shape, as a step of a sequence does.</summary>
    private ActivationFunction? LastFunction()
    {
        Operation? last = Writer(_network.OutputTensor);
        while (last is MoveOperation { Inputs.Count: 1, Map.IsIdentity: true } move && _network.Tensors[move.Inputs[0]].Size == _network.Tensors[move.Output].Size)
        {
            last = Writer(move.Inputs[0]);
        }

        return last switch
        {
            ActivationOperation activation => activation.Function,
            SoftmaxOperation softmax => softmax.Function,
            _ => null,
        };

        Operation? Writer(int tensor) => _network.Operations.LastOrDefault(operation => operation.Output == tensor);
    }

    private void CheckEmission()
    {
        if (_network.Emission != EmissionMode.Unrolled)
        {
            return;
        }

        long terms = Lowerer.Lower(_network).Terms;
        if (terms > FormLimits.MostTermsInMethod)
        {
            problems.Report(EmissionRules.TooLargeToUnroll, bound.EmissionPlace, _network.Name, terms, FormLimits.MostTermsInMethod);
        }
    }

    private void CheckWeights(CancellationToken cancellationToken)
    {
        bool[][] needed = NeededElements.Of(_network);
        foreach (DenseOperation dense in _network.Operations.OfType<DenseOperation>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReportDead(dense, needed[dense.Output]);
            ReportDuplicates(dense);
        }

        ReportConstantOutputs();
        if (bound.Ranges is { } ranges)
        {
            ReportRanges(ranges);
        }
    }

    private Place PlaceOf(string layer, int row) => bound.Rows.TryGetValue(layer, out Func<int, Place>? place) ? place(row) : bound.LabelsPlace;

    private void ReportDead(DenseOperation dense, bool[] needed)
    {
        for (int unit = 0; unit < needed.Length; unit++)
        {
            if (!needed[unit])
            {
                problems.Report(PlausibilityRules.DeadNode, PlaceOf(dense.Layer, unit), unit, dense.Layer);
            }
        }
    }

    private void ReportDuplicates(DenseOperation dense)
    {
        if (dense.HasStoredNumbers)
        {
            return;
        }

        Dictionary<NumberArray, int> seen = [];
        for (int unit = 0; unit < dense.Units && dense.Units > 1; unit++)
        {
            NumberArray row = dense.Weights.Values.Slice(unit * dense.InputSize, dense.InputSize);
            NumberArray key = new([.. row.ToArray(), dense.Bias?[unit] ?? 0]);
            if (!seen.TryGetValue(key, out int first))
            {
                seen.Add(key, unit);
            }
            else if (!row.All(weight => weight == 0))
            {
                problems.Report(PlausibilityRules.DuplicateRow, PlaceOf(dense.Layer, unit), unit, dense.Layer, first);
            }
        }
    }

    private void ReportConstantOutputs()
    {
        Interval[][] bounds = Bounds([.. _network.Inputs.SelectMany(input => Enumerable.Repeat(Interval.Any, input.Size))]);
        foreach (int tensor in _network.OutputTensors)
        {
            Interval[] outputs = bounds[tensor];
            string last = _network.Operations.LastOrDefault(operation => operation.Output == tensor)?.Layer ?? "";
            for (int i = 0; i < outputs.Length; i++)
            {
                if (outputs[i].Low.Equals(outputs[i].High))
                {
                    problems.Report(PlausibilityRules.ConstantOutput, PlaceOf(last, i), i, _network.Name, Texts.Number(outputs[i].Low));
                }
            }
        }
    }

    private void ReportRanges(Interval[] ranges)
    {
        Interval[][] bounds = Bounds(ranges);
        foreach (ActivationOperation activation in _network.Operations.OfType<ActivationOperation>())
        {
            if (activation.Function is not ElementwiseActivation function)
            {
                continue;
            }

            Interval[] inputs = bounds[activation.Inputs[0]];
            for (int i = 0; i < inputs.Length; i++)
            {
                (double low, double high) = (inputs[i].Low, inputs[i].High);
                if (high <= function.NeverFiresUpTo)
                {
                    problems.Report(PlausibilityRules.NeverFires, PlaceOf(activation.Layer, i), i, activation.Layer, Texts.Number(high));
                }
                else if (low > function.SaturatesFrom || high < -function.SaturatesFrom)
                {
                    problems.Report(
                        PlausibilityRules.Saturated, PlaceOf(activation.Layer, i), i, activation.Layer, Texts.Number(low), Texts.Number(high), activation.Function.Name);
                }
            }
        }
    }

    private Interval[][] Bounds(Interval[] inputs)
    {
        Interval[][] bounds = new Interval[_network.Tensors.Count][];
        int start = 0;
        for (int i = 0; i < _network.InputCount; i++)
        {
            bounds[i] = [.. inputs.Skip(start).Take(_network.Tensors[i].Size)];
            start += _network.Tensors[i].Size;
        }

        foreach (Operation operation in _network.Operations)
        {
            int size = _network.Tensors[operation.Output].Size;
            bounds[operation.Output] = operation.HasStoredNumbers
                ? [.. Enumerable.Repeat(Interval.Any, size)]
                : operation.Bounds([.. operation.Inputs.Select(tensor => bounds[tensor])], size);
        }

        return bounds;
    }
}
