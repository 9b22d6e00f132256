using System.Globalization;

namespace NeuralGen;

/// <summary>Numbers as a file has them: they read back to the same bits.</summary>
internal static class NumberText
{
    // .NET Framework's shortest form ("R") does not always do so.
#if NET
    private const string Single = "R";
    private const string Double = "R";
#else
    private const string Single = "G9";
    private const string Double = "G17";
#endif

    /// <summary>A number in single precision. It is read in double precision, then rounded: a text so near to the middle between
    /// two numbers that this is not the number gets more digits, with which it is nowhere near.</summary>
    public static string Of(float value)
    {
        string text = value.ToString(Single, CultureInfo.InvariantCulture);
        return (float)double.Parse(text, CultureInfo.InvariantCulture) == value ? text : value.ToString("G9", CultureInfo.InvariantCulture);
    }

    /// <summary>A number in double precision.</summary>
    public static string Of(double value) => value.ToString(Double, CultureInfo.InvariantCulture);
}
