using System.Globalization;
using System.Text.Json;
using NeuralGen.Training.Mpi.Tests.Worker;

namespace NeuralGen.Training.Mpi.Tests;

/// <summary>Processes that have nothing but a network in common.</summary>
public sealed class TwoHostsTests
{
    [TwoHostsFact]
    public void Two_hosts_train_the_network_that_one_process_trains()
    {
        string folder = Directory.CreateTempSubdirectory("neuralgen-mpi-").FullName;
        try
        {
            using TwoHosts hosts = new();
            (int code, string output) = hosts.Run($"scenarios {folder}");
            Assert.True(code == 0, output);
            foreach (string scenario in Scenarios.All)
            {
                Outcome one = ThreadGroup.Run(1, group => Scenarios.Run(scenario, group, group.Part)).Single();
                for (int rank = 0; rank < 4; rank++)
                {
                    string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{scenario}.{rank}.json"));
                    OutcomeComparison.Equal(scenario, one, JsonSerializer.Deserialize<Outcome>(File.ReadAllText(file))!);
                }
            }

            (code, output) = hosts.Run("failing");
            Assert.NotEqual(0, code);
            Assert.Contains("The disk is full.", output, StringComparison.Ordinal);
            Assert.Contains("on host1 cannot go on, so all end", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
