using NeuralGen.Import.Graphs;
using NeuralGen.Import.Tests.Runtime;

namespace NeuralGen.Import.Tests.Batches;

/// <summary>What ONNX Runtime computes of some samples at once and one by one.</summary>
internal static class BatchOracle
{
    private const int Rows = 3;

    /// <summary>Whether a model has batches; null where ONNX Runtime takes none, so that nobody knows what they would be.</summary>
    /// <param name="path">The model's file.</param>
    /// <param name="example">Inputs of one sample.</param>
    public static bool? HasBatches(string path, Literal[] example)
    {
        using RuntimeOracle oracle = new(path);
        if (!oracle.GivesTensors || Array.Exists(example, input => input.Shape.Length == 0 || input.Shape[0] != 1))
        {
            return null;
        }

        Random random = new(1);
        Literal[][] samples = [.. Enumerable.Range(0, Rows).Select(_ => Array.ConvertAll(example, input => RandomInput.Like(input, random)))];
        IReadOnlyList<Literal> together;
        try
        {
            together = oracle.Run([.. example.Select((_, i) => Stacked([.. samples.Select(sample => sample[i])]))]);
        }
        catch (Microsoft.ML.OnnxRuntime.OnnxRuntimeException)
        {
            return null;
        }

        IReadOnlyList<Literal>[] apart = [.. samples.Select(oracle.Run)];
        return together.Select((all, i) => all.Count == apart.Sum(one => one[i].Count)
            && apart[0][i].Shape.Length > 0 && all.Shape.Skip(1).SequenceEqual(apart[0][i].Shape.Skip(1))
            && AreClose(all.Numbers(), [.. apart.SelectMany(one => one[i].Numbers())])).All(isSame => isSame);
    }

    private static Literal Stacked(Literal[] rows)
    {
        int[] shape = Dimensions.With(rows[0].Shape, 0, rows.Length);
        return rows[0].Kind.IsFloat()
            ? Literal.Of(rows[0].Kind, shape, [.. rows.SelectMany(row => row.Numbers())])
            : Literal.Of(rows[0].Kind, shape, rows.SelectMany(row => row.Integers()).ToArray());
    }

    private static bool AreClose(double[] one, double[] other) =>
        one.Zip(other).All(pair => pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= 1e-4 * (1 + Math.Abs(pair.Second)));
}
