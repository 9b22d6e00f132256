using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Spatial;

/// <summary>
/// <c>conv_transpose1d</c>, <c>conv_transpose2d</c> and <c>conv_transpose3d</c>: a transposed convolution with its activation, as PyTorch's;
/// along each axis (size - 1)·stride - padding + dilation·(kernel - 1) + output_padding + 1 values.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="axes">How many axes its pixels have.</param>
internal sealed class TransposedConvolutionLayer(string type, int axes) : LayerKind(
    type,
    new ArgumentDescriptor("units", ArgumentKind.Integer),
    WindowArguments.Kernel,
    WindowArguments.Stride,
    new ArgumentDescriptor("padding", ArgumentKind.Sizes, "paddings"),
    new ArgumentDescriptor("output_padding", ArgumentKind.Sizes, "output_paddings"),
    WindowArguments.Dilation,
    new ArgumentDescriptor("groups", ArgumentKind.Integer),
    new ArgumentDescriptor("weights", ArgumentKind.Tensor),
    new ArgumentDescriptor("bias", ArgumentKind.Numbers),
    new ArgumentDescriptor("use_bias", ArgumentKind.Flag),
    new ArgumentDescriptor("activation", ArgumentKind.Activation))
{
    /// <inheritdoc/>
    public override bool IsSpatial => true;

    /// <inheritdoc/>
    public override void Bind(LayerBinding layer)
    {
        WindowArguments arguments = new(layer, Type, axes);
        Shape? input = arguments.Input();
        Shape? declared = (layer.Find("weights") as DeclaredTensor)?.Shape is { Rank: var rank } found && rank == axes + 2 ? found : null;

        // Of weights that cannot be read nobody knows the kernel.
        bool isHidden = layer.Find("kernel") is null && layer.Find("weights") is not (null or DeclaredNumbers or DeclaredTensor);
        int[]? kernel = isHidden ? null : arguments.Sizes("kernel", declared is null ? null : [.. declared.Dimensions.Skip(2)], 1);
        int[]? stride = arguments.Sizes("stride", [.. Enumerable.Repeat(1, axes)], 1);
        int[]? dilation = arguments.Sizes("dilation", [.. Enumerable.Repeat(1, axes)], 1);
        Window? window = arguments.TransposedWindow(input, kernel, stride, dilation);
        int divisor = layer.Find("groups") is DeclaredNumber { Value: >= 1 and var count } ? (int)count : 1;
        int? units = UnitCount.Bind(layer, declared is null ? null : (int)Math.Min(int.MaxValue, declared[1] * (long)divisor));
        int? groups = GroupCount.Bind(layer, input?[0], units);
        WeightReader weights = new(layer, Type);
        Shape? shape = units is null || groups is null || kernel is null || input is null ? null : Shape.Of([input[0], units.Value / groups.Value, .. kernel]);
        NumberArray? numbers = weights.Weights(shape);
        (bool hasBias, NumberArray? bias) = weights.Bias(units, numbers is not null);
        bool sound = window is not null && numbers is not null && (bias is not null || !hasBias);
        Shape? output = window is null || units is null ? null : Shape.Of([units.Value, .. window.Axes.Select(axis => axis.Input)]);
        int tensor = layer.Append(output, sound
            ? index => new ConvolutionOperation(
                layer.Name, layer.Sources, index, window!, input![0], units!.Value, groups!.Value, layer.Own(numbers!), bias is null ? null : layer.Own(bias))
            {
                AreWeightsDeclared = weights.AreDeclared,
                IsTransposed = true,
            }
            : null);
        layer.AppendActivation(output, tensor);
    }
}
