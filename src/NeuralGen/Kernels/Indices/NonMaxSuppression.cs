using System.ComponentModel;

namespace NeuralGen;

/// <summary>Of boxes that cover each other, those with the best scores, as detectors of objects choose them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NonMaxSuppression
{
    private const int Corners = 4;
    private const int Columns = 3;

    /// <summary>Chooses boxes, for each image and class by itself: the best first, of equal ones the first, each unless one that was chosen covers too much of it.</summary>
    /// <param name="boxes">four numbers for each box: two opposite corners as y and x, or with <paramref name="areCentered"/> the centre as x and y, then width and height.</param>
    /// <param name="scores">a score for each image, class and box.</param>
    /// <param name="chosen">receives rows of image, class and box; -1 where fewer are chosen.</param>
    /// <param name="classes">how many classes there are.</param>
    /// <param name="count">how many boxes there are in an image.</param>
    /// <param name="most">how many of a class are chosen at most.</param>
    /// <param name="overlap">the share of two boxes' common area in what they cover together above which the worse one is left out.</param>
    /// <param name="least">the score that a box must exceed; NaN where any will do.</param>
    /// <param name="areCentered">whether boxes are given by their centre.</param>
    public static void Select(
        ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores, Span<long> chosen, int classes, int count, int most, double overlap, double least, bool areCentered)
    {
        int rows = 0;
        for (int set = 0; set < scores.Length / count; set++)
        {
            ReadOnlySpan<float> own = boxes.Slice(set / classes * count * Corners, count * Corners);
            ReadOnlySpan<float> marks = scores.Slice(set * count, count);
            int first = rows;
            for (int box = Next(marks, -1, least); box >= 0 && rows - first < most; box = Next(marks, box, least))
            {
                bool isCovered = false;
                for (int row = first; row < rows && !isCovered; row++)
                {
                    isCovered = Covered(own.Slice(Corners * (int)chosen[(Columns * row) + 2], Corners), own.Slice(Corners * box, Corners), areCentered) > overlap;
                }

                if (!isCovered)
                {
                    chosen[Columns * rows] = set / classes;
                    chosen[(Columns * rows) + 1] = set % classes;
                    chosen[(Columns * rows) + 2] = box;
                    rows++;
                }
            }
        }

        chosen.Slice(Columns * rows).Fill(-1);
    }

    /// <summary>Chooses boxes, for each image and class by itself: the best first, of equal ones the first, each unless one that was chosen covers too much of it.</summary>
    /// <param name="boxes">four numbers for each box: two opposite corners as y and x, or with <paramref name="areCentered"/> the centre as x and y, then width and height.</param>
    /// <param name="scores">a score for each image, class and box.</param>
    /// <param name="chosen">receives rows of image, class and box; -1 where fewer are chosen.</param>
    /// <param name="classes">how many classes there are.</param>
    /// <param name="count">how many boxes there are in an image.</param>
    /// <param name="most">how many of a class are chosen at most.</param>
    /// <param name="overlap">the share of two boxes' common area in what they cover together above which the worse one is left out.</param>
    /// <param name="least">the score that a box must exceed; NaN where any will do.</param>
    /// <param name="areCentered">whether boxes are given by their centre.</param>
    public static void Select(
        ReadOnlySpan<double> boxes, ReadOnlySpan<double> scores, Span<long> chosen, int classes, int count, int most, double overlap, double least, bool areCentered)
    {
        // Detectors compute in single precision; a network in double precision loses nothing that decides.
        float[] rented = System.Buffers.ArrayPool<float>.Shared.Rent(boxes.Length + scores.Length);
        Span<float> corners = rented.AsSpan(0, boxes.Length);
        Span<float> marks = rented.AsSpan(boxes.Length, scores.Length);
        for (int i = 0; i < corners.Length; i++)
        {
            corners[i] = (float)boxes[i];
        }

        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = (float)scores[i];
        }

        Select(corners, marks, chosen, classes, count, most, overlap, least, areCentered);
        System.Buffers.ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>The box behind another in the order of scores; -1 where there is none.</summary>
    private static int Next(ReadOnlySpan<float> scores, int before, double least)
    {
        int best = -1;
        for (int i = 0; i < scores.Length; i++)
        {
            bool isBehind = before < 0 || scores[i] < scores[before] || (scores[i] == scores[before] && i > before);
            bool isEnough = double.IsNaN(least) || scores[i] > least;
            if (isBehind && isEnough && (best < 0 || scores[i] > scores[best]))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>The common area of two boxes as a share of what they cover together; 0 where one is empty.</summary>
    private static float Covered(ReadOnlySpan<float> left, ReadOnlySpan<float> right, bool areCentered)
    {
        (float leftStart, float leftEnd) = Side(left, 0, areCentered);
        (float rightStart, float rightEnd) = Side(right, 0, areCentered);
        (float leftTop, float leftBottom) = Side(left, 1, areCentered);
        (float rightTop, float rightBottom) = Side(right, 1, areCentered);
        float width = Math.Min(leftEnd, rightEnd) - Math.Max(leftStart, rightStart);
        float height = Math.Min(leftBottom, rightBottom) - Math.Max(leftTop, rightTop);
        if (!(width > 0) || !(height > 0))
        {
            return 0;
        }

        float common = width * height;
        float both = ((leftEnd - leftStart) * (leftBottom - leftTop)) + ((rightEnd - rightStart) * (rightBottom - rightTop)) - common;
        return both > 0 ? common / both : 0;
    }

    /// <summary>Where a box begins and ends along one of its two axes.</summary>
    private static (float Start, float End) Side(ReadOnlySpan<float> box, int axis, bool areCentered)
    {
        float one = areCentered ? box[axis] - (box[axis + 2] / 2) : box[axis];
        float other = areCentered ? box[axis] + (box[axis + 2] / 2) : box[axis + 2];
        return one <= other ? (one, other) : (other, one);
    }
}
