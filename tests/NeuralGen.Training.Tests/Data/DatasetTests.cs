using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void RowsComeFromContiguousAndFromJaggedArrays()
    {
        Dataset<float> contiguous = new([1, 2, 3, 4], [5, 6], 2, 1);
        Dataset<float> jagged = new([[1, 2], [3, 4]], [[5], [6]]);
        foreach (Dataset<float> data in new[] { contiguous, jagged })
        {
            Assert.Equal((2, 2, 1), (data.Rows, data.InputSize, data.TargetSize));
            Assert.Equal([3, 4], data.Row(1).Input.ToArray());
            Assert.Equal([6], data.Row(1).Target.ToArray());
            Assert.Equal([1, 2, 3, 4], data.Inputs.ToArray());
        }

        Assert.Throws<ArgumentOutOfRangeException>("index", () => { _ = contiguous.Row(2).Input.Length; });
    }

    [Fact]
    public void WrongLengthsAreNamed()
    {
        Assert.Contains("2 rows of inputs and 1 rows of targets", Message(() => new Dataset<float>([1, 2], [1], 1, 1)), StringComparison.Ordinal);
        Assert.Contains("have 3 values; a multiple of 2", Message(() => new Dataset<float>([1, 2, 3], [1], 2, 1)), StringComparison.Ordinal);
        Assert.Contains("have 0 values", Message(() => new Dataset<float>([], [], 2, 1)), StringComparison.Ordinal);
        Assert.Contains("Row 1 of the inputs has 2 values; row 0 has 1", Message(() => new Dataset<float>([[1], [1, 2]], [[1], [1]])), StringComparison.Ordinal);
    }

    [Fact]
    public void NonFiniteValuesAreNamed() =>
        Assert.Contains("Row 1, column 0 of the inputs is NaN", Message(() => new Dataset<float>([1, 2, float.NaN, 4], [1, 1], 2, 1)), StringComparison.Ordinal);

    [Fact]
    public void SplitPartsTheRowsAtRandom()
    {
        Dataset<double> data = TestData.Numbered(40);
        (Dataset<double> training, Dataset<double> test) = data.Split(0.25, seed: 1);
        (Dataset<double> sameTraining, _) = data.Split(0.25, seed: 1);
        (Dataset<double> otherTraining, _) = data.Split(0.25, seed: 2);

        Assert.Equal((30, 10), (training.Rows, test.Rows));
        Assert.Equal(data.Inputs.ToArray(), training.Inputs.ToArray().Concat(test.Inputs.ToArray()).Order());
        Assert.Equal(training.Inputs.ToArray(), sameTraining.Inputs.ToArray());
        Assert.NotEqual(training.Inputs.ToArray(), otherTraining.Inputs.ToArray());
        Assert.NotEqual(training.Inputs.ToArray(), training.Inputs.ToArray().Order());
    }

    [Fact]
    public void StratifiedSplitKeepsTheProportions()
    {
        // 90 rows of class 0, 9 of class 1, 1 of class 2.
        double[] targets = [.. Enumerable.Range(0, 100).SelectMany(row => row < 90 ? new double[] { 1, 0, 0 } : row < 99 ? [0, 1, 0] : [0, 0, 1])];
        Dataset<double> data = new(new double[100], targets, 1, 3);
        (Dataset<double> training, Dataset<double> test) = data.Split(1 / 3.0, seed: 5, stratified: true);

        Assert.Equal([30, 3, 0], Counts(test));
        Assert.Equal([60, 6, 1], Counts(training));
    }

    [Fact]
    public void SplitsWithoutRowsAreRejected()
    {
        Assert.Contains("puts 0 of 3 rows", Message(() => TestData.Numbered(3).Split(0.1, 1)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => TestData.Numbered(3).Split(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("fraction", () => TestData.Numbered(3).Split(0, 1));
    }

    [Fact]
    public void ClassesAreThoseOfTheLargestTarget()
    {
        Dataset<double> several = new([1, 2], [0, 0.2, 0.8, 1, 0, 0], 1, 3);
        Assert.Equal([2, 0], Enumerable.Range(0, 2).Select(several.ClassOf));
        Dataset<double> one = new([1, 2, 3], [0.5, 1, 0], 1, 1);
        Assert.Equal([1, 1, 0], Enumerable.Range(0, 3).Select(one.ClassOf));
        Assert.Equal(2, one.ClassCount);
    }

    [Fact]
    public void RowsWithSeveralLabelsAreRecognised()
    {
        Assert.True(new Dataset<double>([1, 2], [1, 1, 0, 1], 1, 2).IsMultiLabel);
        Assert.True(new Dataset<double>([1, 2], [0, 0, 0, 1], 1, 2).IsMultiLabel);
        Assert.False(new Dataset<double>([1, 2], [1, 0, 0, 1], 1, 2).IsMultiLabel);
        Assert.False(new Dataset<double>([1, 2], [1, 1, 0, 0.5], 1, 2).IsMultiLabel);
        Assert.False(new Dataset<double>([1, 2], [1, 1], 1, 1).IsMultiLabel);
    }

    [Fact]
    public void LabelsOfSeveralCountEach()
    {
        // 6 labels in 4 rows: 1, 2 and 3.
        Dataset<double> data = new(new double[4], [1, 1, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0], 1, 3);
        Assert.Equal([2, 1, 2 / 3.0], data.BalancedClassWeights());
    }

    [Fact]
    public void StratifiedSplitKeepsTheProportionsOfEveryLabel()
    {
        // 100 rows: 50 with label 0, 20 with label 1, 10 with both 1 and 2.
        double[] targets = [.. Enumerable.Range(0, 100).SelectMany(row => new double[] { row % 2, row < 20 ? 1 : 0, row is >= 10 and < 20 ? 1 : 0 })];
        Dataset<double> data = new(new double[100], targets, 1, 3) { TargetNames = ["a", "b", "c"] };
        for (int seed = 0; seed < 5; seed++)
        {
            (Dataset<double> training, Dataset<double> test) = data.Split(0.2, seed, stratified: true);
            Assert.Equal((80, 20), (training.Rows, test.Rows));
            Assert.Equal([10, 4, 2], Sums(test));
            Assert.Equal([40, 16, 8], Sums(training));
            Assert.Equal(["a", "b", "c"], test.TargetNames);
            Assert.Equal(test.Targets.ToArray(), data.Split(0.2, seed, stratified: true).Test.Targets.ToArray());
        }

        static double[] Sums(Dataset<double> data) =>
            [.. Enumerable.Range(0, 3).Select(label => Enumerable.Range(0, data.Rows).Sum(row => data.Row(row).Target[label]))];
    }

    [Fact]
    public void BalancedWeightsAreInverseToTheClasses()
    {
        Dataset<double> data = new(new double[4], [0, 0, 0, 1], 1, 1);
        Assert.Equal([4 / 6.0, 2], data.BalancedClassWeights());
        Assert.Throws<InvalidOperationException>(() => TestData.Numbered(3).BalancedClassWeights());
    }

    private static string Message(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    private static int[] Counts(Dataset<double> data) =>
        [.. Enumerable.Range(0, 3).Select(label => Enumerable.Range(0, data.Rows).Count(row => data.ClassOf(row) == label))];
}
