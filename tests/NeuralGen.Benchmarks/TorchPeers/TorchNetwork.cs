using NeuralGen.Benchmarks.Candidates;
using TorchSharp;
using TorchSharp.Modules;

namespace NeuralGen.Benchmarks.TorchPeers;

/// <summary>A network of dense layers as modules of TorchSharp, on one thread.</summary>
internal sealed class TorchNetwork : IDisposable
{
    private readonly List<Linear> _dense = [];
    private readonly torch.Tensor? _mean;
    private readonly torch.Tensor? _scale;
    private readonly Sequential _layers;

    static TorchNetwork() => torch.set_num_threads(1);

    /// <summary>Makes a network with weights of its own choice.</summary>
    public TorchNetwork(ReadOnlySpan<int> layerSizes)
    {
        _layers = torch.nn.Sequential();
        for (int layer = 1; layer < layerSizes.Length; layer++)
        {
            Linear dense = torch.nn.Linear(layerSizes[layer - 1], layerSizes[layer]);
            _dense.Add(dense);
            _layers.append($"dense{layer}", dense);
            if (layer < layerSizes.Length - 1)
            {
                _layers.append($"relu{layer}", torch.nn.ReLU());
            }
        }
    }

    /// <summary>Makes a network with the weights that all compute with.</summary>
    public TorchNetwork(Problem problem)
        : this(problem.LayerSizes)
    {
        if (problem.Network.Normalization is { } normalization)
        {
            _mean = torch.tensor(normalization.Mean);
            _scale = torch.tensor(normalization.Scale);
        }

        using IDisposable withoutGradients = torch.no_grad();
        for (int layer = 0; layer < _dense.Count; layer++)
        {
            float[][] weights = problem.Weights[layer];
            using torch.Tensor matrix = torch.tensor([.. weights.SelectMany(row => row)], [weights.Length, weights[0].Length]);
            using torch.Tensor bias = torch.tensor(problem.Bias[layer]);
            _dense[layer].weight.copy_(matrix);
            _dense[layer].bias!.copy_(bias);
        }
    }

    /// <summary>Gets all weights and biases.</summary>
    public IEnumerable<Parameter> Parameters => _layers.parameters();

    /// <summary>Computes the gradient of the mean squared error, and returns the error.</summary>
    public torch.Tensor Backward(torch.Tensor inputs, torch.Tensor targets)
    {
        _layers.zero_grad();
        torch.Tensor loss = torch.nn.functional.mse_loss(_layers.forward(Normalize(inputs)), targets);
        loss.backward();
        return loss;
    }

    /// <summary>Copies the gradient in the order of the parameters: a layer's weights by unit, then its bias.</summary>
    public void CopyGradient(Span<float> gradient)
    {
        foreach (torch.Tensor parameter in _dense.SelectMany(dense => new torch.Tensor[] { dense.weight, dense.bias! }))
        {
            using torch.Tensor own = parameter.grad!;
            float[] values = own.data<float>().ToArray();
            values.CopyTo(gradient);
            gradient = gradient[values.Length..];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _layers.Dispose();
        _mean?.Dispose();
        _scale?.Dispose();
    }

    private torch.Tensor Normalize(torch.Tensor inputs) => _mean is null ? inputs : (inputs - _mean) / _scale!;
}
