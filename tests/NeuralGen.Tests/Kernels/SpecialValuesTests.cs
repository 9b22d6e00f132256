namespace NeuralGen.Tests.Kernels;

public class SpecialValuesTests
{
    // Lengths around those of four vectors, one vector and less.
    public static TheoryData<int> Lengths => [0, 1, 3, 4, 7, 8, 9, 16, 31, 32, 33, 40, 63, 64, 65, 79];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_value_that_is_no_number_is_found_wherever_it_is(int length)
    {
        float[] values = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? float.MaxValue : -i)];
        Assert.False(SpecialValues.AnyNaN(values));
        Assert.True(SpecialValues.AreFinite(values));
        for (int i = 0; i < length; i++)
        {
            float before = values[i];
            values[i] = float.NaN;
            Assert.True(SpecialValues.AnyNaN(values));
            Assert.False(SpecialValues.AreFinite(values));
            foreach (float infinity in new[] { float.PositiveInfinity, float.NegativeInfinity })
            {
                values[i] = infinity;
                Assert.False(SpecialValues.AnyNaN(values));
                Assert.False(SpecialValues.AreFinite(values));
            }

            values[i] = before;
        }
    }
}
