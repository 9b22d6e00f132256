using System.Globalization;
using NeuralGen.Compiler.Emission.Text;
using Width = NeuralGen.Compiler.Values.Precision;

namespace NeuralGen.Generator.Tests.Emission.Text;

public class NumberFormatTests
{
    [Theory]
    [InlineData(0.0, "0.0", "0f")]
    [InlineData(-0.0, "-0.0", "-0f")]
    [InlineData(2.0, "2.0", "2f")]
    [InlineData(0.1, "0.1", "0.1f")]
    [InlineData(-1e-7, "-1E-07", "-1E-07f")]
    [InlineData(1.0 / 3, "0.3333333333333333", "0.33333334f")]
    [InlineData(16777216, "16777216.0", "16777216f")]
    [InlineData(double.Epsilon, "4.94065645841247E-324", "0f")]
    [InlineData(1e-45, "1E-45", "1.4013E-45f")]
    [InlineData(double.NaN, "double.NaN", "float.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity", "float.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity", "float.NegativeInfinity")]
    public void A_number_is_a_short_literal(double value, string wide, string narrow)
    {
        Assert.Equal(wide, Literal.Number(value, Width.Double));
        Assert.Equal(narrow, Literal.Number(value, Width.Single));
    }

    [Fact]
    public void Literals_read_back_to_the_same_bits()
    {
        Random random = new(3);
        for (int i = 0; i < 100_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(value))
            {
                continue;
            }

            Assert.Equal(value, double.Parse(Literal.Number(value, Width.Double), CultureInfo.InvariantCulture));
            float narrow = BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue));
            if (float.IsFinite(narrow))
            {
                Assert.Equal(narrow, float.Parse(Literal.Number(narrow, Width.Single).TrimEnd('f'), CultureInfo.InvariantCulture));
            }
        }
    }

    [Fact]
    public void Texts_cannot_leave_their_literal_or_comment()
    {
        const string Evil = "a\"\\\n\r\u2028\u2029\u202E\0\ud800*/ //\t</summary>{}é中";
        Assert.Equal("\"a\\\"\\\\\\u000A\\u000D\\u2028\\u2029\\u202E\\u0000\\uD800*/ //\\u0009</summary>{}é中\"", Literal.String(Evil));
        Assert.Equal("a\"\\???????*/ //?</summary>{}é中", Literal.Comment(Evil));
        Assert.Equal("a&quot;\\???????*/ //?&lt;/summary&gt;{}é中", Literal.Xml(Evil));
    }
}
