using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Training;

/// <summary>What a file says of a layer beside its name, what it reads, and its numbers.</summary>
/// <param name="network">The network as declared.</param>
internal sealed class LayerKeys(Network network)
{
    /// <summary>The layer's type.</summary>
    /// <param name="operation">The layer's first operation.</param>
    public string Type(Operation operation) => operation switch
    {
        ActivationOperation => "activation",
        ConvolutionOperation { IsDense: false } convolution => $"conv{(convolution.IsTransposed ? "_transpose" : "")}{Axes(convolution.Window)}d",
        PoolOperation pool when IsGlobal(pool) => pool.Pool == PoolKind.Max ? "global_max_pool" : "global_average_pool",
        PoolOperation pool => $"{pool.Kind}{Axes(pool.Window)}d",
        _ => operation.Kind,
    };

    /// <summary>The keys that say how the layer computes, each with a comma before it.</summary>
    /// <param name="operation">The layer's first operation.</param>
    public string Of(Operation operation) => operation switch
    {
        ConvolutionOperation { IsDense: false } convolution =>
            $", \"units\": {Literal.Integer(convolution.Units)}{Of(convolution.Window)}{OutputPadding(convolution)}, \"dilation\": {Sizes(convolution.Window, axis => axis.Dilation)}, \"groups\": {Literal.Integer(convolution.Groups)}",
        PoolOperation pool when IsGlobal(pool) => "",
        PoolOperation { Pool: PoolKind.Max } pool => $"{Of(pool.Window)}, \"dilation\": {Sizes(pool.Window, axis => axis.Dilation)}{CeilMode(pool.Window)}",
        PoolOperation pool => $"{Of(pool.Window)}, \"count_include_pad\": {Literal.Flag(pool.CountsPadding)}{CeilMode(pool.Window)}",
        MoveOperation { Word: "reshape" } => $", \"shape\": {network.Tensors[operation.Output].Shape}",
        MoveOperation { Word: "concat" } => $", \"axis\": {Literal.Integer(JoinedAxis(operation))}",
        ConstantOperation constant => Of(constant),
        MapOperation map => $", \"formula\": {JsonText.String(FormulaText.Of(map.Formula, [.. map.Inputs.Select(input => network.Tensors[input].Name)]))}",
        WholeReduceOperation reduce => Of(reduce.Reduce.Arguments),
        WholeMatMulOperation product => Of(product.Product),
        GroupNormalizationOperation { Word: "group_normalization" } groups => $", \"groups\": {Literal.Integer(groups.Rows)}{(groups.Gamma is null ? ", \"affine\": false" : "")}",
        MatMulOperation product => (product.IsLeftTransposed ? ", \"transpose_left\": true" : "") + (product.IsRightTransposed ? ", \"transpose_right\": true" : ""),
        SoftmaxOperation softmax => $", \"axis\": {Literal.Integer(SoftmaxAxis(softmax))}",
        BatchNormalizationOperation { Channels.HasChannels: true } batch => $", \"axis\": {Literal.Integer(ChannelAxis(operation, batch.Channels))}",
        GatherOperation { Table: not null } table => $", \"count\": {Literal.Integer(table.Rows.Length)}, \"units\": {Literal.Integer(table.Rows.Inner)}",
        _ => Of(operation.Arguments),
    };

    /// <summary>The keys of arguments that are no numbers of the layer, each with a comma before it.</summary>
    public static string WithoutNumbers(EquatableArray<LayerArgument> arguments) =>
        Of(arguments.Where(argument => argument.Value is not (DeclaredNumbers or DeclaredTensor or DeclaredTensorName or DeclaredRows)).ToEquatableArray());

    private static string Of(EquatableArray<LayerArgument> arguments) =>
        string.Concat(arguments.Select(argument => $", \"{argument.Name}\": {Value(argument.Value)}"));

    private string Of(ConstantOperation constant)
    {
        IEnumerable<string> values = constant.Floats is { } floats ? floats.ToArray().Select(Element) : constant.Wholes.Select(value => Literal.Integer(value));
        return $", \"values\": [{string.Join(", ", values)}], \"shape\": [{string.Join(", ", network.Tensors[constant.Output].Shape.Dimensions.Select(size => Literal.Integer(size)))}], \"element_type\": \"{ElementTypes.Name(constant.Type)}\"";
    }

    private static string Element(double value) =>
        double.IsNaN(value) ? "\"nan\"" : double.IsInfinity(value) ? value > 0 ? "\"infinity\"" : "\"-infinity\"" : JsonText.Number(value);

    private static string Value(DeclaredValue value) => value switch
    {
        DeclaredNumber number => JsonText.Number(number.Value),
        DeclaredSizes sizes => $"[{string.Join(", ", sizes.Values.Select(size => Literal.Integer(size)))}]",
        DeclaredNumbers numbers => $"[{string.Join(", ", numbers.Values.ToArray().Select(JsonText.Number))}]",
        DeclaredFlag flag => Literal.Flag(flag.Value),
        DeclaredNames names => JsonText.List(names.Values),
        DeclaredActivation { Arguments.Count: 0 } activation => JsonText.String(activation.Name),
        DeclaredActivation activation => $"{{ \"type\": {JsonText.String(activation.Name)}{Of(activation.Arguments)} }}",
        _ => JsonText.String(((DeclaredWord)value).Value),
    };

    private static string Axes(Window window) => Literal.Integer(window.Axes.Count);

    private bool IsGlobal(PoolOperation pool) => network.Tensors[pool.Output].Shape.Rank == 1;

    private static string Of(Window window)
    {
        string paddings = string.Join(", ", window.Axes.Select(axis => axis.PaddingBefore).Concat(window.Axes.Select(axis => axis.PaddingAfter)).Select(padding => Literal.Integer(padding)));
        return $", \"kernel\": {Sizes(window, axis => axis.Kernel)}, \"stride\": {Sizes(window, axis => axis.Stride)}, \"padding\": [{paddings}]";
    }

    /// <summary>What a transposed convolution has behind what the last position of its window reaches.</summary>
    private static string OutputPadding(ConvolutionOperation convolution) =>
        convolution.IsTransposed ? $", \"output_padding\": {Sizes(convolution.Window, axis => (int)(axis.PaddingAfter - axis.Overhang))}" : "";

    private static string Sizes(Window window, Func<WindowAxis, int> size) => $"[{string.Join(", ", window.Axes.Select(axis => Literal.Integer(size(axis))))}]";

    /// <summary>A last position that reaches out of the padded input is there only where sizes are rounded up.</summary>
    private static string CeilMode(Window window) => window.Axes.Any(axis => axis.Overhang > axis.PaddingAfter) ? ", \"ceil_mode\": true" : "";

    private int JoinedAxis(Operation operation)
    {
        (Shape input, Shape output) = (network.Tensors[operation.Inputs[0]].Shape, network.Tensors[operation.Output].Shape);
        return Enumerable.Range(0, output.Rank).First(axis => input[axis] != output[axis]);
    }

    private int SoftmaxAxis(SoftmaxOperation softmax)
    {
        Shape shape = network.Tensors[softmax.Output].Shape;
        return Enumerable.Range(0, shape.Rank).First(axis => shape[axis] == softmax.Length && shape.Product(axis + 1, shape.Rank) == softmax.Inner);
    }

    private int ChannelAxis(Operation operation, ChannelMap channels)
    {
        Shape shape = network.Tensors[operation.Output].Shape;
        return Enumerable.Range(0, shape.Rank).First(axis => ChannelMap.Along(shape, axis) == channels);
    }
}
