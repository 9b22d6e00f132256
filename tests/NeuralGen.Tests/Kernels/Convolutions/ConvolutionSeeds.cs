using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Tests.Kernels.Convolutions;

// The seeds of random convolutions and pools.
public static class ConvolutionSeeds
{
    public static TheoryData<int> All => [.. Enumerable.Range(0, TestShare.Of(2000, 60))];
}
