using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Layers.Recurrent;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Training;

/// <summary>Writes what a trainable network's numbers are called in a file of weights, and the shapes that they have there: PyTorch's.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="network">The network as declared.</param>
internal sealed class WeightsLayoutWriter(EmissionContext context, Network network)
{
    /// <summary>The property, in the nested class of the layers.</summary>
    public const string Property = "Weights";

    /// <summary>Writes the property into a part of the nested class of its own.</summary>
    public void Write()
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>The tensors of a file of weights, by PyTorch's names, and where their numbers are.</summary>");
        string[] calls = [.. network.Operations.SelectMany(Calls)];
        writer.Line($"internal static global::NeuralGen.NetworkWeights {Property} {{ get; }} = new global::NeuralGen.NetworkWeights(){(calls.Length == 0 ? ";" : "")}");
        writer.Indent();
        for (int i = 0; i < calls.Length; i++)
        {
            writer.Line(calls[i] + (i == calls.Length - 1 ? ";" : ""));
        }

        writer.Outdent();
    }

    private IEnumerable<string> Calls(Operation operation)
    {
        foreach (Parameter parameter in operation.Parameters)
        {
            yield return $".Parameters({Literal.String(Name(operation, parameter))}, {Literal.Integer(context.Layout!.ParameterOffset(parameter.Values)!.Value)}, {Shape(operation, parameter)})";
        }

        string statistics = operation is NormalizationOperation { IsDeclared: false } ? "LearnedStatistics" : "Statistics";
        foreach (Parameter statistic in operation.Statistics)
        {
            yield return $".{statistics}({Literal.String(Name(operation, statistic))}, {Literal.Integer(context.Layout!.StatisticOffset(statistic.Values)!.Value)}, {Literal.Integer(statistic.Values.Count)})";
        }
    }

    /// <summary>The name of a tensor; slopes of a layer's own activation have none in PyTorch, where activations are modules.</summary>
    private string Name(Operation operation, Parameter parameter)
    {
        bool isOwn = parameter.Name == "slopes" && network.Operations.Any(other => other.Layer == operation.Layer && other is not ActivationOperation);
        string suffix = (operation, parameter.Name) switch
        {
            ({ Whole.Type: "multi_head_attention" }, var name) when AttentionLayer.Torch(name) is { } torch => torch,
            ({ Whole: not null }, var name) when RecurrentArguments.Torch(name) is { } torch => torch,
            (BatchNormalizationOperation, "mean") => "running_mean",
            (BatchNormalizationOperation, "variance") => "running_var",
            (_, "weights" or "gamma" or "slopes") => "weight",
            (_, "bias" or "beta") => "bias",
            (_, var name) => name,
        };
        return $"{operation.Layer}{(isOwn ? ".activation" : "")}.{suffix}";
    }

    private static string Shape(Operation operation, Parameter parameter)
    {
        string name = parameter.Name.StartsWith("weights", StringComparison.Ordinal) || parameter.Name == "output_weights" ? "weights" : parameter.Name;
        int[] shape = (operation, name) switch
        {
            (RecurrentOperation recurrent, _) when parameter.Values.Id == recurrent.Weights.Id => [recurrent.Sums, recurrent.Units],
            (GatherOperation table, "weights") => [table.Rows.Length, table.Rows.Inner],
            (DenseOperation dense, "weights") => [dense.Units, dense.InputSize],
            (ConvolutionOperation { IsDense: true } dense, "weights") => [dense.Units, dense.Channels],
            (ConvolutionOperation { IsTransposed: true } convolution, "weights") => [convolution.Channels, convolution.GroupUnits, .. convolution.Window.Axes.Select(axis => axis.Kernel)],
            (ConvolutionOperation convolution, "weights") => [convolution.Units, convolution.GroupChannels, .. convolution.Window.Axes.Select(axis => axis.Kernel)],
            _ => [parameter.Values.Count],
        };
        return string.Join(", ", shape.Select(size => Literal.Integer(size)));
    }
}
