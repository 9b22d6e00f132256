namespace NeuralGen.Compiler.Networks.Windows;

/// <summary>Where the values of a spatial tensor lie: plane by plane, as callers have them, or pixel by pixel, as kernels do.</summary>
/// <param name="Channels">The number of channels.</param>
/// <param name="Pixels">The number of pixels.</param>
/// <param name="AreChannelsLast">Whether the channels of a pixel are neighbours.</param>
internal readonly record struct PixelOrder(int Channels, int Pixels, bool AreChannelsLast)
{
    /// <summary>The position of a value.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="pixel">The pixel.</param>
    public int At(int channel, int pixel) => AreChannelsLast ? (pixel * Channels) + channel : (channel * Pixels) + pixel;
}
