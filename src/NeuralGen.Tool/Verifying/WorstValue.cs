namespace NeuralGen.Tool.Verifying;

/// <summary>The value that is furthest from what was expected.</summary>
/// <param name="Sample">The number of the sample, from 0.</param>
/// <param name="Output">The output.</param>
/// <param name="Index">The place in it.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What came out.</param>
internal sealed record WorstValue(int Sample, string Output, int Index, double Expected, double Found);
