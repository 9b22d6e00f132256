using NeuralGen.Benchmarks.Candidates;
using TorchSharp;

namespace NeuralGen.Benchmarks.TorchPeers;

/// <summary>Gradients by TorchSharp, all rows in one call.</summary>
internal sealed class TorchGradient(Problem problem) : ICandidate
{
    private readonly TorchNetwork _network = new(problem);
    private readonly torch.Tensor _inputs = torch.tensor(problem.Inputs, [problem.Rows, problem.LayerSizes[0]]);
    private readonly torch.Tensor _targets = torch.tensor(problem.Targets, [problem.Rows, problem.OutputSize]);
    private readonly float[] _result = new float[problem.ParameterCount];

    /// <summary>Gets the result, which lies in tensors until somebody asks for it.</summary>
    public ReadOnlySpan<float> Result
    {
        get
        {
            _network.CopyGradient(_result);
            return _result;
        }
    }

    /// <inheritdoc/>
    public void Run(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            _network.Backward(_inputs, _targets);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _network.Dispose();
        _inputs.Dispose();
        _targets.Dispose();
    }
}
