using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>Who reads the tensors of a network, looked up once.</summary>
internal sealed class TensorUses
{
    private readonly int[] _counts;
    private readonly int[] _readers;
    private readonly EquatableArray<int> _outputs;

    /// <summary>Looks at a network.</summary>
    public TensorUses(Network network)
    {
        _counts = new int[network.Tensors.Count];
        _readers = new int[network.Tensors.Count];
        _outputs = network.OutputTensors;
        for (int i = 0; i < network.Operations.Count; i++)
        {
            foreach (int input in network.Operations[i].Inputs)
            {
                _counts[input]++;
                _readers[input] = i;
            }
        }
    }

    /// <summary>The index of the only operation that reads a tensor; null when several do, one does twice, or the tensor is an output.</summary>
    public int? SoleConsumer(int tensor) => _counts[tensor] == 1 && !_outputs.Contains(tensor) ? _readers[tensor] : null;
}
