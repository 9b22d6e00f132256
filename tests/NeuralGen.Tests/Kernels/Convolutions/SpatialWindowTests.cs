namespace NeuralGen.Tests.Kernels.Convolutions;

public sealed class SpatialWindowTests
{
    [Fact]
    public void Sizes_are_products_over_axes()
    {
        SpatialWindow window = new([7, 5, 4], [3, 2, 1], [1, 2, 1], [1, 1, 1], [1, 0, 0], [7, 2, 4]);
        Assert.Equal((3, 140, 56, 6), (window.Axes, window.InputPixels, window.OutputPixels, window.KernelSize));
        SpatialWindow line = new([7], [3], [2], [1], [0], [3]);
        Assert.Equal((1, 7, 3, 3), (line.Axes, line.InputPixels, line.OutputPixels, line.KernelSize));
    }

    [Fact]
    public void Numbers_are_checked()
    {
        Assert.Throws<ArgumentException>("input", () => new SpatialWindow([], [], [], [], [], []));
        Assert.Throws<ArgumentException>("input", () => new SpatialWindow([1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [0, 0, 0, 0], [1, 1, 1, 1]));
        Assert.Throws<ArgumentException>("kernel", () => new SpatialWindow([5], [3, 3], [1], [1], [0], [3]));
        Assert.Throws<ArgumentException>("output", () => new SpatialWindow([5], [3], [1], [1], [0], []));
        Assert.Throws<ArgumentOutOfRangeException>("strides", () => new SpatialWindow([5], [3], [0], [1], [0], [3]));
        Assert.Throws<ArgumentOutOfRangeException>("dilations", () => new SpatialWindow([5], [3], [1], [0], [0], [3]));
        Assert.Throws<ArgumentOutOfRangeException>("paddingsBefore", () => new SpatialWindow([5], [3], [1], [1], [-1], [3]));
        Assert.Throws<ArgumentOutOfRangeException>("paddingsBehind", () => new SpatialWindow([5], [3], [1], [1], [0], [3], [-1]));
        Assert.Throws<ArgumentException>("output", () => new SpatialWindow([5], [3], [1 << 20], [1], [0], [1 << 20]));
        Assert.Throws<ArgumentException>("input", () => new SpatialWindow([1 << 20, 1 << 20], [1, 1], [1, 1], [1, 1], [0, 0], [1, 1]));
    }
}
