using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen;

/// <summary>Compares the tensors of a file with those of a network.</summary>
internal static class WeightsComparison
{
    // What one wrong file can be told in, and how far the search for a similar name goes.
    private const int MostProblems = 20;
    private const int MostCandidates = 2_000;

    /// <summary>Says how they differ.</summary>
    /// <param name="parts">The tensors of the network.</param>
    /// <param name="tensors">The tensors of the file.</param>
    /// <param name="file">The file's name in quotes.</param>
    public static IReadOnlyList<string> Compare(IReadOnlyList<WeightsPart> parts, IReadOnlyList<TensorEntry> tensors, string file)
    {
        HashSet<string> wanted = [.. parts.Select(part => part.Name)];
        Dictionary<string, TensorEntry> given = tensors.ToDictionary(tensor => tensor.Name);
        TensorEntry[] extra = [.. tensors.Where(tensor => !wanted.Contains(tensor.Name) && !IsCount(tensor.Name))];
        IEnumerable<string> problems = parts
            .Select(part => given.TryGetValue(part.Name, out TensorEntry? tensor) ? Differing(part, tensor, file) : Missing(part, extra, file))
            .OfType<string>()
            .Concat(extra.Select(tensor => $"{file} has a tensor {Words(tensor)}; the network has none of that name"));
        return [.. problems.Take(MostProblems)];
    }

    /// <summary>PyTorch's batch normalisation counts its batches; nothing is computed from that.</summary>
    private static bool IsCount(string name) => name == "num_batches_tracked" || name.EndsWith(".num_batches_tracked", StringComparison.Ordinal);

    private static string? Differing(WeightsPart part, TensorEntry tensor, string file) =>
        !tensor.Shape.SequenceEqual(part.Shape) ? $"Tensor {Words(tensor)} of {file} is of another shape than the network's, {part.ShapeText}"
        : !tensor.Type.IsFloat() ? $"Tensor '{part.Name}' of {file} has values of type {tensor.Type}; floats are needed"
        : null;

    private static string Missing(WeightsPart part, TensorEntry[] extra, string file)
    {
        TensorEntry? closest = extra.Take(MostCandidates).OrderBy(tensor => EditDistance.Between(tensor.Name, part.Name)).FirstOrDefault();
        return $"{file} has no tensor '{part.Name}' of shape {part.ShapeText}{(closest is null ? "" : $"; the closest name is {Words(closest)}")}";
    }

    private static string Words(TensorEntry tensor) => $"{TensorProblems.Quote(tensor.Name)} of shape {TensorProblems.Shorten(TensorEntry.Text(tensor.Shape))}";
}
