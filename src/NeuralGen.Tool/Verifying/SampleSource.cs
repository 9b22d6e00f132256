using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;
using NeuralGen.Tool.Models;

namespace NeuralGen.Tool.Verifying;

/// <summary>
/// Draws inputs for a network: within the ranges that it declares, about the means of its normalisation, or else normal; whole numbers are
/// small. The same seed gives the same inputs.
/// </summary>
internal sealed class SampleSource
{
    private const int LargestIndex = 3;
    private const int MostTries = 20;

    private readonly OpenModel _model;
    private readonly Random _random;
    private readonly NormalizationOperation? _normalization;

    /// <summary>Makes one.</summary>
    public SampleSource(OpenModel model, int seed)
    {
        _model = model;
        _random = new Random(seed);
        _normalization = model.Whole.Operations.OfType<NormalizationOperation>().FirstOrDefault(operation => operation.Inputs[0] == 0 && operation.IsDeclared);
    }

    /// <summary>Inputs that the network takes, with what the interpreter makes of them.</summary>
    /// <param name="states">What was kept from the call before.</param>
    public (double[][] Inputs, double[][] Outputs) Next(double[][] states)
    {
        for (int attempt = 0; ; attempt++)
        {
            double[][] inputs = [.. Enumerable.Range(0, _model.Signature.Inputs.Count).Select(port => Draw(port, attempt))];
            try
            {
                double[][] tensors = Interpreter.Evaluate(_model.Whole, [.. inputs, .. states]);
                return (inputs, [.. _model.Whole.OutputTensors.Select(tensor => tensors[tensor])]);
            }
            catch (DataIndexException) when (attempt < MostTries)
            {
                // Indices beyond a table; the next ones are smaller.
            }
        }
    }

    private double[] Draw(int port, int attempt)
    {
        Port declared = _model.Signature.Inputs[port];
        double[] values = new double[declared.Size];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = declared.Type switch
            {
                Element.Bool => _random.Next(2),
                Element.Float => Rounded(Real(port, i)),
                _ => _random.Next(Math.Max(1, LargestIndex - attempt) + 1),
            };
        }

        return values;
    }

    private double Real(int port, int i)
    {
        if (port == 0 && _model.Bound.Ranges is { } ranges && i < ranges.Length && double.IsFinite(ranges[i].Low) && double.IsFinite(ranges[i].High))
        {
            return ranges[i].Low + (_random.NextDouble() * (ranges[i].High - ranges[i].Low));
        }

        double normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return port == 0 && _normalization is { } normalization && normalization.Mean.IsKnown
            ? normalization.Mean[normalization.Channels.Of(i)] + (normal * normalization.Scale[normalization.Channels.Of(i)])
            : normal;
    }

    /// <summary>What a caller can pass: the interpreter must not know digits that the code never sees.</summary>
    private double Rounded(double value) => new Rounding(_model.Signature.Precision).Of(value);
}
