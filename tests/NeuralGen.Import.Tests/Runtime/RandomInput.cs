using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>Inputs like others, but with other values.</summary>
internal static class RandomInput
{
    /// <summary>Draws values with the range, the sign and, where they are whole, the multiset of those of an example.</summary>
    public static Literal Like(Literal example, Random random)
    {
        if (example.Kind == ElementKind.Bool)
        {
            return Literal.Of(example.Kind, example.Shape, Enumerable.Range(0, example.Count).Select(_ => (long)random.Next(2)).ToArray());
        }

        if (!example.Kind.IsFloat())
        {
            // Indices stay in their range, and those that are distinct stay so.
            long[] values = [.. example.Integers()];
            random.Shuffle(values);
            return Literal.Of(example.Kind, example.Shape, values);
        }

        double[] known = [.. example.Numbers().Where(double.IsFinite).DefaultIfEmpty(1)];
        double middle = known.Average();
        double spread = Math.Max(Math.Sqrt(known.Average(value => (value - middle) * (value - middle))), 0.1);
        bool isPositive = known.All(value => value >= 0);
        double[] drawn = new double[example.Count];
        for (int i = 0; i < drawn.Length; i++)
        {
            double value = middle + (spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            value = isPositive ? Math.Abs(value) : value;
            drawn[i] = example.Kind == ElementKind.Double ? value : example.Kind == ElementKind.Float16 ? (double)(Half)value : (float)value;
        }

        return Literal.Of(example.Kind, example.Shape, drawn);
    }
}
