using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.Values;

/// <summary>What a value can be.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The largest.</param>
internal readonly record struct Interval(double Low, double High)
{
    /// <summary>Any value.</summary>
    public static Interval Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>One value.</summary>
    public static Interval Of(double value) => new(value, value);

    /// <summary>The sums of two values.</summary>
    public static Interval operator +(Interval left, Interval right) => new(left.Low + right.Low, left.High + right.High);

    /// <summary>The multiples of a value; nothing at all by zero.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static Interval operator *(double factor, Interval value) =>
        factor == 0 ? Of(0)
        : factor > 0 ? new Interval(factor * value.Low, factor * value.High)
        : new Interval(factor * value.High, factor * value.Low);
}
