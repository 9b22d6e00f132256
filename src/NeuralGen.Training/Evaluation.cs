namespace NeuralGen.Training;

/// <summary>How good a network is on a data set.</summary>
/// <param name="Loss">the mean over the rows of the network's loss.</param>
/// <param name="Metrics">the metrics by name.</param>
public sealed record Evaluation(double Loss, IReadOnlyDictionary<string, double> Metrics);
