using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Counts of runs of words, which are numbers by then.</summary>
internal static class TextOperators
{
    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All => [("TfIdfVectorizer", Vectorizer)];

    private static Value[] Vectorizer(NodeTranslation node)
    {
        Value data = node.Input(0);
        long[] pool = node.Attribute("pool_int64s")?.Ints.ToArray() ?? [];
        if (!data.Kind.IsInteger() || pool.Length == 0 || data.Shape.Length is < 1 or > 2)
        {
            throw node.Fail("it takes whole numbers, in a list or in rows");
        }

        int[] starts = node.Integers("ngram_counts") ?? [];
        int[] indexes = node.Integers("ngram_indexes") ?? [];
        int least = node.Integer("min_gram_length", 1);
        int most = node.Integer("max_gram_length", 1);
        int skips = node.Integer("max_skip_count", 0);
        int length = data.Shape[data.Shape.Length - 1];
        int rows = data.Count / Math.Max(1, length);
        int results = indexes.DefaultIfEmpty(-1).Max() + 1;
        Value rowsOfWords = node.View(data, [rows, length]);
        List<Value> counts = [];
        List<int> found = [];
        int first = 0;
        for (int size = 1; size <= starts.Length; size++)
        {
            int end = size < starts.Length ? starts[size] : pool.Length;
            long[] words = [.. pool.Skip(starts[size - 1]).Take(end - starts[size - 1])];
            int runs = words.Length / size;
            if (runs > 0 && size >= least && size <= most && Count(node, rowsOfWords, words, size, skips) is { } count)
            {
                counts.Add(count);
                found.AddRange(indexes.Skip(first).Take(runs));
            }

            first += runs;
        }

        int[] shape = data.Shape.Length == 1 ? [results] : [rows, results];
        if (counts.Count == 0)
        {
            return [node.Result(Literal.Of(ElementKind.Float, shape, new double[rows * results]))];
        }

        Value all = counts.Count == 1 ? counts[0] : MovementOperators.Joined(node, [.. counts], 1);
        int columns = found.Count;
        Value placed = node.Move(all, [rows, results], position => found.IndexOf(position[1]) is >= 0 and var column ? (position[0] * columns) + column : -1);
        return [node.View(Weighted(node, placed, indexes, results), shape)];
    }

    /// <summary>How often each run of words stands in a row, with up to so many words between its own.</summary>
    private static Value? Count(NodeTranslation node, Value data, long[] words, int size, int skips)
    {
        int length = data.Shape[1];
        List<int[]> places = [];
        for (int distance = 1; distance <= (size == 1 ? 1 : skips + 1); distance++)
        {
            for (int start = 0; start + ((size - 1) * distance) < length; start++)
            {
                places.Add([.. Enumerable.Range(0, size).Select(word => start + (word * distance))]);
            }
        }

        if (places.Count == 0)
        {
            return null;
        }

        int runs = words.Length / size;
        Value windows = node.Move(data, [data.Shape[0], 1, places.Count, size], position => (position[0] * length) + places[position[2]][position[3]]);
        Value wanted = node.Result(Literal.Of(ElementKind.Int64, [runs, 1, size], words).Cast(data.Kind));
        Value equal = node.Map(ElementKind.Bool, "{0} == {1}", new Fold(x => x[0] == x[1] ? 1 : 0, x => x[0] == x[1] ? 1 : 0), [windows, wanted]);
        Value whole = ReductionOperators.Kept(node, "min", node.Cast(equal, ElementKind.Float), [3]);
        return node.View(ReductionOperators.Kept(node, "sum", whole, [2]), [data.Shape[0], runs]);
    }

    private static Value Weighted(NodeTranslation node, Value counts, int[] indexes, int results)
    {
        string mode = node.Text("mode", "TF");
        float[] weights = node.Attribute("weights")?.Floats.ToArray() ?? [];
        double[] factors = [.. Enumerable.Repeat(1.0, results)];
        for (int i = 0; i < Math.Min(weights.Length, indexes.Length); i++)
        {
            factors[indexes[i]] = weights[i];
        }

        Value factor = node.Result(Literal.Of(ElementKind.Float, [results], factors));
        return mode switch
        {
            "TF" => counts,
            "IDF" => node.Map(ElementKind.Float, "{0} > 0 ? {1} : 0", null, [counts, factor]),
            "TFIDF" => node.Map(ElementKind.Float, "{0} * {1}", null, [counts, factor]),
            _ => throw node.Fail($"its mode is '{mode}'"),
        };
    }
}
