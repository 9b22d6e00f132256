using System.ComponentModel;

namespace NeuralGen;

/// <summary>Learns from data what a normalisation subtracts and divides by.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Standardization
{
    /// <summary>Computes the mean and the standard deviation (of the population) of each column. A column of one value
    /// throughout gets that value and the scale 1; so does the scale of a column whose deviation is too small for the
    /// precision.</summary>
    /// <param name="inputs">the rows, row-major [rows, columns], all finite.</param>
    /// <param name="mean">receives a value per column.</param>
    /// <param name="scale">receives a value per column.</param>
    /// <exception cref="ArgumentException">an input is not finite; nothing has changed then.</exception>
    public static void Fit(ReadOnlySpan<float> inputs, Span<float> mean, Span<float> scale)
    {
        FiniteColumns.Require(inputs, mean.Length);
        for (int column = 0; column < mean.Length; column++)
        {
            ColumnMoments moments = default;
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                moments.Observe(inputs[i]);
            }

            moments.BeginCentering();
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                moments.Center(inputs[i]);
            }

            moments.BeginSquaring();
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                moments.Square(inputs[i]);
            }

            float deviation = (float)moments.Deviation;
            mean[column] = (float)moments.Mean;
            scale[column] = deviation > 0 ? deviation : 1;
        }
    }

    /// <inheritdoc cref="Fit(ReadOnlySpan{float}, Span{float}, Span{float})"/>
    public static void Fit(ReadOnlySpan<double> inputs, Span<double> mean, Span<double> scale)
    {
        FiniteColumns.Require(inputs, mean.Length);
        for (int column = 0; column < mean.Length; column++)
        {
            ColumnMoments moments = default;
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                moments.Observe(inputs[i]);
            }

            moments.BeginCentering();
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                moments.Center(inputs[i]);
            }

            moments.BeginSquaring();
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                moments.Square(inputs[i]);
            }

            double deviation = moments.Deviation;
            mean[column] = moments.Mean;
            scale[column] = deviation > 0 ? deviation : 1;
        }
    }

    /// <summary>Computes what a normalisation takes from each column by a method.</summary>
    /// <param name="inputs">the rows, row-major [rows, columns], all finite.</param>
    /// <param name="mean">receives a value per column: the mean or the minimum.</param>
    /// <param name="scale">receives a value per column: the deviation or the range, 1 for a column of one value throughout.</param>
    /// <param name="method">the method.</param>
    /// <exception cref="ArgumentException">an input is not finite, or there is no such method; nothing has changed then.</exception>
    public static void Fit(ReadOnlySpan<float> inputs, Span<float> mean, Span<float> scale, NormalizationMethod method)
    {
        if (IsStandard(method))
        {
            Fit(inputs, mean, scale);
            return;
        }

        FiniteColumns.Require(inputs, mean.Length);
        for (int column = 0; column < mean.Length; column++)
        {
            ColumnMoments moments = default;
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                moments.Observe(inputs[i]);
            }

            mean[column] = (float)moments.Minimum;
            scale[column] = (float)Math.Min(moments.Range, float.MaxValue);
        }
    }

    /// <inheritdoc cref="Fit(ReadOnlySpan{float}, Span{float}, Span{float}, NormalizationMethod)"/>
    public static void Fit(ReadOnlySpan<double> inputs, Span<double> mean, Span<double> scale, NormalizationMethod method)
    {
        if (IsStandard(method))
        {
            Fit(inputs, mean, scale);
            return;
        }

        FiniteColumns.Require(inputs, mean.Length);
        for (int column = 0; column < mean.Length; column++)
        {
            ColumnMoments moments = default;
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                moments.Observe(inputs[i]);
            }

            mean[column] = moments.Minimum;
            scale[column] = Math.Min(moments.Range, double.MaxValue);
        }
    }

    private static bool IsStandard(NormalizationMethod method) => method switch
    {
        NormalizationMethod.Standard => true,
        NormalizationMethod.MinMax => false,
        _ => throw new ArgumentOutOfRangeException(nameof(method), $"There is no method {method}."),
    };
}
