using System.Runtime.CompilerServices;

namespace NeuralGen.Training;

/// <summary>The ranges of the numbers that configure training; NaN is in none of them.</summary>
internal static class HyperParameter
{
    public static double NonNegative(double value, [CallerMemberName] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw OutOfRange(value, name, "a finite number of at least 0");

    public static double Positive(double value, [CallerMemberName] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw OutOfRange(value, name, "a finite number above 0");

    public static double Fraction(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : throw OutOfRange(value, name, "at least 0 and less than 1");

    public static int AtLeast(int minimum, int value, [CallerMemberName] string name = "") =>
        value >= minimum ? value : throw OutOfRange(value, name, FormattableString.Invariant($"at least {minimum}"));

    private static ArgumentOutOfRangeException OutOfRange(double value, string name, string range) =>
        new(name, FormattableString.Invariant($"{name} is {value}; it must be {range}."));
}
