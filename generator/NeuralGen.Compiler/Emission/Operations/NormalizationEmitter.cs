using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes (x - mean) / scale, where the reciprocal of a scale is out of range.</summary>
internal sealed class NormalizationEmitter : ElementwiseEmitter<NormalizationOperation>
{
    /// <inheritdoc/>
    protected override ChannelMap Channels(NormalizationOperation operation) => operation.Channels;

    /// <inheritdoc/>
    protected override string Expression(
        NormalizationOperation operation, IReadOnlyList<string> inputs, Func<string, NetworkNumbers, string> constants, int? index, Arithmetic arithmetic) =>
        $"({inputs[0]} - {constants("mean", operation.Mean)}) / {constants("scale", operation.Scale)}".Replace("- -", "+ ");

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, NetworkNumbers Values)> Constants(NormalizationOperation operation) =>
        [("mean", operation.Mean), ("scale", operation.Scale)];
}
