using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks;

/// <summary>
/// A checked network: operations over named tensors whose sizes are all known, in an order in which each finds its
/// inputs computed. The one truth for generator, analyzers and interpreter.
/// </summary>
internal sealed record Network
{
    /// <summary>Up to so many parameters the numbers of a file of weights are a part of the code; above, the program reads them in place.</summary>
    public const int MostInlineParameters = 65_536;

    /// <summary>The name that messages and remarks use.</summary>
    public required string Name { get; init; }

    /// <summary>The type of number that the generated code computes with.</summary>
    public required Precision Precision { get; init; }

    /// <summary>The shape of code asked for.</summary>
    public required EmissionMode Emission { get; init; }

    /// <summary>All tensors; the first are the network's inputs.</summary>
    public required EquatableArray<Tensor> Tensors { get; init; }

    /// <summary>How many of the tensors are inputs.</summary>
    public int InputCount { get; init; } = 1;

    /// <summary>
    /// What is kept from call to call: the last so many inputs receive what the last so many outputs were in the call before, and zeros in the first.
    /// </summary>
    public EquatableArray<string> States { get; init; }

    /// <summary>How many of the tensors are inputs that callers pass.</summary>
    public int PortCount => InputCount - States.Count;

    /// <summary>The operations in the order of computation.</summary>
    public required EquatableArray<Operation> Operations { get; init; }

    /// <summary>The indices of the tensors that are the network's outputs.</summary>
    public required EquatableArray<int> OutputTensors { get; init; }

    /// <summary>The inputs' names as declared, empty when they have none.</summary>
    public required EquatableArray<string> InputNames { get; init; }

    /// <summary>The outputs' names as declared, empty when they have none.</summary>
    public required EquatableArray<string> OutputNames { get; init; }

    /// <summary>The classes, empty when none are declared.</summary>
    public required EquatableArray<Label> Labels { get; init; }

    /// <summary>The loss function.</summary>
    public required Loss Loss { get; init; }

    /// <summary>Whether the type owns its parameters, so that training can change them.</summary>
    public bool IsTrainable { get; init; }

    /// <summary>Whether there are members that compute the loss and derivatives; null when the project decides.</summary>
    public bool? HasGradients { get; init; }

    /// <summary>Whether all numbers are declared, so that the network's outputs are known before training.</summary>
    public bool IsDeclared => Operations.All(operation =>
        operation is not (DenseOperation { AreWeightsDeclared: false } or ConvolutionOperation { AreWeightsDeclared: false } or RecurrentOperation { AreWeightsDeclared: false } or NormalizationOperation { IsDeclared: false }));

    /// <summary>Whether the program reads some of its numbers from a resource.</summary>
    public bool HasStoredNumbers => Operations.Any(operation => operation.HasStoredNumbers);

    /// <summary>The seed of the parameters that are not declared.</summary>
    public int Seed { get; init; }

    /// <summary>The network's inputs.</summary>
    public IEnumerable<Tensor> Inputs => Tensors.Take(InputCount);

    /// <summary>The network's input, or the first of them.</summary>
    public Tensor Input => Tensors[0];

    /// <summary>The index of the tensor that is the network's output, or the first of them.</summary>
    public int OutputTensor => OutputTensors[0];

    /// <summary>The network's output, or the first of them.</summary>
    public Tensor Output => Tensors[OutputTensor];

    /// <summary>Whether one tensor of the network's own numbers goes in and one comes out.</summary>
    public bool IsSingle => InputCount == 1 && OutputTensors.Count == 1 && Input.Type == ElementType.Float && Output.Type == ElementType.Float;

    /// <summary>The values that training would change, in declared order; those that operations share once.</summary>
    public IEnumerable<Parameter> Parameters => Distinct(Operations.SelectMany(operation => operation.Parameters));

    /// <summary>The values that are stored beside the parameters, in declared order; those that operations share once.</summary>
    public IEnumerable<Parameter> Statistics => Distinct(Operations.SelectMany(operation => operation.Statistics));

    /// <summary>How many values training would change.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Values.Count);

    /// <summary>The operations that an output depends on.</summary>
    public IReadOnlyList<Operation> LiveOperations
    {
        get
        {
            HashSet<int> live = [.. OutputTensors];
            foreach (Operation operation in Operations.Reverse())
            {
                if (live.Contains(operation.Output))
                {
                    live.UnionWith(operation.Inputs);
                }
            }

            return [.. Operations.Where(operation => live.Contains(operation.Output))];
        }
    }

    private static IEnumerable<Parameter> Distinct(IEnumerable<Parameter> parameters)
    {
        HashSet<int> seen = [];
        foreach (Parameter parameter in parameters)
        {
            if (seen.Add(parameter.Values.Id))
            {
                yield return parameter;
            }
        }
    }
}
