using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Numbers;

/// <summary>Gives numbers of a network their identities.</summary>
/// <param name="next">The first identity that is free.</param>
internal sealed class NumberIds(int next = 0)
{
    private int _next = next;

    /// <summary>Identities that no numbers of a network have.</summary>
    public static NumberIds After(Network network) => new(1 + network.Operations
        .SelectMany(operation => operation.Numbers)
        .Select(numbers => numbers.Id)
        .DefaultIfEmpty(-1)
        .Max());

    /// <summary>Numbers of their own.</summary>
    public NetworkNumbers Add(NumberArray values) => new(_next++, values);
}
