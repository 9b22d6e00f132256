using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes the sum of tensors.</summary>
internal sealed class AddEmitter : ElementwiseEmitter<AddOperation>
{
    /// <inheritdoc/>
    protected override string Expression(
        AddOperation operation, IReadOnlyList<string> inputs, Func<string, NumberArray, string> constants, int? index, Arithmetic arithmetic) =>
        string.Join(" + ", inputs);

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, NumberArray Values)> Constants(AddOperation operation) => [];
}
