using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Convolutions;

/// <summary>The passes of a convolution whose weights change, of one sample.</summary>
internal static class UnpackedConvolution
{
    /// <summary>The forward pass, the gradient by the input, and that by the weights.</summary>
    public static ICandidate[] Passes(ConvolutionLayer layer)
    {
        SpatialWindow window = layer.Window();
        float[] weights = RandomNumbers.Make(layer.Units * layer.Depth), bias = RandomNumbers.Make(layer.Units);
        float[] input = RandomNumbers.Make(layer.Pixels * layer.Channels), deltas = RandomNumbers.Make(layer.Pixels * layer.Units);
        float[] output = new float[deltas.Length], inputDeltas = new float[input.Length], gradient = new float[weights.Length], biasGradient = new float[bias.Length];
        return
        [
            new CallCandidate(() => ConvolutionKernels.Forward(weights, bias, input, output, window, layer.Groups, 1), output),
            new CallCandidate(() => ConvolutionKernels.AddInputGradient(weights, deltas, inputDeltas, window, layer.Groups, 1), inputDeltas),
            new CallCandidate(() => ConvolutionKernels.AddParameterGradient(input, deltas, gradient, biasGradient, window, layer.Groups, 1), gradient),
        ];
    }
}
