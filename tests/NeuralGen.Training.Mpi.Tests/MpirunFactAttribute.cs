namespace NeuralGen.Training.Mpi.Tests;

/// <summary>A test that needs mpirun; without it, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MpirunFactAttribute : FactAttribute
{
    public MpirunFactAttribute()
    {
        Skip = Mpirun.Missing;
    }
}
