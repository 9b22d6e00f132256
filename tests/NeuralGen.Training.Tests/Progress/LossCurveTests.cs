namespace NeuralGen.Training.Tests.Progress;

public class LossCurveTests
{
    [Fact]
    public void DrawsAStarPerEpoch() =>
        Assert.Equal("  4 |*\n    | *\n0.5 |  **\n", LossCurve.Draw([4, 2, 1, 0.5], columns: 10, rows: 3));

    [Fact]
    public void AveragesEpochsThatShareAColumn() =>
        Assert.Equal("3 |*\n1 | *\n", LossCurve.Draw([4, 2, 1, 1], columns: 2, rows: 2));

    [Fact]
    public void LeavesGapsForValuesThatAreNotFinite()
    {
        Assert.Equal("2 |*\n1 |  *\n", LossCurve.Draw([2, double.NaN, 1], rows: 2));
        Assert.Empty(LossCurve.Draw([double.NaN]));
        Assert.Empty(LossCurve.Draw([]));
    }

    [Fact]
    public void AConstantLossIsALine() => Assert.Equal("1 |\n1 |**\n", LossCurve.Draw([1, 1], rows: 2));

    [Fact]
    public void SizesAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => LossCurve.Draw([1], columns: 0));
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => LossCurve.Draw([1], rows: 1));
    }
}
