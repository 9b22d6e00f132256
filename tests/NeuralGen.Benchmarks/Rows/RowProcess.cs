using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.DuckDB;

namespace NeuralGen.Benchmarks.Rows;

/// <summary>A process of this program that scores rows in one way, so that its memory is its own: the command
/// <c>rows-of</c>.</summary>
internal static class RowProcess
{
    public const string Command = "rows-of";

    /// <summary>As many as DuckDB has in a vector.</summary>
    private const int Block = 2048;

    private const int BlocksInMemory = 256;

    /// <summary>Starts a process and reads its seconds and the megabytes that it had at most.</summary>
    public static (double Seconds, double Megabytes) Start(RowContender contender, string path, long rows)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(RowProcess).Assembly.Location);
        }

        foreach (string argument in new[] { Command, contender.ToString(), path, rows.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string[] words = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return process.ExitCode == 0
            ? (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"Scoring rows by {contender} failed.");
    }

    /// <summary>Scores all rows and prints the seconds and the megabytes.</summary>
    public static int Run(string contender, string path, string rows)
    {
        long count = long.Parse(rows, CultureInfo.InvariantCulture);
        Stopwatch watch = Stopwatch.StartNew();
        double mean = Enum.Parse<RowContender>(contender) switch
        {
            RowContender.Reading => Query($"SELECT avg(bill_length_mm + bill_depth_mm + flipper_length_mm + len(species) + len(island) + len(sex)) FROM '{path}'"),
            RowContender.Sql => Query($"SELECT avg(penguin_mass({RowFile.Inputs})) FROM '{path}'"),
            RowContender.Reader => ReadRows(path),
            RowContender.Arrays => ComputeArrays(count, () => (Penguins.PredictBatch, null)),
            RowContender.OnnxRuntime => ComputeArrays(count, OnnxBlocks),
            _ => double.NaN,
        };
        watch.Stop();
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0.000} {self.PeakWorkingSet64 / 1e6:0}"));
        return double.IsFinite(mean) ? 0 : 1;
    }

    private static DuckDBConnection Open()
    {
        DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        connection.RegisterNetwork<Penguins>("penguin_mass");
        return connection;
    }

    private static double Query(string sql)
    {
        using DuckDBConnection connection = Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToDouble(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static double ReadRows(string path)
    {
        using DuckDBConnection connection = Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText = $"SELECT {string.Join(", ", RowFile.Inputs.Split(',').Select(input => $"({input})::FLOAT"))} FROM '{path}'";
        using DuckDBDataReader reader = command.ExecuteReader();
        float[] inputs = new float[Block * Penguins.InputSize];
        float[] outputs = new float[Block];
        double sum = 0;
        long total = 0;
        int row = 0;
        bool isMore;
        do
        {
            isMore = reader.Read();
            for (int column = 0; isMore && column < Penguins.InputSize; column++)
            {
                inputs[(row * Penguins.InputSize) + column] = reader.GetFloat(column);
            }

            row += isMore ? 1 : 0;
            if (row == Block || !isMore)
            {
                Penguins.PredictBatch(inputs.AsSpan(0, row * Penguins.InputSize), outputs.AsSpan(0, row));
                sum += Sum(outputs.AsSpan(0, row));
                total += row;
                row = 0;
            }
        }
        while (isMore);
        return sum / total;
    }

    private static double ComputeArrays(long rows, Func<(Prediction Predict, IDisposable? Owner)> create)
    {
        float[] inputs = new Problem(DenseWeights.Of<Penguins>(), Block * BlocksInMemory).Inputs;
        long blocks = (rows + Block - 1) / Block;
        double total = 0;
        Lock gate = new();
        Parallel.For(
            0L,
            blocks,
            () => (Block: create(), Outputs: new float[Block], Sum: 0.0),
            (block, _, local) =>
            {
                local.Block.Predict(inputs.AsSpan((int)(block % BlocksInMemory) * Block * Penguins.InputSize, Block * Penguins.InputSize), local.Outputs);
                return local with { Sum = local.Sum + Sum(local.Outputs) };
            },
            local =>
            {
                local.Block.Owner?.Dispose();
                lock (gate)
                {
                    total += local.Sum;
                }
            });
        return total / (blocks * Block);
    }

    /// <summary>In its best case: a session of one thread per core, whose bound input need not be filled.</summary>
    private static (Prediction Predict, IDisposable? Owner) OnnxBlocks()
    {
        Problem problem = new(DenseWeights.Of<Penguins>(), Block);
        OnnxPrediction prediction = new(OnnxLibrary.Functions!, problem, OnnxModel.Encode(problem));
        return (
            (_, outputs) =>
            {
                prediction.Run(1);
                prediction.Result.CopyTo(outputs);
            },
            prediction);
    }

    private static double Sum(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum;
    }

    private delegate void Prediction(ReadOnlySpan<float> inputs, Span<float> outputs);
}
