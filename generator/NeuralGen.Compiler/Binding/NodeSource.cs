using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>The nodes of a declaration and where each stands.</summary>
/// <param name="Nodes">The nodes as declared.</param>
/// <param name="Source">Whether attributes or a file declares them.</param>
internal sealed record NodeSource(EquatableArray<NodeDeclaration> Nodes, DeclarationSource Source)
{
    /// <summary>Where the list of nodes stands.</summary>
    public Place Place => Place.Of(Source).Key(Source == DeclarationSource.File ? "weights" : "nodes");

    /// <summary>Where a node's weights stand.</summary>
    public Place Weights(int node) => Source == DeclarationSource.File
        ? Place.Key(Nodes[node].Name)
        : Place.At(node).Key("weights");

    /// <summary>Where a node's name stands.</summary>
    public Place Name(int node) => Source == DeclarationSource.File
        ? Place.Key(Nodes[node].Name)
        : Place.At(node).Key("name");

    /// <summary>Where a node's bias stands.</summary>
    public Place Bias(int node) => Source == DeclarationSource.File
        ? Place.File.Key("biases").Key(Nodes[node].Name)
        : Place.At(node).Key("bias");
}
