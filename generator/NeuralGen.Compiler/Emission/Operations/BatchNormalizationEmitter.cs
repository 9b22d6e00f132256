using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes batch normalisation that is not folded: in a gradient, and where training changes its numbers.</summary>
internal sealed class BatchNormalizationEmitter : ElementwiseEmitter<BatchNormalizationOperation>
{
    /// <summary>The square root of the variance and ε.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="constants">How a constant of the operation is written at this position.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    public static string Deviation(BatchNormalizationOperation operation, Func<string, NetworkNumbers, string> constants, Arithmetic arithmetic) =>
        arithmetic.Sqrt($"{constants("variance", operation.Variance)} + {arithmetic.Literal(operation.Epsilon)}");

    /// <inheritdoc/>
    protected override ChannelMap Channels(BatchNormalizationOperation operation) => operation.Channels;

    /// <inheritdoc/>
    protected override string Expression(
        BatchNormalizationOperation operation, IReadOnlyList<string> inputs, Func<string, NetworkNumbers, string> constants, int? index, Arithmetic arithmetic) =>
        $"({inputs[0]} - {constants("mean", operation.Mean)}) / {Deviation(operation, constants, arithmetic)}".Replace("- -", "+ ")
        + $" * {constants("gamma", operation.Gamma)} + {constants("beta", operation.Beta)}".Replace("+ -", "- ");

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, NetworkNumbers Values)> Constants(BatchNormalizationOperation operation) =>
        [("mean", operation.Mean), ("variance", operation.Variance), ("gamma", operation.Gamma), ("beta", operation.Beta)];
}
