namespace NeuralGen.Training;

/// <summary>What came out of an epoch.</summary>
/// <param name="Epoch">the number of the epoch, from 1.</param>
/// <param name="Loss">the mean over the rows of the loss that the steps had, before each changed the parameters: with dropout
/// and with class weights.</param>
/// <param name="ValidationLoss">the mean loss of the validation rows after the epoch, or null if there are none.</param>
/// <param name="LearningRate">the learning rate of the last step.</param>
/// <param name="Metrics">the metrics after the epoch by name.</param>
public sealed record EpochResult(int Epoch, double Loss, double? ValidationLoss, double LearningRate, IReadOnlyDictionary<string, double> Metrics)
{
    /// <summary>Gets the loss that early stopping looks at: the validation loss, or the training loss if there is no
    /// validation.</summary>
    public double MonitoredLoss => ValidationLoss ?? Loss;
}
