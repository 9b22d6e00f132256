using System.Diagnostics;
using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests.Robustness;

public sealed class StreamTests
{
    [Fact]
    public async Task APipeIsAnsweredAsSoonAsItPauses()
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum);
        using Process process = new ToolRun { Folder = folder.Path }.Begin("predict", "sum.nn.json", "--header", "no", "--on-error", "mark");
        foreach ((string line, string answer) in new[] { ("1,2", "16"), ("3,x", "error: line 2: column 2: 'x' is not a finite number."), ("3,4", "34") })
        {
            process.StandardInput.Write(line + "\n");
            process.StandardInput.Flush();
            Assert.Equal(answer, await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)));
        }

        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("1 of 3 rows marked", process.StandardError.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASlowReaderGetsEveryRowInOrder()
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum).File("rows.csv", Rows(200_000));
        using Process process = new ToolRun { Folder = folder.Path }.Begin("predict", "sum.nn.json", "--input", "rows.csv");
        Task<string> error = process.StandardError.ReadToEndAsync();
        int row = -1;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Assert.Equal(row < 0 ? "output" : ((2 * row) + 7).ToString(CultureInfo.InvariantCulture), line);
            row++;
            if (row % 50_000 == 0)
            {
                await Task.Delay(100);
            }
        }

        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal((0, 200_000), (process.ExitCode, row));
        Assert.Equal("", await error);
    }

    [Fact]
    public async Task AClosedPipeEndsItQuietly()
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum).File("rows.csv", Rows(500_000));
        using Process process = new ToolRun { Folder = folder.Path }.Begin("predict", "sum.nn.json", "--input", "rows.csv");
        Task<string> error = process.StandardError.ReadToEndAsync();
        Assert.Equal("output", process.StandardOutput.ReadLine());
        process.StandardOutput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(1, process.ExitCode);
        Assert.Equal("", await error);
    }

    [Fact]
    public void AKilledRunLeavesNoOutput()
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum);
        using Process process = new ToolRun { Folder = folder.Path }.Begin("predict", "sum.nn.json", "--output", "scores.csv");
        process.StandardInput.Write(Rows(1000));
        process.StandardInput.Flush();
        for (int i = 0; i < 300 && !folder.Names.Any(name => name.StartsWith(".scores", StringComparison.Ordinal)); i++)
        {
            Thread.Sleep(100);
        }

        process.Kill();
        process.WaitForExit();
        Assert.False(folder.Has("scores.csv"));
    }

    [NeedsFact(Need.SmallDisk)]
    public void NothingIsLeftOnADiskThatIsFull()
    {
        using SmallDisk disk = new();
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum).File("rows.csv", Rows(20_000));
        string scores = Path.Combine(disk.Path, "scores.csv");
        folder.Run("predict", "sum.nn.json", "--input", "rows.csv", "--output", scores).Failed(1, $"neuralgen: {scores}: cannot be written: no space left on the disk");
        string network = Path.Combine(disk.Path, "digits.nn.json");
        folder.Run("convert", Models.Digits, "--output", network).Failed(1, "cannot be written: no space left on the disk");
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Path));
    }

    [NeedsFact(Need.FullDevice)]
    public void AFullDiskIsSaid()
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum).File("rows.csv", Rows(1000));
        ProcessStartInfo start = InstalledTool.Start(folder.Path, ["predict", "sum.nn.json", "--input", "rows.csv"]);
        ProcessStartInfo shell = new("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/full", start.FileName, .. start.ArgumentList]) { WorkingDirectory = folder.Path, RedirectStandardError = true };
        shell.Environment["NEURALGEN_CACHE"] = start.Environment["NEURALGEN_CACHE"];
        using Process process = Process.Start(shell)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("neuralgen: standard output: cannot be written: no space left on the disk", error.Trim());
        Assert.Equal(1, process.ExitCode);
    }

    [Fact]
    public void FoldersThatCannotBeWrittenAreSaid()
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum).File("rows.csv", Rows(10));
        folder.Run("predict", "sum.nn.json", "--input", "rows.csv", "--output", "none/scores.csv").Failed(1, "none/scores.csv: cannot be written: there is no such folder");
        folder.Run("predict", "sum.nn.json", "--input", "rows.csv", "--output", folder.Path).Failed(1, "it is a folder");
        if (Directory.Exists("/proc/self"))
        {
            folder.Run("predict", "sum.nn.json", "--input", "rows.csv", "--output", "/proc/self/scores.csv").Failed(1, "/proc/self/scores.csv: cannot be written");
        }
    }

    [Fact]
    public async Task TenMillionRowsStayInMemory()
    {
        int rows = TestShare.Of(10_000_000, 300_000);
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris);
        using (StreamWriter writer = new(folder.Of("rows.csv")))
        {
            writer.Write("petal_width,sepal_length,sepal_width,petal_length\n");
            for (int i = 0; i < rows; i++)
            {
                writer.Write(FormattableString.Invariant($"0.{i % 10},5.{i % 7},3.{i % 5},1.{i % 3}\n"));
            }
        }

        using Process process = new ToolRun { Folder = folder.Path }.Begin("predict", "iris.nn.json", "--input", "rows.csv", "--output", "scores.csv", "--json");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(50))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        Assert.Contains(FormattableString.Invariant($"\"rows\": {rows}"), await output, StringComparison.Ordinal);
        Assert.Equal(rows + 1, File.ReadLines(folder.Of("scores.csv")).Count());
        Assert.InRange(peak, 1, 300L << 20);
    }

    private static string Rows(int count) => "x,y\n" + string.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{i},1\n")));
}
