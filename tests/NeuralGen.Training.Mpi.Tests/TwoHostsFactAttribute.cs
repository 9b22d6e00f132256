namespace NeuralGen.Training.Mpi.Tests;

/// <summary>A test over two hosts, which takes long where processors are few: it runs along with all random cases of all tests.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TwoHostsFactAttribute : FactAttribute
{
    public TwoHostsFactAttribute()
    {
        bool runsAll = Environment.GetEnvironmentVariable("NEURALGEN_TESTS") == "all";
        Skip = Mpirun.Missing ?? (runsAll ? TwoHosts.Missing : "It runs where NEURALGEN_TESTS is all, as in .ci/long.");
    }
}
