using NeuralGen.Training;

namespace NeuralGen.Tool.Learning;

/// <summary>How a training ended.</summary>
/// <param name="Text">The trained network as a file.</param>
/// <param name="Table">The data.</param>
/// <param name="History">The epochs.</param>
/// <param name="TrainingRows">How many rows it learned from.</param>
/// <param name="ValidationRows">How many rows were held back.</param>
/// <param name="Validation">What it does on rows that were held back; on those it learned from where none were.</param>
internal sealed record TrainingOutcome(string Text, TrainingTable Table, TrainingHistory History, int TrainingRows, int ValidationRows, Evaluation Validation);
