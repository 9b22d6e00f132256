using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Translation;

/// <summary>What an element-wise operator computes of values that are known.</summary>
/// <param name="Floats">Of floats.</param>
/// <param name="Integers">Of whole numbers and truth values; null where it has no such form.</param>
internal sealed record Fold(Func<double[], double> Floats, Func<long[], long>? Integers)
{
    /// <summary>Computes all values.</summary>
    /// <param name="kind">What the result's elements are.</param>
    /// <param name="shape">The result's shape.</param>
    /// <param name="values">The operands.</param>
    public Literal Apply(ElementKind kind, int[] shape, Literal[] values)
    {
        int[][] places = Array.ConvertAll(values, value => Dimensions.Broadcast(value.Shape, shape));
        int count = Dimensions.Count(shape);
        bool areFloats = Integers is null || Array.Exists(values, value => value.Kind.IsFloat());
        double[] floats = new double[kind.IsFloat() ? count : 0];
        long[] integers = new long[kind.IsFloat() ? 0 : count];
        double[] numbers = new double[values.Length];
        long[] whole = new long[values.Length];
        for (int i = 0; i < count; i++)
        {
            for (int operand = 0; operand < values.Length; operand++)
            {
                numbers[operand] = values[operand].Number(places[operand][i]);
                whole[operand] = areFloats ? 0 : values[operand].Integer(places[operand][i]);
            }

            double number = areFloats ? Floats(numbers) : 0;
            long integer = areFloats ? 0 : Integers!(whole);
            if (kind.IsFloat())
            {
                floats[i] = kind == ElementKind.Double ? (areFloats ? number : integer) : (float)(areFloats ? number : integer);
            }
            else
            {
                integers[i] = kind.Wrap(areFloats ? (double.IsNaN(number) ? 0 : number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)number) : integer);
            }
        }

        return kind.IsFloat() ? Literal.Of(kind, shape, floats) : Literal.Of(kind, shape, integers);
    }
}
