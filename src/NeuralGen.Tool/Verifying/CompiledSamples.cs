using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.Compilation;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.OnnxRuntime;
using NeuralGen.Tool.Predicting;

namespace NeuralGen.Tool.Verifying;

/// <summary>Calls a compiled network with samples of numbers.</summary>
internal sealed class CompiledSamples
{
    private readonly CompiledNetwork _network;
    private readonly Array[] _inputs;
    private readonly Array[] _outputs;

    /// <summary>Compiles a model.</summary>
    public CompiledSamples(OpenModel model)
    {
        _network = MemoryCompiler.Compile(model);
        _inputs = PortArrays.Create(model.Signature.Inputs, model.Signature.Precision, 1);
        _outputs = PortArrays.Create(model.Signature.Outputs, model.Signature.Precision, 1);
        Ports = [.. model.Signature.Outputs];
    }

    /// <summary>The outputs.</summary>
    public IReadOnlyList<Port> Ports { get; }

    /// <summary>The beginning of what the network keeps from call to call.</summary>
    public object? NewState() => _network.NewState();

    /// <summary>Predicts a sample; the outputs stay until the next call.</summary>
    public Array[] Predict(double[][] inputs, object? state)
    {
        for (int port = 0; port < _inputs.Length; port++)
        {
            for (int i = 0; i < inputs[port].Length; i++)
            {
                OnnxElements.Set(_inputs[port], i, inputs[port][i]);
            }
        }

        _network.Predict(_inputs, _outputs, 0, state);
        return _outputs;
    }
}
