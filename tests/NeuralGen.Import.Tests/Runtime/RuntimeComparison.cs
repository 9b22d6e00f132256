using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>How far a network's outputs are from those expected.</summary>
internal static class RuntimeComparison
{
    /// <summary>The largest difference as a part of the largest expected value; infinite where values that must be equal are not.</summary>
    public static double Difference(Literal expected, Array found)
    {
        double largest = Enumerable.Range(0, expected.Count).Select(i => Math.Abs(expected.Number(i))).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        double error = 0;
        for (int i = 0; i < expected.Count; i++)
        {
            object value = found.GetValue(i)!;
            double number = value is bool flag ? (flag ? 1 : 0) : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            double wanted = expected.Number(i);
            if (number.Equals(wanted))
            {
                continue;
            }

            double difference = expected.Kind.IsFloat() && double.IsFinite(number) && double.IsFinite(wanted) ? Math.Abs(number - wanted) / Math.Max(largest, 1e-6) : double.PositiveInfinity;
            error = Math.Max(error, difference);
        }

        return error;
    }
}
