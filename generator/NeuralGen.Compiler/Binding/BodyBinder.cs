using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds networks within layers: each is one by itself, with the precision and the weights of the network around it.</summary>
/// <param name="precision">The precision.</param>
/// <param name="weights">The file of weights; null where there is none.</param>
/// <param name="readsStoredNumbers">Whether the program reads the numbers of that file in place.</param>
/// <param name="problems">Where to report.</param>
internal sealed class BodyBinder(Precision precision, WeightsFile? weights, bool readsStoredNumbers, ProblemList problems)
{
    /// <summary>Binds a network.</summary>
    /// <inheritdoc cref="Layers.BodyBinding"/>
    public (Network Network, NetworkSignature Signature)? Bind(string name, NetworkDeclaration declaration, Place place)
    {
        ProblemList found = new();
        NetworkDeclaration whole = declaration with { Precision = Texts.SnakeCase(precision.ToString()), Gradients = false, Batches = false, Weights = weights };
        BoundNetwork bound = NetworkBinder.BindBody(name, whole, readsStoredNumbers, found);
        problems.AddRange(found.Problems.Select(problem => problem with { Place = problem.Place.Within(place) }));
        return bound.Network is { } network ? (network, bound.Signature) : null;
    }
}
