using System.Globalization;

namespace NeuralGen.Generator.Tests.Json.Numbers;

/// <summary>The conversion to double, bit for bit.</summary>
public class JsonNumberTests
{
    private const int RandomNumbers = 150_000;
    private const int RandomMidpoints = 3_000;

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("-0", -0.0)]
    [InlineData("-0.0e5", -0.0)]
    [InlineData("0e99999999999999999999", 0.0)]
    [InlineData("-0.03534340858459473", -0.03534340858459473)]
    [InlineData("1e22", 1e22)]
    [InlineData("1e23", 1e23)]
    [InlineData("9007199254740991e22", 9007199254740991e22)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("9007199254740993.0000000000000000000001", 9007199254740994.0)]
    [InlineData("9007199254740995", 9007199254740996.0)]
    [InlineData("18446744073709551615", 18446744073709551616.0)]
    [InlineData("18446744073709551616", 18446744073709551616.0)]
    [InlineData("18446744073709551616.00e-3", 18446744073709551.616)]
    [InlineData("0.0009007199254740993e19", 9007199254740992.0)]
    [InlineData("1e-400", 0.0)]
    [InlineData("-1e-400", -0.0)]
    [InlineData("1e999", double.PositiveInfinity)]
    [InlineData("-1e999", double.NegativeInfinity)]
    [InlineData("1e-99999999999999999999", 0.0)]
    [InlineData("1e99999999999999999999", double.PositiveInfinity)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("2.4703282292062327e-324", 0.0)]
    [InlineData("2.4703282292062328e-324", double.Epsilon)]
    [InlineData("2.2250738585072011e-308", 2.2250738585072011e-308)]
    [InlineData("2.2250738585072014e-308", 2.2250738585072014e-308)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("1.7976931348623158e308", double.MaxValue)]
    [InlineData("1.7976931348623159e308", double.PositiveInfinity)]
    [InlineData("9999999999999999999e-342", 9999999999999999999e-342)]
    [InlineData("1e-342", 0.0)]
    [InlineData("9999999999999999999e-343", 0.0)]
    [InlineData("1e308", 1e308)]
    [InlineData("1e309", double.PositiveInfinity)]
    [InlineData("0.00001e313", 1e308)]
    public void Reads_the_nearest_double(string text, double expected) => NumberAssert.ReadAs([(text, expected)]);

    [Fact]
    public void Weighs_long_runs_of_zeros_against_the_exponent()
    {
        string zeros = new('0', 100_000);
        NumberAssert.ReadAs(
        [
            ($"0.{zeros}125e100001", 1.25),
            ($"125{zeros}e-100002", 1.25),
            ($"0.{zeros}9007199254740993{zeros}1e100016", 9007199254740994.0),
            ($"9007199254740993{zeros}.{zeros}1e-100000", 9007199254740994.0),
            ($"9007199254740993{zeros}.{zeros}0e-100000", 9007199254740992.0),
            ($"1{zeros}", double.PositiveInfinity),
            ($"0.{zeros}1", 0.0),
        ]);
    }

    [Fact]
    public void Reads_every_power_of_ten()
        => NumberAssert.ReadLikeThePlatform(
        [
            .. from exponent in Enumerable.Range(-345, 345 + 310)
               from digits in (string[])["1", "9", "12345678901234567", "9999999999999999999", "18446744073709551617"]
               select digits + "e" + exponent.ToString(CultureInfo.InvariantCulture),
        ]);

    [Fact]
    public void Reads_numbers_beside_powers_of_two()
        => NumberAssert.ReadLikeThePlatform(
        [
            .. from bit in Enumerable.Range(1, 63)
               from offset in (long[])[-1, 0, 1]
               from exponent in (int[])[-300, -30, 0, 30, 280]
               select string.Create(CultureInfo.InvariantCulture, $"{(1UL << bit) + (ulong)offset}e{exponent}"),
        ]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Reads_random_numbers_like_the_platform(int seed)
    {
        RandomJson random = new(seed);
        NumberAssert.ReadLikeThePlatform([.. Enumerable.Range(0, RandomNumbers / 2).Select(_ => random.Number())]);
    }

    [Theory]
    [InlineData(3, "R")]
    [InlineData(4, "E16")]
    [InlineData(5, "E18")]
    [InlineData(6, "E19")]
    public void Reads_random_doubles_as_written(int seed, string format)
    {
        Random random = new(seed);
        NumberAssert.ReadLikeThePlatform([.. Enumerable.Range(0, RandomNumbers / 4)
            .Select(_ => RandomFinite(random).ToString(format, CultureInfo.InvariantCulture))]);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Reads_random_singles_as_written(int seed)
    {
        Random random = new(seed);
        NumberAssert.ReadLikeThePlatform([.. Enumerable.Range(0, RandomNumbers / 4)
            .Select(_ => (double)(random.NextSingle() - 0.5f))
            .Select(value => value.ToString("R", CultureInfo.InvariantCulture))]);
    }

    [Theory]
    [InlineData(9, 0, 0x7FE)]
    [InlineData(10, 0, 0)]
    [InlineData(11, 1000, 1150)]
    public void Reads_midpoints_as_the_even_neighbour(int seed, int leastField, int greatestField)
    {
        Random random = new(seed);
        List<(string, double)> numbers = [];
        for (int i = 0; i < RandomMidpoints / 5; i++)
        {
            Midpoint midpoint = RandomMidpoint(random, leastField, greatestField);
            numbers.AddRange(midpoint.Neighbourhood(zeros: random.Next(3) * 20));
        }

        NumberAssert.ReadAs(numbers);
    }

    [Fact]
    public void Reads_numbers_close_to_midpoints_like_the_platform()
    {
        Random random = new(12);
        NumberAssert.ReadAs([.. Enumerable.Range(0, RandomMidpoints)
            .SelectMany(_ => RandomMidpoint(random, 0, 0x7FE).Cut(17 + random.Next(6)))]);
    }

    [Fact]
    public void Reads_the_outermost_midpoints()
    {
        Midpoint[] midpoints =
        [
            new(0), new(1), new(0xF_FFFF_FFFF_FFFE), new(0xF_FFFF_FFFF_FFFF), new(0x10_0000_0000_0000),
            new(BitConverter.DoubleToInt64Bits(double.MaxValue)),
        ];
        Assert.Equal(double.PositiveInfinity, midpoints[^1].Upper);
        NumberAssert.ReadAs([.. midpoints.SelectMany(midpoint => midpoint.Neighbourhood(zeros: 50))]);
    }

    [Fact]
    public void Reads_numbers_of_800_and_more_digits()
    {
        Random random = new(13);
        NumberAssert.ReadLikeThePlatform([.. Enumerable.Range(0, 500).Select(_ =>
        {
            IEnumerable<int> positions = Enumerable.Range(0, random.Next(780, 1200));
            string digits = string.Concat(positions.Select(_ => (char)('0' + random.Next(10))));
            return string.Create(CultureInfo.InvariantCulture, $"-0.{digits}e{random.Next(-330, 320)}");
        })]);
    }

    private static double RandomFinite(Random random)
    {
        double value;
        do
        {
            value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        }
        while (!double.IsFinite(value));

        return value;
    }

    private static Midpoint RandomMidpoint(Random random, int leastField, int greatestField)
        => new(((long)random.Next(leastField, greatestField + 1) << 52) | random.NextInt64(1L << random.Next(1, 53)));
}
