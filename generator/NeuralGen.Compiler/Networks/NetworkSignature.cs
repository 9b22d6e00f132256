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

    /// <summary>How many inputs there are; 0 when a mistake hides that.</summary>
    public required int InputSize { get; init; }

    /// <summary>How many outputs there are; 0 when a mistake hides that.</summary>
    public required int OutputSize { get; init; }

    /// <summary>The shape of the input; null when a mistake hides it.</summary>
    public Shape? InputShape { get; init; }

    /// <summary>The shape of the output; null when a mistake hides it.</summary>
    public Shape? OutputShape { get; init; }

    /// <summary>How many values training would change.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>The inputs as declared; empty when they have no names.</summary>
    public required EquatableArray<string> InputNames { get; init; }

    /// <summary>The outputs as declared; empty when they have no names.</summary>
    public required EquatableArray<string> OutputNames { get; init; }

    /// <summary>The classes; empty when there are none.</summary>
    public required EquatableArray<Label> Labels { get; init; }

    /// <summary>Whether the members are those of an instance, which owns its parameters.</summary>
    public bool IsTrainable { get; init; }

    /// <summary>Whether there are members that compute the loss and derivatives; null when the project decides.</summary>
    public bool? HasGradients { get; init; }

    /// <summary>The signature of a network of which nothing is known but its name.</summary>
    public static NetworkSignature Unknown(string name) => new()
    {
        Name = name,
        Precision = Precision.Single,
        InputSize = 0,
        OutputSize = 0,
        ParameterCount = 0,
        InputNames = default,
        OutputNames = default,
        Labels = default,
    };
}
