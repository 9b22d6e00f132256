using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Generator.Tests.SafeTensors;

public class HalfPrecisionTests
{
    [Fact]
    public void All_values_widen_as_the_framework_widens_them()
    {
        for (int bits = 0; bits <= ushort.MaxValue; bits++)
        {
            float expected = (float)BitConverter.UInt16BitsToHalf((ushort)bits);
            int actual = HalfPrecision.Widen((ushort)bits);

            // The framework may quiet a NaN.
            bool isSame = float.IsNaN(expected) ? float.IsNaN(BitConverter.Int32BitsToSingle(actual)) : BitConverter.SingleToInt32Bits(expected) == actual;
            Assert.True(isSame, $"{bits:X4} becomes {actual:X8} instead of {BitConverter.SingleToInt32Bits(expected):X8}");
        }
    }
}
