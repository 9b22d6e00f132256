using NeuralGen.Compiler.Emission.Repeats;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>What there is to say of a layer in a table: an operation, with the activation behind it that belongs to it.</summary>
/// <param name="Layer">Its name.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Output">What it computes.</param>
/// <param name="Activation">The name of its activation; empty where it has none.</param>
/// <param name="Parameters">How many values of it training would change.</param>
/// <param name="MultiplyAdds">How many multiply-adds it takes.</param>
/// <param name="Computed">Where its code is, when it has none of its own in what predicts; empty otherwise.</param>
internal sealed record LayerRow(
    string Layer, string Operation, IReadOnlyList<Tensor> Inputs, Tensor Output, string Activation, long Parameters, long MultiplyAdds, string Computed)
{
    /// <summary>The operations, with their weights, that it stands for.</summary>
    public IReadOnlyList<Operation> Operations { get; init; } = [];

    /// <summary>The rows of a network.</summary>
    /// <param name="network">The network as declared.</param>
    /// <param name="computed">What is left of it to compute.</param>
    public static IEnumerable<LayerRow> Of(Network network, Network computed)
    {
        for (int i = 0; i < network.Operations.Count; i++)
        {
            Operation operation = network.Operations[i];
            Operation? next = i + 1 < network.Operations.Count ? network.Operations[i + 1] : null;
            ActivationOperation? activation = operation as ActivationOperation;
            List<Operation> operations = [operation];
            if (activation is null && next is ActivationOperation following && following.Layer == operation.Layer)
            {
                activation = following;
                operations.Add(following);
                i++;
            }

            yield return new LayerRow(
                operation.Layer,
                operation is RepeatOperation repeat ? $"{repeat.Kind}, {RepeatText.Times(repeat)}" : operation.Kind,
                [.. operation.Inputs.Select(input => network.Tensors[input])],
                network.Tensors[operation.Output],
                activation?.Function.Name ?? "",
                operations.Sum(part => part.Parameters.Sum(parameter => (long)parameter.Values.Count)),
                operation.MultiplyAdds,
                Place(operation, computed))
            {
                Operations = operations,
            };
        }
    }

    private static EquatableArray<string> Folded(Operation operation) => operation switch
    {
        DenseOperation dense => dense.FoldedLayers,
        ConvolutionOperation convolution => convolution.FoldedLayers,
        _ => default,
    };

    private static string Place(Operation operation, Network computed) =>
        computed.Operations.Any(step => step.Layer == operation.Layer) ? ""
        : computed.Operations.FirstOrDefault(step => Folded(step).Contains(operation.Layer)) is { } layer
            ? $"in the weights of '{Literal.Comment(layer.Layer)}'"
        : operation is DropoutOperation ? "in training only"
        : "left out";
}
