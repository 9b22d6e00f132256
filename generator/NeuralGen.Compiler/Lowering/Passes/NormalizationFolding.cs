using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>
/// Works out the constants of normalisations in double precision and puts them into the weights of the dense layer
/// before or behind them, or of the convolution before them.
/// </summary>
internal static class NormalizationFolding
{
    /// <summary>
    /// Above this ratio of centre to scale, multiplying first would cancel digits that subtracting first keeps.
    /// </summary>
    private const double MostCancellation = 8;

    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network) => Run(network, arePacked: false);

    /// <summary>Runs the pass.</summary>
    /// <param name="network">The network.</param>
    /// <param name="arePacked">Whether the program packs the weights of layers, so that it can scale them then where they are not known.</param>
    public static Network Run(Network network, bool arePacked)
    {
        Precision precision = network.Precision;
        NumberIds numbers = NumberIds.After(network);
        // What is known of a normalisation helps nothing where the weights that it scales are not.
        HashSet<int> stored = [.. network.Operations.Where(operation => arePacked && operation is (ConvolutionOperation or DenseOperation) && operation.HasStoredNumbers).Select(operation => operation.Output)];
        network = network with { Operations = network.Operations.Select(operation => ToAffine(operation, precision, numbers, stored)).ToEquatableArray() };
        for (int i = 0; i < network.Operations.Count; i++)
        {
            if (network.Operations[i] is AffineOperation affine && (FoldBack(network, affine, numbers, arePacked) ?? FoldForward(network, affine, numbers)) is { } folded)
            {
                network = folded;
                i--;
            }
        }

        return network;
    }

    private static Operation ToAffine(Operation operation, Precision precision, NumberIds numbers, HashSet<int> stored) => operation switch
    {
        BatchNormalizationOperation batch when batch.HasStoredNumbers || stored.Contains(batch.Inputs[0]) => StoredFolding.ToAffine(batch, numbers),
        BatchNormalizationOperation batch => new AffineOperation(
            batch.Layer,
            batch.Inputs,
            batch.Output,
            batch.Mean,
            numbers.Add(new NumberArray([.. Enumerable.Range(0, batch.Gamma.Count).Select(i => batch.Gamma[i] / Math.Sqrt(batch.Variance[i] + batch.Epsilon))])),
            batch.Beta)
        {
            Channels = batch.Channels,
        },
        NormalizationOperation { HasStoredNumbers: false } normalization when normalization.Scale.All(scale => IsInRange(1 / scale, precision)) => new AffineOperation(
            normalization.Layer,
            normalization.Inputs,
            normalization.Output,
            normalization.Mean,
            numbers.Add(normalization.Scale.Values.Select(scale => 1 / scale)),
            numbers.Add(NumberArray.Repeat(0, normalization.Mean.Count)))
        {
            Channels = normalization.Channels,
        },
        _ => operation,
    };

    /// <summary>Into the dense layer before it, whose sums are scaled and shifted.</summary>
    private static Network? FoldBack(Network network, AffineOperation affine, NumberIds numbers, bool arePacked)
    {
        Operation? before = network.Operations.FirstOrDefault(operation => operation.Output == affine.Inputs[0]);
        if (before is null || new TensorUses(network).SoleConsumer(before.Output) is null)
        {
            return null;
        }

        if (before.HasStoredNumbers || affine.HasStoredNumbers)
        {
            return arePacked && StoredFolding.Back(before, affine, numbers) is { } stored ? Replaced(network, before, stored, affine, stored.Output) : null;
        }

        if (before is ConvolutionOperation convolution)
        {
            return ConvolutionFolding.Back(convolution, affine, numbers) is { } scaled ? Replace(network, convolution, scaled, affine, convolution.Output) : null;
        }

        if (before is not DenseOperation dense || affine.Channels.HasChannels)
        {
            return null;
        }

        double[] weights = dense.Weights.ToArray();
        double[] bias = new double[dense.Units];
        for (int unit = 0; unit < dense.Units; unit++)
        {
            for (int i = 0; i < dense.InputSize; i++)
            {
                weights[(unit * dense.InputSize) + i] *= affine.Scale[unit];
            }

            bias[unit] = (((dense.Bias?[unit] ?? 0) - affine.Center[unit]) * affine.Scale[unit]) + affine.Offset[unit];
        }

        DenseOperation folded = Fold(dense, affine, weights, bias, numbers);
        return Replace(network, dense, folded, affine, dense.Output);
    }

    /// <summary>Into the dense layer behind it, whose weights are scaled and whose bias takes up the shift.</summary>
    private static Network? FoldForward(Network network, AffineOperation affine, NumberIds numbers)
    {
        if (affine.HasStoredNumbers || new TensorUses(network).SoleConsumer(affine.Output) is not { } consumer || affine.Channels.HasChannels || network.Operations[consumer] is not DenseOperation { HasStoredNumbers: false } dense)
        {
            return null;
        }

        double[] weights = dense.Weights.ToArray();
        double[] bias = dense.Bias?.ToArray() ?? new double[dense.Units];
        for (int i = 0; i < dense.InputSize; i++)
        {
            if (Math.Abs(affine.Center[i] * affine.Scale[i]) > MostCancellation)
            {
                return null;
            }

            double shift = affine.Offset[i] - (affine.Center[i] * affine.Scale[i]);
            for (int unit = 0; unit < dense.Units; unit++)
            {
                bias[unit] += dense.Weight(unit, i) * shift;
                weights[(unit * dense.InputSize) + i] *= affine.Scale[i];
            }
        }

        DenseOperation folded = Fold(dense, affine, weights, bias, numbers);
        return Replace(network, dense, folded, affine, affine.Inputs[0]);
    }

    private static DenseOperation Fold(DenseOperation dense, AffineOperation affine, double[] weights, double[] bias, NumberIds numbers) => dense with
    {
        Weights = numbers.Add(new NumberArray(weights)),
        Bias = numbers.Add(new NumberArray(bias)),
        FoldedLayers = dense.FoldedLayers.Append(affine.Layer).ToEquatableArray(),
    };

    private static Network? Replace(Network network, Operation layer, Operation folded, AffineOperation affine, int source)
    {
        // A factor so large or so small that weights leave the precision's range stays an operation of its own.
        ((NetworkNumbers before, _), (NetworkNumbers after, NetworkNumbers? bias)) = (NumbersOf(layer), NumbersOf(folded));
        bool isSafe = Preserves(before, after, network.Precision) && Preserves(bias!, bias!, network.Precision);
        return isSafe ? Replaced(network, layer, folded, affine, source) : null;
    }

    private static Network Replaced(Network network, Operation layer, Operation folded, AffineOperation affine, int source) => network.Redirect(
        new Dictionary<int, int> { [affine.Output] = source },
        network.Operations.Where(operation => !ReferenceEquals(operation, affine)).Select(operation => ReferenceEquals(operation, layer) ? folded : operation));

    private static (NetworkNumbers Weights, NetworkNumbers? Bias) NumbersOf(Operation operation) => operation is ConvolutionOperation convolution
        ? (convolution.Weights, convolution.Bias)
        : (((DenseOperation)operation).Weights, ((DenseOperation)operation).Bias);

    private static bool Preserves(NetworkNumbers before, NetworkNumbers after, Precision precision)
    {
        double smallest = precision == Precision.Single ? 1.17549435e-38 : 2.2250738585072014E-308;
        for (int i = 0; i < before.Count; i++)
        {
            double magnitude = Math.Abs(after[i]);
            if (!IsInRange(magnitude, precision) || (before[i] != 0 && magnitude < smallest && Math.Abs(before[i]) >= smallest))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInRange(double value, Precision precision) =>
        Math.Abs(value) <= (precision == Precision.Single ? float.MaxValue : double.MaxValue);
}
