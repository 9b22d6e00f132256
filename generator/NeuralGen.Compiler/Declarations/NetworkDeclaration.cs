using NeuralGen.Compiler.Declarations.Tests;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>
/// What a file or a type's attributes say, as they say it: nothing is judged yet and nothing remembers where it stood.
/// A part that was left out is null.
/// </summary>
internal sealed record NetworkDeclaration
{
    /// <summary>The name of the type, for a network declared by its file alone.</summary>
    public string? Name { get; init; }

    /// <summary>The namespace of the type, for a network declared by its file alone.</summary>
    public string? Namespace { get; init; }

    /// <summary>Single or double, in the spelling of JSON files.</summary>
    public string? Precision { get; init; }

    /// <summary>The shape of code, in the spelling of JSON files.</summary>
    public string? Emission { get; init; }

    /// <summary>The order of weights, in the spelling of JSON files.</summary>
    public string? Layout { get; init; }

    /// <summary>Whether there are members that compute the loss and derivatives.</summary>
    public bool? Gradients { get; init; }

    /// <summary>Whether there are members that take many samples at once.</summary>
    public bool? Batches { get; init; }

    /// <summary>Whether the type owns parameters that can be trained.</summary>
    public bool? Trainable { get; init; }

    /// <summary>Whether a call computes one step of the sequence that is declared, and keeps what the next one needs.</summary>
    public bool? Stateful { get; init; }

    /// <summary>The inputs that get what outputs were in the call before.</summary>
    public EquatableArray<StateDeclaration>? States { get; init; }

    /// <summary>The seed of initial weights.</summary>
    public int? Seed { get; init; }

    /// <summary>How many inputs there are.</summary>
    public int? InputCount { get; init; }

    /// <summary>The inputs' names.</summary>
    public EquatableArray<string>? InputNames { get; init; }

    /// <summary>The inputs, where they are declared as tensors with a shape.</summary>
    public EquatableArray<PortDeclaration>? InputPorts { get; init; }

    /// <summary>The outputs, where they are declared as tensors of layers.</summary>
    public EquatableArray<PortDeclaration>? OutputPorts { get; init; }

    /// <summary>The least and the largest value of each input.</summary>
    public EquatableArray<NumberArray>? Ranges { get; init; }

    /// <summary>The outputs' names.</summary>
    public EquatableArray<string>? OutputNames { get; init; }

    /// <summary>The classes.</summary>
    public EquatableArray<LabelDeclaration>? Labels { get; init; }

    /// <summary>The name of the loss function, in the spelling of JSON files.</summary>
    public string? Loss { get; init; }

    /// <summary>The parameter of Huber's loss.</summary>
    public double? LossDelta { get; init; }

    /// <summary>The activation of hidden nodes, in the node form.</summary>
    public DeclaredActivation? HiddenActivation { get; init; }

    /// <summary>The activation of output nodes, in the node form.</summary>
    public DeclaredActivation? OutputActivation { get; init; }

    /// <summary>The layers, in the layer form.</summary>
    public EquatableArray<LayerDeclaration>? Layers { get; init; }

    /// <summary>The nodes, in the node form.</summary>
    public EquatableArray<NodeDeclaration>? Nodes { get; init; }

    /// <summary>Examples that the network must reproduce.</summary>
    public EquatableArray<TestVector>? Tests { get; init; }

    /// <summary>The model of another tool that the file was made of; null where it was made of none.</summary>
    public SourceDeclaration? Source { get; init; }

    /// <summary>The end of the path of the file that layers take their weights from; null when there is none.</summary>
    public string? Tensors { get; init; }

    /// <summary>What is known of that file, which the project looks up; null when there is none.</summary>
    public WeightsFile? Weights { get; init; }

    /// <summary>Whether the reader found errors, so that nothing can be compiled from it.</summary>
    public bool IsBroken { get; init; }
}
