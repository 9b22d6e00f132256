using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Convolutions;

/// <summary>The convolution with packed weights, of one sample.</summary>
internal sealed class ConvolutionCandidate : ICandidate
{
    private readonly PackedConvolution _convolution;
    private readonly float[] _input;
    private readonly float[] _output;

    public ConvolutionCandidate(ConvolutionLayer layer)
    {
        float[] weights = RandomNumbers.Make(layer.Units * layer.Depth);
        _convolution = new PackedConvolution(weights, RandomNumbers.Make(layer.Units), layer.Window(), layer.Channels, layer.Units, layer.Groups);
        _input = RandomNumbers.Make(layer.Pixels * layer.Channels);
        _output = new float[layer.Pixels * layer.Units];
    }

    public ReadOnlySpan<float> Result => _output;

    public void Run(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            _convolution.ForwardRelu(_input, _output, 1);
        }
    }

    public void Dispose()
    {
    }
}
