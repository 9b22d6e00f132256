using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Expressions;

/// <summary>Arithmetic with whole numbers as C# has it, where what is too large for its type wraps.</summary>
internal static class WholeNumbers
{
    private const double Bound = 9223372036854775808.0;

    /// <summary>A number without what stands behind the point; one that is beyond all whole numbers of 64 bits becomes the nearest, NaN zero.</summary>
    public static long Cut(double value) => double.IsNaN(value) ? 0 : value >= Bound ? long.MaxValue : value <= -Bound ? long.MinValue : (long)value;

    /// <summary>What of a number its type holds.</summary>
    public static long Wrap(this ElementType type, long value) => type switch
    {
        ElementType.Bool => value != 0 ? 1 : 0,
        ElementType.Int => unchecked((int)value),
        ElementType.Byte => unchecked((byte)value),
        ElementType.SByte => unchecked((sbyte)value),
        _ => value,
    };

    /// <summary>The result of an operator, which wraps.</summary>
    /// <param name="type">What both values are, and the result.</param>
    /// <param name="sign">The operator.</param>
    /// <param name="left">The left value.</param>
    /// <param name="right">The right value.</param>
    /// <exception cref="DivideByZeroException">The right value of a division is zero.</exception>
    public static long Of(ElementType type, string sign, long left, long right) => type.Wrap(unchecked(sign switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => right == -1 ? -left : left / right,
        "%" => right == -1 ? 0 : left % right,
        "&" => left & right,
        "|" => left | right,
        "^" => left ^ right,
        "<<" => left << Distance(type, right),
        _ => left >> Distance(type, right),
    }));

    /// <summary>The remainder with the sign of the divisor.</summary>
    public static long Modulo(long value, long divisor)
    {
        long rest = divisor == -1 ? 0 : value % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }

    /// <summary>A number to the power of another, which wraps; a negative power is a quotient of 1, which is cut.</summary>
    public static long Power(long value, long exponent)
    {
        if (exponent < 0)
        {
            return value is 1 or -1 ? (exponent & 1) == 0 ? 1 : value : 1 / value;
        }

        long power = 1;
        for (; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) == 0 ? power : unchecked(power * value);
            value = unchecked(value * value);
        }

        return power;
    }

    /// <summary>C# shifts by as many places as the lowest bits of the distance say.</summary>
    private static int Distance(ElementType type, long distance) => (int)(distance & (type == ElementType.Long ? 63 : 31));
}
