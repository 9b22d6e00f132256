using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary><c>max_pool2d</c>, <c>average_pool1d</c> and their kin, as PyTorch's: the stride is the kernel's size when left out.</summary>
/// <param name="type">The type.</param>
/// <param name="axes">How many axes its pixels have.</param>
/// <param name="pool">What it takes from the values under its window.</param>
internal sealed class PoolLayer(string type, int axes, PoolKind pool) : LayerKind(
    type,
    [
        WindowArguments.Kernel,
        WindowArguments.Stride,
        WindowArguments.Padding,
        .. pool == PoolKind.Max ? (ArgumentDescriptor[])[WindowArguments.Dilation] : [new ArgumentDescriptor("count_include_pad", ArgumentKind.Flag)],
        new ArgumentDescriptor("ceil_mode", ArgumentKind.Flag),
    ])
{
    /// <inheritdoc/>
    public override bool IsSpatial => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        WindowArguments arguments = new(layer, Type, axes);
        Shape? input = arguments.Input();
        int[]? kernel = arguments.Sizes("kernel", null, 1);
        int[]? stride = layer.Find("stride") is null ? kernel : arguments.Sizes("stride", null, 1);
        int[]? dilation = pool == PoolKind.Max ? arguments.Sizes("dilation", [.. Enumerable.Repeat(1, axes)], 1) : [.. Enumerable.Repeat(1, axes)];
        Window? window = arguments.Window(input, kernel, stride, dilation, layer.Find("ceil_mode") is DeclaredFlag { Value: true });
        if (window is not null && window.Axes.Any(ReadsNothing))
        {
            WindowAxis wrong = window.Axes.First(ReadsNothing);
            int padding = Math.Max(wrong.PaddingBefore, wrong.PaddingAfter);
            layer.Report(ShapeRules.PoolPadding, layer.Place.Key("padding"), layer.Name, padding, wrong.Kernel, Texts.Count(wrong.Input, "value"));
            window = null;
        }

        bool counts = layer.Find("count_include_pad") is not DeclaredFlag { Value: false };
        Shape? output = window is null ? null : Shape.Of([input![0], .. window.Axes.Select(axis => axis.Output)]);
        layer.Append(output, window is null
            ? null
            : index => new PoolOperation(layer.Name, layer.Sources, index, pool, window, input![0], counts));
    }

    /// <summary>Whether some position of the window lies in the padding alone, where there is no largest value and no mean.</summary>
    private static bool ReadsNothing(WindowAxis axis) => Enumerable.Range(0, axis.Output).Any(position =>
        Enumerable.Range(0, axis.Kernel).All(tap => axis.Source(position, tap) is var source && (source < 0 || source >= axis.Input)));
}
