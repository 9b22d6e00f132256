using System.Diagnostics;

namespace DigitsInBrowser.Network;

/// <summary>What the network makes of a drawing.</summary>
public sealed class Reading
{
    private const double MeasuredMilliseconds = 20;

    private readonly float[] _image = new float[Digits.InputSize];

    /// <summary>The probability of each digit.</summary>
    public float[] Probabilities { get; } = new float[Digits.LabelNames.Length];

    /// <summary>What the hidden layers see.</summary>
    public IReadOnlyList<FeatureMaps> Layers { get; } = [new("Edges", 8, 8), new("Strokes", 16, 8), new("Parts", 32, 4)];

    /// <summary>The image that the network gets, 8×8 brightnesses from 0 to 1.</summary>
    public ReadOnlySpan<float> Image => _image;

    /// <summary>The likeliest digit.</summary>
    public int Best => Array.IndexOf(Probabilities, Probabilities.Max());

    /// <summary>Computes everything from an image.</summary>
    public void Read(ReadOnlySpan<float> image)
    {
        image.CopyTo(_image);
        Digits.Predict(_image, Layers[0].Values, Layers[1].Values, Layers[2].Values, Probabilities);
    }

    /// <summary>How long a prediction takes, in milliseconds: the mean of as many as go into a moment.</summary>
    public double Measure()
    {
        long start = Stopwatch.GetTimestamp();
        for (int count = 1; ; count++)
        {
            Digits.Predict(_image, Layers[0].Values, Layers[1].Values, Layers[2].Values, Probabilities);
            double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (elapsed >= MeasuredMilliseconds)
            {
                return elapsed / count;
            }
        }
    }
}
