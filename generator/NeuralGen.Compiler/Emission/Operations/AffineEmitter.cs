using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes (x - center)·scale + offset, leaving out what does nothing.</summary>
internal sealed class AffineEmitter : ElementwiseEmitter<AffineOperation>
{
    /// <inheritdoc/>
    protected override ChannelMap Channels(AffineOperation operation) => operation.Channels;

    /// <inheritdoc/>
    protected override string Expression(
        AffineOperation operation, IReadOnlyList<string> inputs, Func<string, NetworkNumbers, string> constants, int? index, Arithmetic arithmetic)
    {
        bool Matters(NetworkNumbers values, double neutral) => index is { } i ? values[i] != neutral : !values.All(value => value == neutral);
        string result = inputs[0];
        if (Matters(operation.Center, 0))
        {
            result = $"({result} - {constants("center", operation.Center)})".Replace("- -", "+ ");
        }

        if (Matters(operation.Scale, 1))
        {
            result = $"{result} * {constants("scale", operation.Scale)}";
        }

        return Matters(operation.Offset, 0)
            ? $"{result} + {constants("offset", operation.Offset)}".Replace("+ -", "- ")
            : result;
    }

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, NetworkNumbers Values)> Constants(AffineOperation operation)
    {
        if (!operation.Center.All(value => value == 0))
        {
            yield return ("center", operation.Center);
        }

        if (!operation.Scale.All(value => value == 1))
        {
            yield return ("scale", operation.Scale);
        }

        if (!operation.Offset.All(value => value == 0))
        {
            yield return ("offset", operation.Offset);
        }
    }
}
