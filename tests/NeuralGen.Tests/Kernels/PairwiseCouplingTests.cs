namespace NeuralGen.Tests.Kernels;

public class PairwiseCouplingTests
{
    // Of two classes the search may stop one step before the probability itself.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.0001)]
    public void Of_two_classes_the_probability_is_nearly_that_of_the_pair(double pair)
    {
        double[] probabilities = new double[2];
        PairwiseCoupling.Compute([pair], probabilities, 2);
        Assert.Equal(pair, probabilities[0], 0.005);
        Assert.Equal(1, probabilities[0] + probabilities[1], 1e-12);
    }

    // Pairs that agree with probabilities of all classes, p / (p + q), leave nothing to search for but these.
    [Fact]
    public void Pairs_that_agree_give_back_the_probabilities_they_come_from()
    {
        double[] expected = [0.6, 0.3, 0.08, 0.02, 0.5, 0.1, 0.2, 0.2];
        double[] pairs = new double[12];
        for (int row = 0, pair = 0; row < 2; row++)
        {
            for (int i = 0; i < 4; i++)
            {
                for (int j = i + 1; j < 4; j++, pair++)
                {
                    pairs[pair] = expected[(4 * row) + i] / (expected[(4 * row) + i] + expected[(4 * row) + j]);
                }
            }
        }

        double[] found = new double[8];
        PairwiseCoupling.Compute(pairs, found, 4);
        float[] single = new float[8];
        PairwiseCoupling.Compute(Array.ConvertAll(pairs, pair => (float)pair), single, 4);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], found[i], 0.01);
            Assert.Equal(found[i], single[i], 1e-6);
        }
    }

    [Fact]
    public void Many_classes_are_searched_for_in_rented_memory()
    {
        const int Classes = 300;
        double[] pairs = new double[Classes * (Classes - 1) / 2];
        Array.Fill(pairs, 0.5);
        double[] found = new double[Classes];
        PairwiseCoupling.Compute(pairs, found, Classes);
        Assert.All(found, probability => Assert.Equal(1.0 / Classes, probability, 1e-12));
    }
}
