namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Tells the number of each step that is done, while an epoch runs; the trainer has to report every step.</summary>
internal sealed class StepProgress(Action<long> stepDone) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value)
    {
        if (value.Result is null)
        {
            stepDone(value.Step);
        }
    }
}
