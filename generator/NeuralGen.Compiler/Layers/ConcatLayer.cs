using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary><c>concat</c>: two or more tensors one behind the other.</summary>
internal sealed class ConcatLayer() : LayerKind("concat")
{
    /// <inheritdoc/>
    public override int MinimumSources => 2;

    /// <inheritdoc/>
    public override int MaximumSources => int.MaxValue;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        int?[] sizes = [.. layer.Inputs.Select(layer.SizeOf)];
        if (Array.IndexOf(sizes, null) >= 0)
        {
            layer.Append(null, null);
            return;
        }

        EquatableArray<int> known = sizes.Select(size => size!.Value).ToEquatableArray();
        layer.Append(known.Sum(size => (long)size), output => new ConcatOperation(layer.Name, layer.Sources, output, known));
    }
}
