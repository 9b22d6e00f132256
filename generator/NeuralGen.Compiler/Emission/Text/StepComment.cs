using NeuralGen.Compiler.Emission.Repeats;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Says in one sentence what a step does.</summary>
internal static class StepComment
{
    /// <summary>The sentence.</summary>
    /// <param name="step">The step.</param>
    /// <param name="network">The network that it belongs to.</param>
    public static string Of(Step step, Network network)
    {
        if (Inner(step.Operation) is { } inner)
        {
            return Of(Step.Of(inner, null, step.Form), network);
        }

        string sizes = string.Join(" + ", step.Operation.Inputs.Select(input => Size(network.Tensors[input])))
            + (step.Prologue is { } prologue ? $"{(step.Operation is ConvolutionOperation ? "" : " values")} of '{Literal.Comment(prologue.Layer)}', each {Formula(prologue, network)}," : "");
        string inputs = sizes == "1" ? "1 value" : step.Prologue is not null || sizes.StartsWith("[", StringComparison.Ordinal) ? sizes : $"{sizes} values";
        string layer = Literal.Comment(step.Layer);
        int outputs = network.Tensors[step.Output].Size;
        string sum = step.Residual is { } residual ? $", plus '{Literal.Comment(network.Tensors[residual].Name)}'{Named(step.Sum!, step)}" : "";
        string activation = sum + (step.Activation is { } following ? $", then {following.Function.Name}{Named(following, step)}" : "")
            + (step.Epilogue is { } epilogue ? $", then {Formula(epilogue, network)}{Named(epilogue, step)}" : "");
        return step.Operation switch
        {
            { Whole: { Type: not "multi_head_attention" } } and (DenseOperation or ConvolutionOperation) => $"Layer '{layer}': what its gates get from {inputs}{activation}.",
            DenseOperation dense => $"Layer '{layer}': {(outputs == 1 ? "1 node," : $"{Literal.Integer(outputs)} nodes, each")} a weighted sum of {inputs}"
                + $"{(dense.Bias is null ? "" : " and a bias")}{Folded(dense.FoldedLayers)}{activation}.",
            ConvolutionOperation { IsDense: true } rows => $"Layer '{layer}': each of {Literal.Integer(rows.Window.InputPixels)} rows of {Literal.Integer(rows.Channels)} values becomes {Literal.Integer(rows.Units)}, each a weighted sum"
                + $"{(rows.Bias is null ? "" : " and a bias")}{activation}.",
            ConvolutionOperation { IsTransposed: true } convolution => $"Layer '{layer}': {network.Tensors[step.Output].Shape}, each value a weighted sum of the values of {inputs} whose kernel of {Kernel(convolution.Window)} reaches it"
                + $"{(convolution.Bias is null ? "" : " and a bias")}{Folded(convolution.FoldedLayers)}{activation}.",
            ConvolutionOperation convolution => $"Layer '{layer}': {network.Tensors[step.Output].Shape}, each value a weighted sum of the values of {inputs} under a kernel of {Kernel(convolution.Window)}{Folded(convolution.PaddedBy, "padding")}"
                + $"{(convolution.Bias is null ? "" : " and a bias")}{Folded(convolution.FoldedLayers)}{activation}.",
            PoolOperation pool => $"Layer '{layer}': {network.Tensors[step.Output].Shape}, each value the {(pool.Pool == PoolKind.Max ? "largest" : "mean")} of {inputs} under a window of {Kernel(pool.Window)}{Folded(pool.FoldedLayers, "padding")}{activation}.",
            MoveOperation { Word: "layout" } => $"Layer '{layer}': the same values, {(network.Tensors[step.Output].Name.EndsWith("_pixels", StringComparison.Ordinal) ? "pixel by pixel" : "plane by plane")}.",
            MoveOperation { Word: "transpose" } => $"Layer '{layer}': {inputs} with the axes in another order, {network.Tensors[step.Output].Shape}.",
            MoveOperation { Word: "slice" or "gather" or "split" } => $"Layer '{layer}': {network.Tensors[step.Output].Shape} of {inputs}.",
            MoveOperation { Word: "pad" } => $"Layer '{layer}': {inputs} within {network.Tensors[step.Output].Shape}.",
            MoveOperation move when move.Inputs.Count == 1 => $"Layer '{layer}': {inputs} as {network.Tensors[step.Output].Shape}.",
            ActivationOperation alone => $"Layer '{layer}': {alone.Function.Name} of {inputs}.",
            AddOperation => $"Layer '{layer}': the sum of {string.Join(" and ", step.Inputs.Select(input => $"'{Literal.Comment(network.Tensors[input].Name)}'"))}.",
            ConcatOperation => $"Layer '{layer}': {string.Join(" and ", step.Inputs.Select(input => $"'{Literal.Comment(network.Tensors[input].Name)}'"))} one behind the other.",
            MatMulOperation => $"Layer '{layer}': {network.Tensors[step.Output].Shape}, the product of {string.Join(" and ", step.Inputs.Select(input => $"'{Literal.Comment(network.Tensors[input].Name)}' {network.Tensors[input].Shape}"))} as matrices{activation}.",
            ReduceOperation reduce => $"Layer '{layer}': {network.Tensors[step.Output].Shape}, each value the {reduce.Words} of {Literal.Integer(reduce.Count)} of {inputs}{Folded(reduce.FoldedLayers, "positions")}{activation}.",
            MapOperation map => $"Layer '{layer}': {network.Tensors[step.Output].Shape}, each value {Formula(map, network)}.",
            ResampleOperation => $"Layer '{layer}': {inputs} resized to {network.Tensors[step.Output].Shape}{activation}.",
            RepeatOperation repeat => $"Layer '{layer}': {(repeat.Body.Operations.Count == 1 ? "1 operation" : $"{Literal.Integer(repeat.Body.Operations.Count)} operations")} of {inputs}, {RepeatText.Times(repeat)}{(repeat.States == 0 ? "" : "; each round reads the states that the one before left")}.",
            RecurrentOperation recurrent => $"Layer '{layer}': {Literal.Integer(recurrent.Steps)} {(recurrent.Steps == 1 ? "step" : "steps")} of {recurrent.Kind} with {Literal.Integer(recurrent.Units)} units{(recurrent.IsReversed ? ", from the last to the first" : "")}{(recurrent.Cell == RecurrentCell.Lstm ? "; the last cell state stands behind the hidden states" : "")}.",
            ConstantOperation => $"Layer '{layer}': {(outputs == 1 ? "a value that is" : $"{Size(network.Tensors[step.Output])}{(network.Tensors[step.Output].Shape.Rank > 1 ? "" : " values")} that are")} known.",
            AffineOperation => $"Layer '{layer}': {inputs} shifted and scaled by stored statistics.",
            _ => $"Layer '{layer}': {step.Operation.Kind.Replace('_', ' ')} of {inputs}{activation}.",
        };
    }

    /// <summary>The operation that one of whole numbers is the same as, in words.</summary>
    private static Operation? Inner(Operation operation) => operation switch
    {
        WholeReduceOperation reduce => reduce.Reduce with { Inputs = reduce.Inputs, Output = reduce.Output },
        WholeMatMulOperation product => product.Product with { Inputs = product.Inputs, Output = product.Output },
        _ => null,
    };

    private static string Size(Tensor tensor) => tensor.Shape.Rank > 1 ? tensor.Shape.ToString() : Literal.Integer(tensor.Size);

    private static string Kernel(Window window) => string.Join("×", window.Axes.Select(axis => Literal.Integer(axis.Kernel)));

    private static string Folded(EquatableArray<string> layers, string into = "weights") => layers.Count == 0
        ? ""
        : $", with {string.Join(" and ", layers.Select(layer => $"'{Literal.Comment(layer)}'"))} folded into its {into}";

    /// <summary>A formula, with the layers that were written into it.</summary>
    private static string Formula(MapOperation map, Network network) =>
        Literal.Comment(FormulaText.Of(map.Formula, [.. map.Inputs.Select(input => network.Tensors[input].Name)])) + Folded(map.FoldedLayers, "formula");

    /// <summary>The name of a layer that is computed along with another one.</summary>
    private static string Named(Operation operation, Step step) => operation.Layer == step.Layer ? "" : $" ('{Literal.Comment(operation.Layer)}')";
}
