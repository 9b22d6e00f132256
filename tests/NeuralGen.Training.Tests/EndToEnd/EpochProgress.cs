namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Is called at the end of every epoch.</summary>
internal sealed class EpochProgress(Action epochDone) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        if (value.Result is not null)
        {
            epochDone();
        }
    }
}
