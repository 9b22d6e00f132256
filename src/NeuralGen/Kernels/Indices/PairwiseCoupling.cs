using System.Buffers;
using System.ComponentModel;

namespace NeuralGen;

/// <summary>
/// Probabilities of classes from those of pairs of them, as support vector machines find theirs: T.-F. Wu, C.-J. Lin, R. C. Weng, "Probability
/// estimates for multi-class classification by pairwise coupling", Journal of Machine Learning Research 5 (2004), algorithm 2.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PairwiseCoupling
{
    private const int MostOnStack = 256;

    // Where libsvm and the runtimes after it stop: what they answer is what the search has reached there.
    private const int FewestRounds = 100;
    private const double Accuracy = 0.005;

    /// <summary>Finds the probabilities of rows of pairs.</summary>
    /// <param name="pairs">for each row the probability of the first of two classes, for the pairs (0, 1), (0, 2), … (1, 2), …</param>
    /// <param name="probabilities">receives a probability per class for each row; must not overlap <paramref name="pairs"/>.</param>
    /// <param name="classes">how many classes there are, two or more.</param>
    public static void Compute(ReadOnlySpan<double> pairs, Span<double> probabilities, int classes)
    {
        double[]? rented = classes > MostOnStack ? ArrayPool<double>.Shared.Rent(2 * classes) : null;
        Span<double> scratch = rented is null ? stackalloc double[2 * MostOnStack] : rented;
        int size = classes * (classes - 1) / 2;
        for (int row = 0; row < probabilities.Length / classes; row++)
        {
            Couple(pairs.Slice(row * size, size), probabilities.Slice(row * classes, classes), scratch.Slice(0, classes), scratch.Slice(classes, classes));
        }

        if (rented is not null)
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>Finds the probabilities of rows of pairs.</summary>
    /// <param name="pairs">for each row the probability of the first of two classes, for the pairs (0, 1), (0, 2), … (1, 2), …</param>
    /// <param name="probabilities">receives a probability per class for each row; must not overlap <paramref name="pairs"/>.</param>
    /// <param name="classes">how many classes there are, two or more.</param>
    public static void Compute(ReadOnlySpan<float> pairs, Span<float> probabilities, int classes)
    {
        // In double precision the search stops in the same round whatever the order of additions.
        double[] rented = ArrayPool<double>.Shared.Rent(pairs.Length + probabilities.Length);
        Span<double> wide = rented.AsSpan(0, pairs.Length);
        Span<double> found = rented.AsSpan(pairs.Length, probabilities.Length);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = pairs[i];
        }

        Compute(wide, found, classes);
        for (int i = 0; i < found.Length; i++)
        {
            probabilities[i] = (float)found[i];
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Goes from equal probabilities along one coordinate after the other, until none of them is far from what all pairs together want.</summary>
    private static void Couple(ReadOnlySpan<double> pairs, Span<double> probabilities, Span<double> products, Span<double> diagonal)
    {
        int classes = probabilities.Length;
        probabilities.Fill(1.0 / classes);
        for (int i = 0; i < classes; i++)
        {
            diagonal[i] = 0;
            for (int j = 0; j < classes; j++)
            {
                diagonal[i] += i == j ? 0 : Share(pairs, classes, j, i) * Share(pairs, classes, j, i);
            }
        }

        for (int round = 0; round < Math.Max(FewestRounds, classes); round++)
        {
            double all = 0;
            for (int i = 0; i < classes; i++)
            {
                products[i] = 0;
                for (int j = 0; j < classes; j++)
                {
                    products[i] += Coupling(pairs, diagonal, i, j) * probabilities[j];
                }

                all += probabilities[i] * products[i];
            }

            double largest = 0;
            foreach (double product in products)
            {
                largest = Math.Max(largest, Math.Abs(product - all));
            }

            if (largest < Accuracy / classes)
            {
                break;
            }

            for (int i = 0; i < classes; i++)
            {
                double change = (all - products[i]) / diagonal[i];
                double scale = 1 + change;
                probabilities[i] += change;
                all = (all + (change * ((change * diagonal[i]) + (2 * products[i])))) / scale / scale;
                for (int j = 0; j < classes; j++)
                {
                    products[j] = (products[j] + (change * Coupling(pairs, diagonal, i, j))) / scale;
                    probabilities[j] /= scale;
                }
            }
        }
    }

    private static double Coupling(ReadOnlySpan<double> pairs, ReadOnlySpan<double> diagonal, int i, int j) =>
        i == j ? diagonal[i] : -Share(pairs, diagonal.Length, j, i) * Share(pairs, diagonal.Length, i, j);

    /// <summary>The probability of a class where there is only it and another.</summary>
    private static double Share(ReadOnlySpan<double> pairs, int classes, int first, int second) =>
        first < second ? pairs[Pair(classes, first, second)] : 1 - pairs[Pair(classes, second, first)];

    private static int Pair(int classes, int first, int second) => (first * ((2 * classes) - first - 1) / 2) + second - first - 1;
}
