using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Says in one sentence what a step does.</summary>
internal static class StepComment
{
    /// <summary>The sentence.</summary>
    /// <param name="step">The step.</param>
    /// <param name="network">The network that it belongs to.</param>
    public static string Of(Step step, Network network)
    {
        string sizes = string.Join(" + ", step.Inputs.Select(input => Literal.Integer(network.Tensors[input].Size)));
        string inputs = sizes == "1" ? "1 value" : $"{sizes} values";
        string layer = Literal.Comment(step.Layer);
        int outputs = network.Tensors[step.Output].Size;
        string activation = step.Activation is { } following ? $", then {following.Function.Name}" : "";
        return step.Operation switch
        {
            DenseOperation dense => $"Layer '{layer}': {(outputs == 1 ? "1 node," : $"{Literal.Integer(outputs)} nodes, each")} a weighted sum of {inputs}"
                + $"{(dense.Bias is null ? "" : " and a bias")}{Folded(dense)}{activation}.",
            ActivationOperation alone => $"Layer '{layer}': {alone.Function.Name} of {inputs}.",
            AddOperation => $"Layer '{layer}': the sum of {string.Join(" and ", step.Inputs.Select(input => $"'{Literal.Comment(network.Tensors[input].Name)}'"))}.",
            ConcatOperation => $"Layer '{layer}': {string.Join(" and ", step.Inputs.Select(input => $"'{Literal.Comment(network.Tensors[input].Name)}'"))} one behind the other.",
            AffineOperation => $"Layer '{layer}': {inputs} shifted and scaled by stored statistics.",
            _ => $"Layer '{layer}': {step.Operation.Kind.Replace('_', ' ')} of {inputs}.",
        };
    }

    private static string Folded(DenseOperation dense) => dense.FoldedLayers.Count == 0
        ? ""
        : $", with {string.Join(" and ", dense.FoldedLayers.Select(layer => $"'{Literal.Comment(layer)}'"))} folded into its weights";
}
