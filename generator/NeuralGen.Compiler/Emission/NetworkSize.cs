using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission;

/// <summary>What one network takes of what all networks of a project share.</summary>
/// <param name="FullName">The full name of its type.</param>
/// <param name="Characters">How many characters its numbers take as text, at most.</param>
internal sealed record NetworkSize(string FullName, long Characters)
{
    /// <summary>Measures a network.</summary>
    public static NetworkSize Of(NetworkModel model)
    {
        long numbers = model.Network is { } network ? CountNumbers(network) : 0;
        return new NetworkSize(model.Target.FullName, numbers * (model.Signature.Precision == Precision.Single ? 2 : 4));
    }

    private static long CountNumbers(Network network)
    {
        // Numbers may be there twice: as declared, and as normalisations have changed them.
        bool isFolded = network.Operations.Any(operation => operation is NormalizationOperation or BatchNormalizationOperation);
        return network.Operations.Sum(CountNumbers) * (isFolded ? 2 : 1);
    }

    private static long CountNumbers(Operation operation) =>
        operation is RepeatOperation repeat ? CountNumbers(repeat.Body)
            : operation is DenseOperation { AreWeightsDeclared: false } ? 0
            : operation.Parameters.Concat(operation.Statistics).Sum(parameter => parameter.Values.IsKnown ? (long)parameter.Values.Count : 0);
}
