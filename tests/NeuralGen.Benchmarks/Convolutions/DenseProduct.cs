using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Convolutions;

/// <summary>The dense layer that multiplies as many numbers: a row for each pixel.</summary>
internal sealed class DenseProduct : ICandidate
{
    private readonly PackedDenseRows _dense;
    private readonly int _rows;
    private readonly float[] _input;
    private readonly float[] _output;

    public DenseProduct(ConvolutionLayer layer)
    {
        _dense = new PackedDenseRows(RandomNumbers.Make(layer.Units * layer.Depth), RandomNumbers.Make(layer.Units), layer.Units);
        _rows = layer.Pixels;
        _input = RandomNumbers.Make(_rows * layer.Depth);
        _output = new float[_rows * layer.Units];
    }

    public ReadOnlySpan<float> Result => _output;

    public void Run(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            _dense.ForwardRelu(_input, _output, _rows);
        }
    }

    public void Dispose()
    {
    }
}
