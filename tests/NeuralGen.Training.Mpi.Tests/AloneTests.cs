using System.Text.Json;
using NeuralGen.Training.Mpi.Tests.Worker;

namespace NeuralGen.Training.Mpi.Tests;

/// <summary>Programs that mpirun has not started.</summary>
public sealed class AloneTests
{
    [Fact]
    public void Without_mpirun_a_run_is_one_of_one_and_equals_that_without_a_group()
    {
        string folder = Directory.CreateTempSubdirectory("neuralgen-mpi-").FullName;
        try
        {
            // The library is not even looked for.
            (int code, string output, string errors) = Mpirun.RunAlone(new Dictionary<string, string> { ["NEURALGEN_MPI"] = "/no/library.so" }, "scenarios", folder);
            Assert.True(code == 0, output + errors);
            Assert.Equal("1 processes\n", output);
            Outcome alone = JsonSerializer.Deserialize<Outcome>(File.ReadAllText(Path.Combine(folder, $"{Scenarios.AmountDouble}.0.json")))!;
            Outcome without = Scenarios.Run(Scenarios.AmountDouble, null, rows => (0, rows));
            Assert.Equal(without.Parameters, alone.Parameters);
            Assert.Equal(without.Losses, alone.Losses);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_missing_library_is_named()
    {
        (int code, _, string errors) = Mpirun.RunAlone(new Dictionary<string, string> { ["OMPI_COMM_WORLD_SIZE"] = "2", ["NEURALGEN_MPI"] = "/no/library.so" }, "canceled");
        Assert.NotEqual(0, code);
        Assert.Contains("mpirun has started this program, but the library of Open MPI is not found: /no/library.so.", errors, StringComparison.Ordinal);
    }

    [MpirunFact]
    public void Processes_that_another_mpi_has_started_are_an_error()
    {
        (int code, _, string errors) = Mpirun.RunAlone(new Dictionary<string, string> { ["PMI_SIZE"] = "2", ["PMI_RANK"] = "1" }, "canceled");
        Assert.NotEqual(0, code);
        Assert.Contains("has started 2 processes, which do not know of each other", errors, StringComparison.Ordinal);
    }
}
