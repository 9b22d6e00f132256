using System.Globalization;

namespace NeuralGen.Training.Mpi.Native;

/// <summary>Finds out from the environment who has started this process.</summary>
internal static class MpiLauncher
{
    /// <summary>What Open MPI's mpirun, and everything else that speaks PMIx, gives a process.</summary>
    private static readonly string[] OfOpenMpi = ["OMPI_COMM_WORLD_SIZE", "PMIX_RANK"];

    /// <summary>Gets a value indicating whether the process is one that MPI has started.</summary>
    public static bool IsPresent => OfOpenMpi.Any(Has) || IsOther;

    /// <summary>Gets a value indicating whether it was not Open MPI's mpirun: MPICH's mpiexec and Slurm's srun without PMIx set these.</summary>
    public static bool IsOther => !OfOpenMpi.Any(Has) && Count > 1;

    /// <summary>Gets the number of processes that another launcher has started.</summary>
    public static int Count => int.TryParse(Environment.GetEnvironmentVariable("PMI_SIZE"), CultureInfo.InvariantCulture, out int count) ? count : 1;

    private static bool Has(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
}
