using NeuralGen.Compiler.Declarations.Tests;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>What binding makes of a declaration.</summary>
/// <param name="Network">The network, or null when there are errors.</param>
/// <param name="Signature">What callers see, as far as it is known.</param>
/// <param name="Tests">The examples that the network must reproduce.</param>
internal sealed record BoundNetwork(Network? Network, NetworkSignature Signature, EquatableArray<TestVector> Tests)
{
    /// <summary>What the inputs can be, when the declaration says so.</summary>
    public Interval[]? Ranges { get; init; }

    /// <summary>Whether a call computes one step, so that examples may be lists of steps; also where nothing is kept from one to the next.</summary>
    public bool IsStepwise { get; init; }

    /// <summary>Where the labels stand.</summary>
    public Place LabelsPlace { get; init; } = Place.Attributes;

    /// <summary>Where it is said to be trainable.</summary>
    public Place TrainablePlace { get; init; } = Place.Attributes;

    /// <summary>Where the shape of code is asked for.</summary>
    public Place EmissionPlace { get; init; } = Place.Attributes;

    /// <summary>Where the row of weights of each unit stands, by layer.</summary>
    public IReadOnlyDictionary<string, Func<int, Place>> Rows { get; init; } = new Dictionary<string, Func<int, Place>>();
}
