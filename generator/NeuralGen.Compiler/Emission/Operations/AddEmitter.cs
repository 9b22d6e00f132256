using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes the sum of tensors.</summary>
internal sealed class AddEmitter : ElementwiseEmitter<AddOperation>
{
    /// <inheritdoc/>
    protected override string Expression(
        AddOperation operation, IReadOnlyList<string> inputs, Func<string, NetworkNumbers, string> constants, int? index, Arithmetic arithmetic) =>
        string.Join(" + ", inputs);

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, NetworkNumbers Values)> Constants(AddOperation operation) => [];
}
