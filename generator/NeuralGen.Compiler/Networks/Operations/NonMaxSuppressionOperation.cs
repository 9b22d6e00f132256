using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Of boxes that cover each other those with the best scores: rows of image, class and box, filled up with -1.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The boxes, [images, boxes, 4], and their scores, [images, classes, boxes].</param>
/// <param name="Output">The tensor it writes, of whole numbers.</param>
/// <param name="Classes">How many classes there are.</param>
/// <param name="Boxes">How many boxes there are in an image.</param>
/// <param name="Most">How many of a class are chosen at most.</param>
/// <param name="Overlap">The share of two boxes' common area in what they cover together above which the worse one is left out.</param>
/// <param name="Least">The score that a box must exceed, as its bits; those of NaN where any will do.</param>
/// <param name="AreCentered">Whether boxes are given by their centre, width and height.</param>
internal sealed record NonMaxSuppressionOperation(
    string Layer, EquatableArray<int> Inputs, int Output, int Classes, int Boxes, int Most, double Overlap, long Least, bool AreCentered)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "non_max_suppression";

    /// <inheritdoc/>
    public override bool HasStatements => false;

    /// <inheritdoc/>
    public override bool IsDifferentiable => false;

    /// <summary>The score that a box must exceed; NaN where any will do.</summary>
    public double LeastScore => BitConverter.Int64BitsToDouble(Least);

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs)
    {
        (double[] boxes, double[] scores) = (inputs[0], inputs[1]);
        int sets = scores.Length / Boxes;
        List<double> chosen = [];
        for (int set = 0; set < sets; set++)
        {
            double[] own = [.. scores.Skip(set * Boxes).Take(Boxes)];
            double[][] corners = [.. Enumerable.Range(0, Boxes).Select(box => Corners(boxes, (set / Classes * Boxes) + box))];
            List<int> best = [];
            foreach (int box in Enumerable.Range(0, Boxes).Where(box => double.IsNaN(LeastScore) || own[box] > LeastScore).OrderByDescending(box => own[box]))
            {
                if (best.Count < Most && best.All(other => Covered(corners[other], corners[box]) <= Overlap))
                {
                    best.Add(box);
                    chosen.AddRange([set / Classes, set % Classes, box]);
                }
            }
        }

        return [.. chosen, .. Enumerable.Repeat(-1.0, (3 * sets * Math.Min(Most, Boxes)) - chosen.Count)];
    }

    /// <summary>Where a box begins and ends along both axes.</summary>
    private double[] Corners(double[] boxes, int box)
    {
        double[] corners = [.. boxes.Skip(4 * box).Take(4)];
        double[] sides = AreCentered
            ? [corners[0] - (corners[2] / 2), corners[1] - (corners[3] / 2), corners[0] + (corners[2] / 2), corners[1] + (corners[3] / 2)]
            : corners;
        return [Math.Min(sides[0], sides[2]), Math.Min(sides[1], sides[3]), Math.Max(sides[0], sides[2]), Math.Max(sides[1], sides[3])];
    }

    private static double Covered(double[] left, double[] right)
    {
        double width = Math.Min(left[2], right[2]) - Math.Max(left[0], right[0]);
        double height = Math.Min(left[3], right[3]) - Math.Max(left[1], right[1]);
        double common = width > 0 && height > 0 ? width * height : 0;
        double both = Area(left) + Area(right) - common;
        return both > 0 ? common / both : 0;
    }

    private static double Area(double[] corners) => (corners[2] - corners[0]) * (corners[3] - corners[1]);
}
