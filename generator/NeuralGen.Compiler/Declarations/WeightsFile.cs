using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>What is known of a file of weights that a network takes its numbers from.</summary>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Tensors">Its tensors; none when the file could not be found or read, which is reported elsewhere.</param>
internal sealed record WeightsFile(string Name, EquatableArray<FileTensor> Tensors)
{
    /// <summary>Whether the file is there; if not, nobody knows what it holds.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The tensor of a name, or null when there is none.</summary>
    public FileTensor? Find(string name) => Tensors.FirstOrDefault(tensor => tensor.Name == name);
}
