using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary><c>global_average_pool</c> and <c>global_max_pool</c>: one value per channel of an image, a volume, or a sequence.</summary>
/// <param name="type">The type.</param>
/// <param name="pool">What it takes from the values of a channel.</param>
internal sealed class GlobalPoolLayer(string type, PoolKind pool) : LayerKind(type)
{
    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        Shape? input = layer.InputShape;
        if (input is { Rank: < 2 or > 4 })
        {
            layer.Report(ShapeRules.InputShape, layer.Place, layer.Name, Type, "[channels, …] with one to three axes of pixels", layer.InputName, input);
            input = null;
        }

        layer.Append(input?[0], input is null ? null : index => new PoolOperation(
            layer.Name,
            layer.Sources,
            index,
            pool,
            new Window(input.Dimensions.Skip(1).Select(size => new WindowAxis(size, size, 1, 1, 0, 0, 1)).ToEquatableArray()),
            input[0],
            CountsPadding: false));
    }
}
