using System.Globalization;
using System.Text.Json;
using NeuralGen.Training.Mpi.Tests.Worker;

namespace NeuralGen.Training.Mpi.Tests;

/// <summary>Several processes of Open MPI on this machine.</summary>
public sealed class MpirunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neuralgen-mpi-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [MpirunFact]
    public void One_two_and_four_processes_train_the_same_network()
    {
        foreach (int processes in new[] { 1, 2, 4 })
        {
            string folder = Directory.CreateDirectory(Path.Combine(_folder, processes.ToString(CultureInfo.InvariantCulture))).FullName;
            (int code, string output, string errors) = Mpirun.Run(processes, "scenarios", folder);
            Assert.True(code == 0, output + errors);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{processes} processes"), output, StringComparison.Ordinal);
        }

        foreach (string scenario in Scenarios.All)
        {
            Outcome one = Read("1", scenario, 0);
            foreach ((int processes, int rank) in new[] { (2, 0), (2, 1), (4, 0), (4, 3) })
            {
                OutcomeComparison.Equal(scenario, one, Read(processes.ToString(CultureInfo.InvariantCulture), scenario, rank));
            }

            // The processes of a group have the same bits.
            Assert.Equal(Read("4", scenario, 0).Parameters, Read("4", scenario, 2).Parameters);
            if (scenario != Scenarios.Kind)
            {
                OutcomeComparison.Equal(scenario, Scenarios.Run(scenario, null, rows => (0, rows)), one);
            }
        }
    }

    [MpirunFact]
    public void A_process_that_is_killed_ends_all_and_the_checkpoint_goes_on_in_another_number_of_processes()
    {
        string checkpoint = Path.Combine(_folder, "training.checkpoint");
        (int code, _, string errors) = Mpirun.Run(4, "interrupted", checkpoint, "2");
        Assert.NotEqual(0, code);
        Assert.Contains("rank 2", errors, StringComparison.Ordinal);
        Assert.Contains("killed", errors, StringComparison.OrdinalIgnoreCase);

        string resumed = Path.Combine(_folder, "resumed.json");
        (code, string output, errors) = Mpirun.Run(3, "resumed", checkpoint, resumed);
        Assert.True(code == 0, output + errors);
        string whole = Path.Combine(_folder, "whole.json");
        (code, output, errors) = Mpirun.Run(1, "resumed", Path.Combine(_folder, "none"), whole);
        Assert.True(code == 0, output + errors);
        OutcomeComparison.Equal("resumed", JsonSerializer.Deserialize<Outcome>(File.ReadAllText(whole))!, JsonSerializer.Deserialize<Outcome>(File.ReadAllText(resumed))!);
    }

    [MpirunFact]
    public void An_exception_of_one_process_ends_all()
    {
        (int code, _, string errors) = Mpirun.Run(3, "failing");
        Assert.NotEqual(0, code);
        Assert.Contains("Process 0 of 3", errors, StringComparison.Ordinal);
        Assert.Contains("The disk is full.", errors, StringComparison.Ordinal);
    }

    [MpirunFact]
    public void Processes_that_train_differently_are_an_error()
    {
        (int code, _, string errors) = Mpirun.Run(2, "differing");
        Assert.NotEqual(0, code);
        Assert.Contains("The processes of the group train differently: the batch size of process 0 is '16', that of process 1 '17'.", errors, StringComparison.Ordinal);
    }

    [MpirunFact]
    public void Cancelling_one_process_cancels_all_after_the_same_step()
    {
        (int code, string output, string errors) = Mpirun.Run(2, "canceled");
        Assert.True(code == 0, output + errors);
        Assert.Contains("process 0 after step 1", output, StringComparison.Ordinal);
        Assert.Contains("process 1 after step 1", output, StringComparison.Ordinal);
    }

    private Outcome Read(string folder, string scenario, int rank) =>
        JsonSerializer.Deserialize<Outcome>(File.ReadAllText(Path.Combine(_folder, folder, string.Create(CultureInfo.InvariantCulture, $"{scenario}.{rank}.json"))))!;
}
