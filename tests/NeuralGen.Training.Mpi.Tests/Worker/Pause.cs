namespace NeuralGen.Training.Mpi.Tests.Worker;

/// <summary>Looks at reports of progress, or holds training up while something is so.</summary>
internal sealed class Pause(Action<TrainingProgress> look) : IProgress<TrainingProgress>
{
    public Pause(Func<bool> isOn)
        : this(_ =>
        {
            while (isOn())
            {
                Thread.Sleep(1);
            }
        })
    {
    }

    public void Report(TrainingProgress value) => look(value);
}
