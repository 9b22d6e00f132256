using System.Runtime.CompilerServices;
using NeuralGen.Compiler;

namespace NeuralGen.Build;

/// <summary>Collects what the compiler asks of values that it does not see.</summary>
internal sealed class TensorStatistics
{
    /// <summary>How many values were seen.</summary>
    public long Count { get; private set; }

    /// <summary>How many of them are not zero.</summary>
    public long NonZeros { get; private set; }

    /// <summary>The index of the first that is infinite or no number; -1 where all are finite.</summary>
    public long FirstNotFinite { get; private set; } = -1;

    /// <summary>The largest magnitude of a finite value.</summary>
    public double Largest { get; private set; }

    /// <summary>Adds the first of these values.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public void Add(float[] values, int count)
    {
        int nonZeros = 0;
        float largest = 0;
        for (int i = 0; i < count; i++)
        {
            float magnitude = Math.Abs(values[i]);
            nonZeros += magnitude == 0 ? 0 : 1;
            if (!(magnitude <= float.MaxValue))
            {
                MeetNotFinite(i);
            }
            else if (magnitude > largest)
            {
                largest = magnitude;
            }
        }

        Add(count, nonZeros, largest);
    }

    /// <summary>Adds the first of these values.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public void Add(double[] values, int count)
    {
        int nonZeros = 0;
        double largest = 0;
        for (int i = 0; i < count; i++)
        {
            double magnitude = Math.Abs(values[i]);
            nonZeros += magnitude == 0 ? 0 : 1;
            if (!(magnitude <= double.MaxValue))
            {
                MeetNotFinite(i);
            }
            else if (magnitude > largest)
            {
                largest = magnitude;
            }
        }

        Add(count, nonZeros, largest);
    }

    private void MeetNotFinite(int index) => FirstNotFinite = FirstNotFinite < 0 ? Count + index : FirstNotFinite;

    private void Add(int count, int nonZeros, double largest)
    {
        Count += count;
        NonZeros += nonZeros;
        Largest = Math.Max(Largest, largest);
    }
}
