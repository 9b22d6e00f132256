using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Training;

/// <summary>Writes how a trainable network takes factors and summands of its outputs into its last layer.</summary>
internal static class OutputScalingWriter
{
    /// <summary>The method's head.</summary>
    public static string Head(EmissionContext context) =>
        $"void {TrainableWriter.Interface(context)}.ScaleOutputs({context.ReadOnlySpan} scale, {context.ReadOnlySpan} shift)";

    /// <summary>Writes the member of the interface.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="network">The network.</param>
    public static void Write(EmissionContext context, Network network)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <inheritdoc/>");
        writer.Open(Head(context));
        Operation last = Last(network);
        if (last is DenseOperation { Bias: { } bias } dense)
        {
            context.CheckLength("scale", GeneratedNames.OutputSize);
            context.CheckLength("shift", GeneratedNames.OutputSize);
            string weights = Literal.Integer(context.Layout!.ParameterOffset(dense.Weights)!.Value);
            string biases = Literal.Integer(context.Layout.ParameterOffset(bias)!.Value);
            string inputs = Literal.Integer(dense.InputSize);
            writer.Open($"for (int unit = 0; unit < {GeneratedNames.OutputSize}; unit++)");
            writer.Open($"for (int i = 0; i < {inputs}; i++)");
            writer.Line($"{context.ParametersField}[{weights} + unit * {inputs} + i] *= scale[unit];");
            writer.Close();
            writer.Line();
            writer.Line($"{context.ParametersField}[{biases} + unit] = {context.ParametersField}[{biases} + unit] * scale[unit] + shift[unit];");
            writer.Close();
        }
        else
        {
            string reason = last switch
            {
                DenseOperation => "has no bias",
                ActivationOperation activation => $"ends with {activation.Function.Name}",
                _ => $"is {last.Kind}",
            };
            string message = $"Layer '{last.Layer}' {reason}; outputs are scaled in a linear dense layer with a bias at the end.";
            writer.Line($"throw new global::System.InvalidOperationException({Literal.String(message)});");
        }

        writer.Close();
        writer.Line();
    }

    /// <summary>The operation that computes the output, before linear activations of their own, which change nothing.</summary>
    private static Operation Last(Network network)
    {
        Operation last = network.Operations.First(operation => operation.Output == network.OutputTensor);
        while (last is ActivationOperation { Function.IsIdentity: true } && network.Operations.FirstOrDefault(operation => operation.Output == last.Inputs[0]) is { } before)
        {
            if (new TensorUses(network).SoleConsumer(before.Output) is null)
            {
                break;
            }

            last = before;
        }

        return last;
    }
}
