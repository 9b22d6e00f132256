namespace NeuralGen.Kernels.Functions;

/// <summary>What the formulas of functions of rows have in common.</summary>
internal static class RowMath
{
    public static float Largest(ReadOnlySpan<float> values)
    {
        float max = values[0];
        foreach (float value in values)
        {
            max = value > max ? value : max;
        }

        return max;
    }

    public static double Largest(ReadOnlySpan<double> values)
    {
        double max = values[0];
        foreach (double value in values)
        {
            max = value > max ? value : max;
        }

        return max;
    }
}
