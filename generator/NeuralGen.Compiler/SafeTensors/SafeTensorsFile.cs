namespace NeuralGen.Compiler.SafeTensors;

/// <summary>A <c>.safetensors</c> file whose header was read and found right: its tensors fill the data without holes.</summary>
/// <param name="Metadata">What the file says of itself, such as the tool that wrote it.</param>
/// <param name="Tensors">The tensors in the order of their bytes.</param>
/// <param name="DataStart">The position in the stream at which the data begins.</param>
internal sealed record SafeTensorsFile(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<TensorEntry> Tensors, long DataStart)
{
    /// <summary>The number of values of all tensors.</summary>
    public long Count => Tensors.Sum(tensor => tensor.Count);
}
