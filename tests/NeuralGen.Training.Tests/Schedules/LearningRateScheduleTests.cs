namespace NeuralGen.Training.Tests.Schedules;

public class LearningRateScheduleTests
{
    [Fact]
    public void NumbersAreConstantSchedules()
    {
        LearningRateSchedule schedule = 0.25;
        Assert.Equal(0.25, schedule.At(0));
        Assert.Equal(0.25, schedule.At(1000));
    }

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(2.99, 0.8)]
    [InlineData(3, 0.4)]
    [InlineData(6.5, 0.2)]
    public void StepDecayMultipliesEveryFewEpochs(double epoch, double expected) =>
        Assert.Equal(expected, new StepDecay(0.8, 3, 0.5).At(epoch), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2.5, 0.1 + (0.9 * (1 + 0.70710678118654752) / 2))]
    [InlineData(5, 0.55)]
    [InlineData(10, 0.1)]
    [InlineData(25, 0.1)]
    public void CosineFallsToItsMinimumAndStays(double epoch, double expected) =>
        Assert.Equal(expected, new CosineDecay(1, 10, 0.1).At(epoch), 1e-12);

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(1, 0.325)]
    [InlineData(2, 0.55)]
    [InlineData(3.999, 0.999775)]
    [InlineData(4, 1)]
    [InlineData(9, 0.5)]
    public void WarmupRisesLinearlyThenStartsTheOther(double epoch, double expected) =>
        Assert.Equal(expected, new LinearWarmup(4, new CosineDecay(1, 10), 0.1).At(epoch), 1e-12);

    [Fact]
    public void SettingsTellSchedulesApart()
    {
        string[] settings =
        [
            new ConstantLearningRate(0.1).Settings, new ConstantLearningRate(0.2).Settings, new StepDecay(0.1, 2).Settings,
            new StepDecay(0.1, 3).Settings, new StepDecay(0.1, 2, 0.5).Settings, new CosineDecay(0.1, 2).Settings,
            new CosineDecay(0.1, 2, 0.01).Settings, new LinearWarmup(1, 0.1).Settings, new LinearWarmup(1, 0.2).Settings,
            new LinearWarmup(1, 0.1, 0.5).Settings,
        ];
        Assert.Equal(settings.Length, settings.Distinct().Count());
    }

    [Fact]
    public void RangesAreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("learningRate", () => new ConstantLearningRate(0));
        Assert.Throws<ArgumentOutOfRangeException>("everyEpochs", () => new StepDecay(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("epochs", () => new CosineDecay(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("startFactor", () => new LinearWarmup(1, 0.1, 1));
        Assert.Throws<ArgumentNullException>("then", () => new LinearWarmup(1, null!));
    }
}
