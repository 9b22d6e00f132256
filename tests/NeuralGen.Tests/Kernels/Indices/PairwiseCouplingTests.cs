namespace NeuralGen.Tests.Kernels.Indices;

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

    // The derivatives of equal probabilities are those of the pair, 0.0005 from their mean: less than 0.005 / 2. Those of 0.51 are 0.005 from it.
    [Fact]
    public void A_search_that_is_near_enough_ends()
    {
        double[] probabilities = new double[4];
        PairwiseCoupling.Compute([0.501, 0.51], probabilities, 2);
        Assert.Equal([0.5, 0.5], probabilities[..2]);
        Assert.InRange(probabilities[2], 0.505, 0.511);
    }

    // Around a ring, each of which nearly always wins against the next, all are equal to 0.0017.
    [Fact]
    public void A_search_that_begins_near_enough_ends_where_it_begins()
    {
        double[] probabilities = new double[3];
        PairwiseCoupling.Compute([0.9, 0.1004, 0.9], probabilities, 3);
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], probabilities);
    }

    // Wu, Lin and Weng's rounds, each with its sums added up anew: the first takes one, the second one more than there are classes.
    [Theory]
    [InlineData(new[] { 0.9, 0.104, 0.9 }, new[] { 0.3353189697, 0.332004162, 0.3326768682 })]
    [InlineData(new[] { 0.999, 0.0001, 0.64 }, new[] { 0.1702920806, 0.2658031622, 0.5639047572 })]
    [InlineData(new[] { 0.5, 0.999, 0.999, 0.999, 0.999, 0.5 }, new[] { 0.4994683864, 0.4994951058, 0.0005327984, 0.0005037094 })]
    [InlineData(new[] { 0.9999, 0.001, 0.999, 0.999, 0.0001, 0.9999, 0.1, 1e-7, 0.0001, 0.001, 0.1, 0.1, 0.5, 0.9, 0.9999 }, new[] { 0.1317548293, 0.0754304859, 0.0834156798, 0.2773008284, 0.2699418202, 0.1621563564 })]
    public void The_search_ends_in_the_round_in_which_libsvm_does(double[] pairs, double[] expected)
    {
        double[] found = new double[expected.Length];
        PairwiseCoupling.Compute(pairs, found, found.Length);
        Assert.All(expected, (probability, i) => Assert.Equal(probability, found[i], 1e-9));
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

    // Wu, Lin and Weng 2004: the probabilities p of the smallest Σ (r_ji p_i - r_ij p_j)², whose derivatives are all the same.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    public void The_derivatives_of_what_is_searched_for_are_the_same(int classes)
    {
        Random random = new(classes);
        const int Rows = 5;
        double[] pairs = [.. Enumerable.Range(0, Rows * classes * (classes - 1) / 2).Select(_ => 0.02 + (0.96 * random.NextDouble()))];
        double[] found = new double[Rows * classes];
        PairwiseCoupling.Compute(pairs, found, classes);
        for (int row = 0, pair = 0; row < Rows; row++)
        {
            double[,] wins = new double[classes, classes];
            for (int i = 0; i < classes; i++)
            {
                for (int j = i + 1; j < classes; j++, pair++)
                {
                    (wins[i, j], wins[j, i]) = (pairs[pair], 1 - pairs[pair]);
                }
            }

            double[] p = found[(row * classes)..((row + 1) * classes)];
            double[] derivatives = [.. Enumerable.Range(0, classes).Select(i => Enumerable.Range(0, classes).Sum(j => wins[j, i] * ((wins[j, i] * p[i]) - (wins[i, j] * p[j]))))];
            double mean = derivatives.Zip(p, (derivative, probability) => derivative * probability).Sum();
            Assert.All(derivatives, derivative => Assert.Equal(mean, derivative, 0.005 / classes));
            Assert.Equal(1, p.Sum(), 1e-12);
            Assert.All(p, probability => Assert.InRange(probability, 0, 1));
        }
    }
}
