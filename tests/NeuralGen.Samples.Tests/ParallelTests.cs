using System.Globalization;

namespace NeuralGen.Samples.Tests;

/// <summary>Tasks that GNU parallel starts, over a file in partitions.</summary>
public sealed class ParallelTests : IDisposable
{
    private const int Partitions = 8;
    private const int RowsOfPartition = 500;

    private readonly string _folder = Directory.CreateTempSubdirectory("neuralgen-parallel-").FullName;

    public ParallelTests()
    {
        (string Line, float Mass)[] penguins = Scorer.Penguins;
        Directory.CreateDirectory(Path.Combine(_folder, "rows"));
        for (int partition = 0; partition < Partitions; partition++)
        {
            // No row is like another: its flipper says which one it is.
            IEnumerable<string> lines = Enumerable.Range(partition * RowsOfPartition, RowsOfPartition).Select(row =>
            {
                string[] fields = penguins[row % penguins.Length].Line.Split(',');
                fields[4] = (150 + (row / 100.0)).ToString(CultureInfo.InvariantCulture);
                return string.Join(',', fields);
            });
            File.WriteAllLines(Path.Combine(_folder, "rows", string.Create(CultureInfo.InvariantCulture, $"{partition}.csv")), lines);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ParallelFact]
    public void Tasks_that_are_killed_and_started_again_give_every_row_once_and_in_order()
    {
        // The first try of every other partition is killed in the middle of its rows.
        string task = Path.Combine(_folder, "task.sh");
        File.WriteAllText(task, $$"""
            partition="$(basename "$1" .csv)"
            if [ "$((partition % 2))" = 0 ] && [ ! -e "{{_folder}}/tried-$partition" ]; then
                touch "{{_folder}}/tried-$partition"
                mkfifo "{{_folder}}/pipe-$partition"
                dotnet "{{Scorer.Assembly}}" --input "{{_folder}}/pipe-$partition" --append --output "$2" &
                scorer="$!"
                exec 3>"{{_folder}}/pipe-$partition"
                head -n 300 "$1" >&3
                while ! ls "$2".*.tmp >/dev/null 2>&1; do sleep 0.01; done
                kill -9 "$scorer"
                wait "$scorer"
                exit 137
            fi
            exec dotnet "{{Scorer.Assembly}}" --input "$1" --append --output "$2"
            """.Replace("\r", "", StringComparison.Ordinal));
        string parallel = $"parallel --jobs 2 --joblog {_folder}/log";
        string command = $"sh {task} {{}} {_folder}/scores/{{/}} ::: {_folder}/rows/*.csv";
        (int code, _, string errors) = Scorer.Shell($"{parallel} {command}");
        Assert.True(code == Partitions / 2, errors);
        Assert.Equal(["1.csv", "3.csv", "5.csv", "7.csv"], Finished());

        (code, _, errors) = Scorer.Shell($"{parallel} --resume-failed {command}");
        Assert.True(code == 0, errors);
        Assert.Equal(Partitions, Finished().Length);
        for (int partition = 0; partition < Partitions; partition++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{partition}.csv");
            string[] rows = File.ReadAllLines(Path.Combine(_folder, "rows", name));
            string[] scored = File.ReadAllLines(Path.Combine(_folder, "scores", name));
            Assert.Equal(rows, scored.Select(line => line[..line.LastIndexOf(',')]));
            Assert.Equal(RowsOfPartition, scored.Distinct().Count());
        }
    }

    [ParallelFact]
    public void A_file_that_parallel_cuts_has_its_answers_in_order()
    {
        string whole = Path.Combine(_folder, "whole.csv");
        string[] rows = [.. Enumerable.Range(0, Partitions).SelectMany(partition => File.ReadAllLines(Path.Combine(_folder, "rows", string.Create(CultureInfo.InvariantCulture, $"{partition}.csv"))))];
        File.WriteAllLines(whole, rows);
        (int code, string output, string errors) = Scorer.Shell($"parallel --pipepart -a {whole} --block 30k --keep-order --jobs 2 dotnet {Scorer.Assembly} --append");
        Assert.True(code == 0, errors);
        Assert.Equal(rows, output.TrimEnd('\n').Split('\n').Select(line => line[..line.LastIndexOf(',')]));
    }

    private string[] Finished() =>
        [.. Directory.EnumerateFiles(Path.Combine(_folder, "scores"), "*.csv").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
