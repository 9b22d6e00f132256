using System.Globalization;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>Numbers as the tables write them.</summary>
internal static class Figures
{
    public const string None = "–";

    /// <summary>Three digits, without exponents.</summary>
    public static string ThreeDigits(double value) => value.ToString(
        value switch { < 0.9995 => "0.000", < 9.995 => "0.00", < 99.95 => "0.0", _ => "0" },
        CultureInfo.InvariantCulture);

    /// <summary>How many times as long, as in 26.6×.</summary>
    public static string Ratio(double value) => $"{ThreeDigits(value)}×";

    public static string Bytes(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    public static string Exponential(double value) => value.ToString("0.0e0", CultureInfo.InvariantCulture);
}
