using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks;

/// <summary>
/// What callers see of a network. A broken network has one too, as far as it can be known, so that its callers do not
/// break as well.
/// </summary>
internal sealed record NetworkSignature
{
    /// <summary>The name that messages and remarks use.</summary>
    public required string Name { get; init; }

    /// <summary>The type of number.</summary>
    public required Precision Precision { get; init; }

    /// <summary>The tensors that go in.</summary>
    public required EquatableArray<Port> Inputs { get; init; }

    /// <summary>The tensors that come out.</summary>
    public required EquatableArray<Port> Outputs { get; init; }

    /// <summary>What is kept from call to call.</summary>
    public EquatableArray<Port> States { get; init; }

    /// <summary>Whether anything is kept from call to call; also where a mistake hides what.</summary>
    public bool HasState { get; init; }

    /// <summary>Whether one tensor of the network's own numbers goes in and one comes out, and nothing is kept.</summary>
    public bool IsSingle => !HasState && Inputs is { Count: 1 } && Outputs is { Count: 1 } && Inputs[0].Type == ElementType.Float && Outputs[0].Type == ElementType.Float;

    /// <summary>How many values a single input has; 0 when there are several or a mistake hides it.</summary>
    public int InputSize => Inputs.Count == 1 ? Inputs[0].Size : 0;

    /// <summary>How many values a single output has; 0 when there are several or a mistake hides it.</summary>
    public int OutputSize => Outputs.Count == 1 ? Outputs[0].Size : 0;

    /// <summary>How many values training would change.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>The values of a single input, or the inputs where they are several, as declared; empty when they have no names.</summary>
    public required EquatableArray<string> InputNames { get; init; }

    /// <summary>The values of a single output, or the outputs where they are several, as declared; empty when they have no names.</summary>
    public required EquatableArray<string> OutputNames { get; init; }

    /// <summary>The classes; empty when there are none.</summary>
    public required EquatableArray<Label> Labels { get; init; }

    /// <summary>The output that the classes belong to.</summary>
    public int LabelledOutput { get; init; }

    /// <summary>The model of another tool that the network was made of; null where it was made of none.</summary>
    public SourceDeclaration? Source { get; init; }

    /// <summary>Whether the members are those of an instance, which owns its parameters.</summary>
    public bool IsTrainable { get; init; }

    /// <summary>Whether there are members that compute the loss and derivatives; null when the project decides.</summary>
    public bool? HasGradients { get; init; }

    /// <summary>Whether there are members that take many samples at once, which none can that looks at several together.</summary>
    public bool HasBatches { get; init; } = true;

    /// <summary>The signature of a network of which nothing is known but its name.</summary>
    public static NetworkSignature Unknown(string name) => new()
    {
        Name = name,
        Precision = Precision.Single,
        Inputs = new([new Port("input", null)]),
        Outputs = new([new Port("output", null)]),
        ParameterCount = 0,
        InputNames = default,
        OutputNames = default,
        Labels = default,
    };
}
