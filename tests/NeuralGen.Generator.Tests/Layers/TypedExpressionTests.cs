using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Formulas of whole numbers and truth values, against the same in C#.</summary>
public class TypedExpressionTests
{
    private static readonly int[] Ints = [0, 1, -1, 7, -7, 2147483647, -2147483648, 1000003, -46341, 12, -3, 65536];
    private static readonly int[] OtherInts = [5, -3, 7, -2, 3, 2147483647, -1, 99991, 46341, -1, 4, 65536];
    private static readonly long[] Longs = [0, 9007199254740993, -9007199254740993, long.MaxValue, long.MinValue, 7, -7, 123456789012345678];
    private static readonly long[] OtherLongs = [3, 2, -3, -1, -1, -2, 2, 1000000007];
    private static readonly bool[] Truths = [true, true, false, false];
    private static readonly bool[] OtherTruths = [true, false, true, false];

    [Fact]
    public void Int_is_computed_as_in_CSharp() => Of(Ints, OtherInts)
        .Formula("a + b * 3 - 1", Zip(Ints, OtherInts, (a, b) => unchecked(a + (b * 3) - 1)))
        .Formula("-a * -b", Zip(Ints, OtherInts, (a, b) => unchecked(-a * -b)))
        .Formula("a / b", Zip(Ints, OtherInts, (a, b) => b == -1 ? unchecked(-a) : a / b))
        .Formula("a % b", Zip(Ints, OtherInts, (a, b) => b == -1 ? 0 : a % b))
        .Formula("a / 7 - a / -1 + a % -1", Zip(Ints, OtherInts, (a, b) => unchecked((a / 7) + a)))
        .Formula("mod(a, b)", Zip(Ints, OtherInts, (a, b) => (int)((((long)a % b) + b) % b)))
        .Formula("a & b | a ^ b & 15", Zip(Ints, OtherInts, (a, b) => (a & b) | (a ^ (b & 15))))
        .Formula("~a << 3 >> b", Zip(Ints, OtherInts, (a, b) => (~a << 3) >> b))
        .Formula("a << b", Zip(Ints, OtherInts, (a, b) => a << b))
        .Formula("abs(a) + sign(b)", Zip(Ints, OtherInts, (a, b) => unchecked((a < 0 ? -a : a) + Math.Sign(b))))
        .Formula("min(a, 5) - max(b, a)", Zip(Ints, OtherInts, (a, b) => unchecked(Math.Min(a, 5) - Math.Max(b, a))))
        .Formula("pow(a, 5) + pow(b, 0)", Zip(Ints, OtherInts, (a, b) => unchecked((a * a * a * a * a) + 1)))
        .Formula("a > b == a >= 0", Zip(Ints, OtherInts, (a, b) => a > b == a >= 0))
        .Formula("a > b && b != 7 || !(a < 5)", Zip(Ints, OtherInts, (a, b) => (a > b && b != 7) || !(a < 5)))
        .Formula("a == a", Zip(Ints, OtherInts, (_, _) => true))
        .Formula("a > b ? a : b - 1", Zip(Ints, OtherInts, (a, b) => a > b ? a : b - 1))
        .Formula("a == 0 ? -1 : 100 / a", Zip(Ints, OtherInts, (a, b) => a == 0 ? -1 : 100 / a))
        .Formula("a == 0 ? 0.5 : sign(float(100 / a))", Zip(Ints, OtherInts, (a, b) => a == 0 ? 0.5 : Math.Sign(100 / a)))
        .Formula("a != 0 && tanh(float(9 / a)) > 0.5", Zip(Ints, OtherInts, (a, b) => a != 0 && Math.Tanh(9 / a) > 0.5))
        .Formula("(a > b) + a * (b > 0)", Zip(Ints, OtherInts, (a, b) => (a > b ? 1 : 0) + (a * (b > 0 ? 1 : 0))))
        .Formula("long(a) * long(b)", Zip(Ints, OtherInts, (a, b) => (long)a * b))
        .Formula("float(a & 4095) * 0.5", Zip(Ints, OtherInts, (a, _) => (a & 4095) * 0.5))
        .Formula("a + b", Zip(Ints, OtherInts, (a, b) => unchecked((byte)(a + b))), "byte")
        .Formula("a * 256", Zip(Ints, OtherInts, (a, b) => a * 256 != 0), "bool")
        .Formula("a > b", Zip(Ints, OtherInts, (a, b) => a > b ? 1L : 0), "long")
        .Formula("a > b ? 1 : 2", Zip(Ints, OtherInts, (a, b) => a > b ? 1.0 : 2))
        .Formula("a > b ? 3 : 2", Zip(Ints, OtherInts, (a, b) => a > b ? 3 : 2), "int")
        .Run();

    [Fact]
    public void Long_is_exact_beyond_what_doubles_hold() => new TypedCheck([("a", Longs), ("b", OtherLongs)], 2) { ChecksInterpreter = false }
        .Formula("a + b * 3", Zip(Longs, OtherLongs, (a, b) => unchecked(a + (b * 3))))
        .Formula("a + 9007199254740993", Zip(Longs, OtherLongs, (a, b) => unchecked(a + 9007199254740993)))
        .Formula("a - -9223372036854775808", Zip(Longs, OtherLongs, (a, b) => unchecked(a - long.MinValue)))
        .Formula("a / b", Zip(Longs, OtherLongs, (a, b) => b == -1 ? unchecked(-a) : a / b))
        .Formula("a % b", Zip(Longs, OtherLongs, (a, b) => b == -1 ? 0 : a % b))
        .Formula("mod(a, b)", Zip(Longs, OtherLongs, (a, b) => (long)(((((System.Int128)a % b) + b) % b))))
        .Formula("a << b ^ a >> 3", Zip(Longs, OtherLongs, (a, b) => (a << (int)b) ^ (a >> 3)))
        .Formula("pow(a, 3)", Zip(Longs, OtherLongs, (a, b) => unchecked(a * a * a)))
        .Formula("abs(a)", Zip(Longs, OtherLongs, (a, b) => a < 0 ? unchecked(-a) : a))
        .Formula("a == 9007199254740993 || a == 9007199254740992", Zip(Longs, OtherLongs, (a, b) => a == 9007199254740993))
        .Formula("int(a)", Zip(Longs, OtherLongs, (a, b) => unchecked((int)a)))
        .Formula("sbyte(a)", Zip(Longs, OtherLongs, (a, b) => unchecked((sbyte)a)))
        .Run();

    [Fact]
    public void Bytes_wrap_to_their_own_type()
    {
        byte[] bytes = [0, 1, 200, 255, 128, 77];
        byte[] others = [3, 255, 100, 2, 1, 77];
        Of(bytes, others)
            .Formula("a + b", Zip(bytes, others, (a, b) => unchecked((byte)(a + b))))
            .Formula("a - b * 2", Zip(bytes, others, (a, b) => unchecked((byte)(a - (byte)(b * 2)))))
            .Formula("-a / b", Zip(bytes, others, (a, b) => (byte)(unchecked((byte)-a) / b)))
            .Formula("~a >> 1", Zip(bytes, others, (a, b) => (byte)(unchecked((byte)~a) >> 1)))
            .Formula("max(a, 130) % 7", Zip(bytes, others, (a, b) => (byte)(Math.Max(a, (byte)130) % 7)))
            .Formula("mod(a, b)", Zip(bytes, others, (a, b) => (byte)(a % b)))
            .Formula("abs(a) - sign(b)", Zip(bytes, others, (a, b) => unchecked((byte)(a - 1))))
            .Formula("pow(a, b)", Zip(bytes, others, (a, b) => (byte)System.Numerics.BigInteger.ModPow(a, b, 256)))
            .Run();
        sbyte[] signed = [0, -128, 127, -128, 5, -7];
        sbyte[] others2 = [3, -1, 127, 3, -2, 2];
        Of(signed, others2)
            .Formula("a / b + 0", Zip(signed, others2, (a, b) => unchecked((sbyte)(a / b))))
            .Formula("a * b", Zip(signed, others2, (a, b) => unchecked((sbyte)(a * b))))
            .Formula("abs(a)", Zip(signed, others2, (a, b) => unchecked((sbyte)(a < 0 ? -a : a))))
            .Formula("mod(a, b)", Zip(signed, others2, (a, b) => (sbyte)(((a % b) + b) % b)))
            .Formula("a > -3 ? a : -3", Zip(signed, others2, (a, b) => a > -3 ? a : (sbyte)-3))
            .Run();
    }

    [Fact]
    public void Truth_values_are_joined() => Of(Truths, OtherTruths)
        .Formula("a && b || !a", Zip(Truths, OtherTruths, (a, b) => (a && b) || !a))
        .Formula("a != b", Zip(Truths, OtherTruths, (a, b) => a != b))
        .Formula("(a & b) ^ (a | b)", Zip(Truths, OtherTruths, (a, b) => (a & b) ^ (a | b)))
        .Formula("a ? b : true", Zip(Truths, OtherTruths, (a, b) => !a || b))
        .Formula("a + b", Zip(Truths, OtherTruths, (a, b) => (a ? 1.0 : 0) + (b ? 1 : 0)))
        .Formula("-a * 2.5", Zip(Truths, OtherTruths, (a, b) => a ? -2.5 : 0))
        .Formula("a ? 3 : -4", Zip(Truths, OtherTruths, (a, b) => a ? (sbyte)3 : (sbyte)-4), "sbyte")
        .Formula("a > b", Zip(Truths, OtherTruths, (a, b) => a && !b))
        .Run();

    [Fact]
    public void Types_meet_in_one_formula()
    {
        double[] values = [0.5, -2.75, 3, double.NaN, 1e10, double.PositiveInfinity];
        long[] counts = [1, 2, -3, 4, 5, 0];
        bool[] flags = [true, false, true, true, false, false];
        new TypedCheck([("x", values), ("n", counts), ("m", flags)], 2)
            .Formula("m ? x * float(n) : -infinity", values.Select((x, i) => flags[i] ? x * counts[i] : double.NegativeInfinity).ToArray())
            .Formula("is_nan(x) ? 0 : m", values.Select((x, i) => double.IsNaN(x) ? 0.0 : flags[i] ? 1 : 0).ToArray())
            .Formula("is_infinite(x) || is_nan(x)", values.Select(x => !double.IsFinite(x)).ToArray())
            .Formula("m * n", counts.Select((n, i) => flags[i] ? n : 0L).ToArray())
            .Formula("m && n > 0", counts.Select((n, i) => flags[i] && n > 0).ToArray())
            .Formula("x > 0 ? x : nan", values.Select(x => x > 0 ? x : double.NaN).ToArray())
            .Run();
    }

    [Fact]
    public void Old_compilers_that_check_overflow_get_code_that_wraps() => Of(Ints, OtherInts)
        .Formula("a * b + 2147483647", Zip(Ints, OtherInts, (a, b) => unchecked((a * b) + 2147483647)))
        .Formula("a * b > 5", Zip(Ints, OtherInts, (a, b) => unchecked(a * b) > 5))
        .Formula("byte(a) + byte(b)", Zip(Ints, OtherInts, (a, b) => unchecked((byte)(a + b))))
        .Formula("int(float(a % 4096) * 0.25)", Zip(Ints, OtherInts, (a, b) => a % 4096 / 4))
        .Run(() => new GeneratorHost { LanguageVersion = LanguageVersion.CSharp7_3, ChecksOverflow = true });

    [Theory]
    [InlineData("n + 0.5", 3, "'+' has a value of type 'long' and one of type 'float'; 'cast' one of them, or write 'long(…)'")]
    [InlineData("x * n", 3, "'*' has a value of type 'float' and one of type 'long'; 'cast' one of them, or write 'float(…)'")]
    [InlineData("n + k", 3, "'+' has a value of type 'long' and one of type 'byte'; 'cast' one of them, or write 'long(…)'")]
    [InlineData("k + 256", 5, "256 is beyond the range of 'byte'")]
    [InlineData("k * -1", 6, "-1 is beyond the range of 'byte'")]
    [InlineData("n + 9223372036854775808", 5, "9223372036854775808 is beyond the range of 'long'")]
    [InlineData("sqrt(n)", 6, "'sqrt' takes 'float', not 'long'; 'cast' it, or write 'float(…)'")]
    [InlineData("relu(k)", 6, "'relu' takes 'float', not 'byte'; 'cast' it, or write 'float(…)'")]
    [InlineData("x && m", 3, "'&&' needs truth values, as comparisons give them, not 'float'")]
    [InlineData("!x", 1, "'!' needs a truth value, as comparisons give them, not 'float'")]
    [InlineData("~m", 1, "'~' needs whole numbers, not 'bool'")]
    [InlineData("x | x", 3, "'|' needs whole numbers or truth values, not 'float'")]
    [InlineData("m << m", 3, "'<<' needs whole numbers, not 'bool'")]
    [InlineData("n && n", 3, "'&&' needs truth values, as comparisons give them, not 'long'")]
    [InlineData("m ? n : x", 3, "'? :' has a value of type 'long' and one of type 'float'; 'cast' one of them, or write 'long(…)'")]
    [InlineData("n / 0", 3, "it divides a whole number by zero")]
    [InlineData("n % (3 - 3)", 3, "it divides a whole number by zero")]
    [InlineData("mod(n, 0)", 1, "it divides a whole number by zero")]
    [InlineData("1 << 3", 1, "bits are of whole numbers, and nothing says of which type 1 is; write 'int(…)' or 'long(…)'")]
    [InlineData("n == x", 3, "'==' has a value of type 'long' and one of type 'float'; 'cast' one of them, or write 'long(…)'")]
    public void Types_that_do_not_fit_are_reported_with_the_character(string formula, int character, string words) => Diagnose
        .File($$"""{ "inputs": [ { "name": "x", "shape": 2 }, { "name": "n", "shape": 2, "type": "long" }, { "name": "k", "shape": 2, "type": "byte" }, { "name": "m", "shape": 2, "type": "bool" } ], "layers": [ { "type": "expression", "name": "f", "inputs": ["x", "n", "k", "m"], "formula": {|NEURAL0240:"{{formula}}"|} } ] }""")
        .UsedBy(Consumer.TypeOnly)
        .Reports($"'formula' of layer 'f', character {character}: {words}");

    [Fact]
    public void An_unknown_type_is_reported_at_the_argument() => Diagnose
        .File("""{ "inputs": 2, "layers": [ { "type": "expression", "name": "f", "formula": "x > 0", "element_type": {|NEURAL0019:"lomg"|} } ] }""")
        .Reports("ElementType 'lomg' of layer 'f' is unknown; did you mean 'long'?");

    [Fact]
    public void Attributes_say_the_type_too()
    {
        GeneratorHost host = new GeneratorHost()
            .Source("""
                using NeuralGen;
                [NeuralNetwork]
                [Input("n", 3, Type = ElementType.SByte)]
                [Expression("n * 2", ElementType = ElementType.SByte, Name = "twice")]
                [Expression("twice > 5")]
                public static partial class Net;
                public static class NetDriver
                {
                    public static bool[] Predict(sbyte[] n)
                    {
                        bool[] result = new bool[3];
                        Net.Predict(n, result);
                        return result;
                    }
                }
                """);
        object result = host.Run().Load().GetType("NetDriver", throwOnError: true)!.GetMethod("Predict")!.Invoke(null, [new sbyte[] { 2, 3, 64 }])!;
        Assert.Equal([false, true, false], (bool[])result);
    }

    [Fact]
    public void A_division_by_zero_throws_where_nobody_guards_it()
    {
        TypedCheck check = new TypedCheck([("n", new[] { 1, 0 })], 1).Formula("5 / n", new[] { 5, 0 });
        System.Reflection.TargetInvocationException thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => check.Run());
        Assert.IsType<DivideByZeroException>(thrown.InnerException);
    }

    private static TypedCheck Of<T>(T[] left, T[] right) => new([("a", left), ("b", right)], 2);

    private static TResult[] Zip<T, TResult>(T[] left, T[] right, Func<T, T, TResult> function) => [.. left.Zip(right, function)];
}
