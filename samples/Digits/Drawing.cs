using System.Text;

namespace Digits;

/// <summary>Draws images with the letters of a console.</summary>
internal static class Drawing
{
    private const int Width = 8;

    private const string Shades = " .:-=+*#%@";

    /// <summary>Some images side by side, each pixel two letters wide.</summary>
    /// <param name="images">The images: 64 brightnesses from 0 to 1 each.</param>
    public static string Draw(IReadOnlyList<float[]> images)
    {
        StringBuilder text = new();
        for (int row = 0; row < Width; row++)
        {
            foreach (float[] image in images)
            {
                for (int column = 0; column < Width; column++)
                {
                    text.Append(Shades[(int)Math.Round(image[(row * Width) + column] * (Shades.Length - 1))], 2);
                }

                text.Append("  ");
            }

            text.AppendLine();
        }

        return text.ToString();
    }
}
