namespace NeuralGen.Tests.Kernels.Indices;

public class NonMaxSuppressionTests
{
    private static readonly float[] Boxes =
    [
        0, 0, 1, 1, 0, 0.1f, 1, 1.1f, 0, -0.1f, 1, 0.9f, 0, 10, 1, 11, 0, 10.1f, 1, 11.1f, 0, 100, 1, 101,
    ];

    private static readonly float[] Scores = [0.9f, 0.75f, 0.6f, 0.95f, 0.5f, 0.3f];

    [Theory]
    [InlineData(3, 0.5, double.NaN, new long[] { 0, 0, 3, 0, 0, 0, 0, 0, 5 })]
    [InlineData(2, 0.5, double.NaN, new long[] { 0, 0, 3, 0, 0, 0 })]
    [InlineData(3, 0.5, 0.4, new long[] { 0, 0, 3, 0, 0, 0, -1, -1, -1 })]
    [InlineData(3, 1, double.NaN, new long[] { 0, 0, 3, 0, 0, 0, 0, 0, 1 })]
    [InlineData(3, 1, 0.75, new long[] { 0, 0, 3, 0, 0, 0, -1, -1, -1 })]
    public void The_best_that_are_not_covered_are_chosen(int most, double overlap, double least, long[] expected)
    {
        long[] chosen = new long[expected.Length];
        NonMaxSuppression.Select(Boxes, Scores, chosen, 1, 6, most, overlap, least, false);
        Assert.Equal(expected, chosen);
        Array.Clear(chosen);
        NonMaxSuppression.Select(Array.ConvertAll(Boxes, value => (double)value), Array.ConvertAll(Scores, value => (double)value), chosen, 1, 6, most, overlap, least, false);
        Assert.Equal(expected, chosen);
    }

    [Fact]
    public void Corners_may_be_the_other_way_round_and_boxes_given_by_their_centres()
    {
        float[] turned = [.. Boxes.Chunk(4).SelectMany((box, i) => i % 2 == 0 ? new[] { box[2], box[3], box[0], box[1] } : box)];
        float[] centered = [.. Boxes.Chunk(4).SelectMany(box => new[] { (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2] - box[0], box[3] - box[1] })];
        long[] chosen = new long[9];
        NonMaxSuppression.Select(turned, Scores, chosen, 1, 6, 3, 0.5, double.NaN, false);
        Assert.Equal([0, 0, 3, 0, 0, 0, 0, 0, 5], chosen);
        NonMaxSuppression.Select(centered, Scores, chosen, 1, 6, 3, 0.5, double.NaN, true);
        Assert.Equal([0, 0, 3, 0, 0, 0, 0, 0, 5], chosen);
    }

    // The centre as x and y, then width and height: squares of 4 as below.
    [Theory]
    [InlineData(new float[] { 1, 1, 2, 2, 2, 1, 2, 2 }, 0.3, false)]
    [InlineData(new float[] { 1, 1, 2, 2, 2, 1, 2, 2 }, 0.35, true)]
    [InlineData(new float[] { 1, 1, 2, 2, 1, 2, 2, 2 }, 0.3, false)]
    [InlineData(new float[] { 1, 1, 2, 2, 1, 2, 2, 2 }, 0.35, true)]
    [InlineData(new float[] { 1, 1, 2, 2, 1, 0.5f, 2, 1 }, 0.49, false)]
    [InlineData(new float[] { 1, 1, 2, 2, 1, 0.5f, 2, 1 }, 0.5, true)]
    public void The_share_of_centred_boxes_in_common_decides(float[] boxes, double overlap, bool areBoth)
    {
        long[] chosen = new long[6];
        NonMaxSuppression.Select(boxes, [0.9f, 0.8f], chosen, 1, 2, 2, overlap, double.NaN, true);
        Assert.Equal(areBoth ? [0, 0, 0, 0, 0, 1] : [0, 0, 0, -1, -1, -1], chosen);
    }

    // Two squares of 4 with 2 in common cover 6 together: a third; a square and its half, a half.
    [Theory]
    [InlineData(new float[] { 0, 0, 2, 2, 0, 1, 2, 3 }, 0.3, false)]
    [InlineData(new float[] { 0, 0, 2, 2, 0, 1, 2, 3 }, 0.35, true)]
    [InlineData(new float[] { 0, 0, 2, 2, 1, 0, 3, 2 }, 0.3, false)]
    [InlineData(new float[] { 0, 0, 2, 2, 1, 0, 3, 2 }, 0.35, true)]
    [InlineData(new float[] { 0, 0, 2, 2, 0, 0, 2, 1 }, 0.49, false)]
    [InlineData(new float[] { 0, 0, 2, 2, 0, 0, 2, 1 }, 0.5, true)]
    [InlineData(new float[] { 4, 3, 6, 9, 4, 3, 6, 6 }, 0.49, false)]
    [InlineData(new float[] { 4, 3, 6, 9, 4, 3, 6, 6 }, 0.5, true)]
    [InlineData(new float[] { 0, 0, 2, 2, 3, 3, 5, 5 }, 0.1, true)]
    [InlineData(new float[] { 0, 0, 2, 2, 2, 0, 4, 2 }, 0, true)]
    [InlineData(new float[] { 0, 0, 2, 2, 0, 2, 2, 4 }, 0, true)]
    [InlineData(new float[] { 0, 0, 2, 2, 0, 3, 2, 5 }, 0, true)]
    [InlineData(new float[] { 0, 0, 2, 2, 3, 0, 5, 2 }, 0, true)]
    public void The_share_in_common_decides(float[] boxes, double overlap, bool areBoth)
    {
        long[] chosen = new long[6];
        NonMaxSuppression.Select(boxes, [0.9f, 0.8f], chosen, 1, 2, 2, overlap, double.NaN, false);
        Assert.Equal(areBoth ? [0, 0, 0, 0, 0, 1] : [0, 0, 0, -1, -1, -1], chosen);
    }

    [Fact]
    public void Each_image_has_its_own_boxes()
    {
        float[] boxes = [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 5, 5, 6, 6];
        long[] chosen = new long[12];
        NonMaxSuppression.Select(boxes, [0.9f, 0.8f, 0.7f, 0.75f], chosen, 1, 2, 2, 0.5, double.NaN, false);
        Assert.Equal([0, 0, 0, 1, 0, 1, 1, 0, 0, -1, -1, -1], chosen);
    }

    [Fact]
    public void Images_and_classes_are_chosen_by_themselves_and_of_equal_scores_the_first()
    {
        float[] scores = [.. Enumerable.Repeat(0.5f, 6), .. Scores, .. Scores, .. Enumerable.Repeat(0.5f, 6)];
        long[] chosen = new long[24];
        NonMaxSuppression.Select([.. Boxes, .. Boxes], scores, chosen, 2, 6, 2, 0.5, double.NaN, false);
        Assert.Equal([0, 0, 0, 0, 0, 3, 0, 1, 3, 0, 1, 0, 1, 0, 3, 1, 0, 0, 1, 1, 0, 1, 1, 3], chosen);

        // Of one image with seven classes there are more scores than corners.
        double[] doubles = [.. Enumerable.Repeat(Scores, 7).SelectMany(marks => marks).Select(mark => (double)mark)];
        NonMaxSuppression.Select(Array.ConvertAll(Boxes, value => (double)value), doubles, chosen, 7, 6, 1, 0.5, double.NaN, false);
        Assert.Equal([.. Enumerable.Range(0, 7).SelectMany(type => (long[])[0, type, 3]), -1, -1, -1], chosen);
    }
}
