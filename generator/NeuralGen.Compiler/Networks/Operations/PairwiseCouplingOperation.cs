using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// Probabilities of classes from those of pairs of them, as support vector machines find theirs: T.-F. Wu, C.-J. Lin, R. C. Weng, "Probability
/// estimates for multi-class classification by pairwise coupling", Journal of Machine Learning Research 5 (2004), algorithm 2.
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The probabilities of the first of two classes, for the pairs (0, 1), (0, 2), … (1, 2), … along the last axis.</param>
/// <param name="Output">The tensor it writes, with the classes along the last axis.</param>
/// <param name="Classes">How many classes there are.</param>
internal sealed record PairwiseCouplingOperation(string Layer, EquatableArray<int> Inputs, int Output, int Classes) : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "pairwise_coupling";

    /// <inheritdoc/>
    public override bool HasStatements => false;

    /// <inheritdoc/>
    /// <remarks>How many rounds the search takes depends on the values.</remarks>
    public override bool IsDifferentiable => false;

    /// <summary>How many pairs there are.</summary>
    public int Pairs => Classes * (Classes - 1) / 2;

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[][] inputs, int size) => [.. Enumerable.Repeat(new Interval(0, 1), size)];

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) =>
        [.. Enumerable.Range(0, inputs[0].Length / Pairs).SelectMany(row => Couple([.. inputs[0].Skip(row * Pairs).Take(Pairs)]))];

    private double[] Couple(double[] pairs)
    {
        double[,] wins = new double[Classes, Classes];
        int pair = 0;
        for (int first = 0; first < Classes; first++)
        {
            for (int second = first + 1; second < Classes; second++, pair++)
            {
                wins[first, second] = pairs[pair];
                wins[second, first] = 1 - pairs[pair];
            }
        }

        int[] all = [.. Enumerable.Range(0, Classes)];
        double[,] matrix = new double[Classes, Classes];
        foreach (int i in all)
        {
            foreach (int j in all)
            {
                matrix[i, j] = i == j ? all.Where(other => other != i).Sum(other => wins[other, i] * wins[other, i]) : -wins[j, i] * wins[i, j];
            }
        }

        double[] probabilities = [.. all.Select(_ => 1.0 / Classes)];
        for (int round = 0; round < Math.Max(100, Classes); round++)
        {
            double[] products = [.. all.Select(i => all.Sum(j => matrix[i, j] * probabilities[j]))];
            double sum = all.Sum(i => probabilities[i] * products[i]);
            if (products.Max(product => Math.Abs(product - sum)) < 0.005 / Classes)
            {
                break;
            }

            foreach (int i in all)
            {
                // One coordinate moves to where its own derivative is 0, then the probabilities are divided by their sum.
                double product = all.Sum(j => matrix[i, j] * probabilities[j]);
                double square = all.Sum(row => all.Sum(column => probabilities[row] * matrix[row, column] * probabilities[column]));
                probabilities[i] += (square - product) / matrix[i, i];
                double total = probabilities.Sum();
                probabilities = [.. probabilities.Select(probability => probability / total)];
            }
        }

        return probabilities;
    }
}
