using NeuralGen.Import;

namespace NeuralGen.Tool.Models;

/// <summary>A model that is to be opened.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Options">What is said of it.</param>
internal sealed record ModelRequest(string Path, ImportOptions Options)
{
    /// <summary>Whether a trainable network stays one; code that only predicts takes its numbers as they are.</summary>
    public bool KeepsTrainable { get; init; }
}
