using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>
/// Puts batch normalisations whose numbers the compiler does not know into the layer before them: the program scales its weights
/// when it packs them, which it does anyway.
/// </summary>
internal static class StoredFolding
{
    /// <summary>The operation that a batch normalisation is, with factors that the program works out.</summary>
    public static AffineOperation ToAffine(BatchNormalizationOperation batch, NumberIds numbers)
    {
        NumberDerivation factors = new(DerivedPart.Factors, batch.Layer, batch.Gamma, batch.Variance, batch.Epsilon);
        return new AffineOperation(batch.Layer, batch.Inputs, batch.Output, batch.Mean, numbers.Add(batch.Gamma.Values) with { Derivation = factors }, batch.Beta)
        {
            Channels = batch.Channels,
        };
    }

    /// <summary>The layer whose sums are scaled and shifted; null where that cannot be left to the packing of its weights.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="affine">What follows it.</param>
    /// <param name="numbers">Receives the new numbers.</param>
    public static Operation? Back(Operation layer, AffineOperation affine, NumberIds numbers)
    {
        if (affine.Scale.Derivation is not { } factors)
        {
            return null;
        }

        NetworkNumbers Scaled(NetworkNumbers weights) => numbers.Add(weights.Values) with
        {
            Derivation = factors with { Part = DerivedPart.Weights, Folded = layer.Layer, Source = weights },
        };
        NetworkNumbers Shifted(NetworkNumbers? bias) => numbers.Add(affine.Offset.Values) with
        {
            Derivation = factors with { Part = DerivedPart.Bias, Folded = layer.Layer, Source = bias, Mean = affine.Center, Beta = affine.Offset },
        };

        // A layer with weights of zero reads them again, value by value, where it meets NaN.
        return layer switch
        {
            ConvolutionOperation { Weights.Derivation: null } convolution
                when affine.Channels == new ChannelMap(convolution.Units, convolution.AreChannelsLast ? 1 : convolution.Window.OutputPixels) => convolution with
                {
                    Weights = Scaled(convolution.Weights),
                    Bias = Shifted(convolution.Bias),
                    FoldedLayers = convolution.FoldedLayers.Append(affine.Layer).ToEquatableArray(),
                },
            DenseOperation { Weights.Derivation: null } dense when !affine.Channels.HasChannels && dense.Weights.Values.CountNonZeros() == dense.Weights.Count => dense with
            {
                Weights = Scaled(dense.Weights),
                Bias = Shifted(dense.Bias),
                FoldedLayers = dense.FoldedLayers.Append(affine.Layer).ToEquatableArray(),
            },
            _ => null,
        };
    }
}
