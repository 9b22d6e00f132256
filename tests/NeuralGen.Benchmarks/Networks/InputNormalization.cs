namespace NeuralGen.Benchmarks.Networks;

/// <summary>What is subtracted from the inputs of a network, and by what they are divided.</summary>
internal sealed record InputNormalization(float[] Mean, float[] Scale);
