using System.ComponentModel;

namespace NeuralGen;

/// <summary>Learns from data what a normalisation subtracts and divides by.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Standardization
{
    /// <summary>Computes the mean and the standard deviation (of the population) of each column; a column of one value
    /// throughout, or one whose deviation is out of the precision's range, gets the scale 1.</summary>
    /// <param name="inputs">the rows, row-major [rows, columns].</param>
    /// <param name="mean">receives a value per column.</param>
    /// <param name="scale">receives a value per column.</param>
    public static void Fit(ReadOnlySpan<float> inputs, Span<float> mean, Span<float> scale)
    {
        for (int column = 0; column < mean.Length; column++)
        {
            double sum = 0;
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                sum += inputs[i];
            }

            double center = sum * mean.Length / inputs.Length;
            double squares = 0;
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                squares += (inputs[i] - center) * (inputs[i] - center);
            }

            float deviation = (float)Math.Sqrt(squares * mean.Length / inputs.Length);
            mean[column] = (float)center;
            scale[column] = deviation > 0 && !float.IsInfinity(deviation) ? deviation : 1;
        }
    }

    /// <inheritdoc cref="Fit(ReadOnlySpan{float}, Span{float}, Span{float})"/>
    public static void Fit(ReadOnlySpan<double> inputs, Span<double> mean, Span<double> scale)
    {
        for (int column = 0; column < mean.Length; column++)
        {
            double sum = 0;
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                sum += inputs[i];
            }

            double center = sum * mean.Length / inputs.Length;
            double squares = 0;
            for (int i = column; i < inputs.Length; i += mean.Length)
            {
                squares += (inputs[i] - center) * (inputs[i] - center);
            }

            double deviation = Math.Sqrt(squares * mean.Length / inputs.Length);
            mean[column] = center;
            scale[column] = deviation > 0 && !double.IsInfinity(deviation) ? deviation : 1;
        }
    }
}
