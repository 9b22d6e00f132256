using NeuralGen.Build;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Tool.Models;

/// <summary>A model that was read and bound: what all commands work on.</summary>
internal sealed class OpenModel : IDisposable
{
    private readonly Lazy<Network> _whole;

    /// <summary>Makes it.</summary>
    public OpenModel() => _whole = new Lazy<Network>(BindWhole);

    /// <summary>What was asked for.</summary>
    public required ModelRequest Request { get; init; }

    /// <summary>The file, as it was named.</summary>
    public string Path => Request.Path;

    /// <summary>Its format.</summary>
    public required ModelFormat Format { get; init; }

    /// <summary>The network as a <c>.nn.json</c> file, in which places of problems are found.</summary>
    public required NetworkSource Source { get; init; }

    /// <summary>What it declares.</summary>
    public required NetworkDeclaration Declaration { get; init; }

    /// <summary>The network as the compiler has it: large numbers lie in a resource.</summary>
    public required BoundNetwork Bound { get; init; }

    /// <summary>The type that code is written for.</summary>
    public required TargetType Target { get; init; }

    /// <summary>The weights file and what is made of it; null where all numbers stand in the network.</summary>
    public ModelWeights? Weights { get; init; }

    /// <summary>The folder with what was made of the model; null where nothing was.</summary>
    public TemporaryFolder? Folder { get; init; }

    /// <summary>The network.</summary>
    public Network Network => Bound.Network!;

    /// <summary>What callers see of it.</summary>
    public NetworkSignature Signature => Bound.Signature;

    /// <summary>The network with the values of all its numbers, which the interpreter needs.</summary>
    public Network Whole => _whole.Value;

    /// <summary>The name of the network.</summary>
    public string Name => Target.Type.Name.TrimStart('@');

    /// <inheritdoc/>
    public void Dispose() => Folder?.Dispose();

    private Network BindWhole() => !Network.HasStoredNumbers || Weights is null
        ? Network
        : NetworkBinder.BindWhole(Name, Declaration with { Weights = WholeWeights.Read(Declaration.Weights!, Weights.File.Source) }, System.IO.Path.GetFileName(Path), new ProblemList()).Network!;
}
