using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Build;

/// <summary>Reads all values of a weights file, however many they are.</summary>
internal static class WholeWeights
{
    /// <summary>The facts with the values of all tensors of floats.</summary>
    /// <param name="facts">What the compiler knows of the weights.</param>
    /// <param name="weights">The weights file.</param>
    public static WeightsFile Read(WeightsFile facts, string weights)
    {
        using FileStream stream = new(weights, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17);
        if (SafeTensorsReader.TryRead(stream, facts.Name, out _) is not { } file)
        {
            return facts;
        }

        Dictionary<string, TensorEntry> entries = file.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        return facts with { Tensors = facts.Tensors.Select(tensor => tensor.IsFloat && entries.TryGetValue(tensor.Name, out TensorEntry? entry) ? WithValues(tensor, entry) : tensor).ToEquatableArray() };

        FileTensor WithValues(FileTensor tensor, TensorEntry entry)
        {
            double[] values = new double[entry.Count];
            return new TensorValues(stream, file, entry).Read(values) == values.Length ? tensor with { Values = new NumberArray(values), Stored = null } : tensor;
        }
    }
}
