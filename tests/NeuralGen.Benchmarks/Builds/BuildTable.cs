using System.Globalization;
using NeuralGen.Benchmarks.FirstCalls;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Builds;

/// <summary>The command <c>build</c>: what networks add to the time and the memory of a build.</summary>
internal static class BuildTable
{
    public const string Title = "Build";
    public const string Legend =
        "Builds of hello world from nothing, with a network of one layer whose weights have all digits of single precision; medians. "
        + "Added: to the same without NeuralGen. In a compiler that starts with the build, the run-time system compiles the "
        + "generator and parts of the compiler first; in the server, which the SDK uses unless told otherwise, it has done so.";
    public const int Rounds = 5;

    private const double Megabyte = 1e6;

    private static readonly (int Inputs, int Units)?[] Layers = [null, (10, 10), (100, 100), (400, 250), (1000, 1000), (2500, 2000)];

    public static string Header => MarkdownTable.Header(["weights", "new compiler, s", "added", "compiler server, s", "added", "new compiler, MB", "added"]);

    /// <summary>Prints the table.</summary>
    public static int Run()
    {
        Console.WriteLine($"{Machine.Description}\n\n{string.Join('\n', [Header, .. Rows(Measure(Rounds))])}");
        return 0;
    }

    /// <summary>Builds all projects in turns.</summary>
    public static BuildRow[] Measure(int rounds)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("neuralgen-builds");
        try
        {
            BuildProject[] projects = [.. Layers.Select((size, i) => new BuildProject(Path.Combine(folder.FullName, $"{i}"), size))];
            BuildCost[][] costs = Measure(projects, rounds, hasServer: false);
            BuildCost[][] served = Measure(projects, rounds + 1, hasServer: true)[1..];
            return
            [
                .. Layers.Select((size, i) => new BuildRow(
                    size is { } layer ? layer.Inputs * layer.Units : 0,
                    Spread.Of(costs.Select(round => round[i].Seconds)).Median,
                    Spread.Of(costs.Select(round => (double)round[i].Bytes)).Median,
                    Spread.Of(served.Select(round => round[i].Seconds)).Median)),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The lines of the table, the project without a network first.</summary>
    public static IEnumerable<string> Rows(BuildRow[] builds) => builds.Select(build => MarkdownTable.Row(build.Weights == 0
        ? ["no network", Figures.ThreeDigits(build.Seconds), "", Figures.ThreeDigits(build.ServerSeconds), "", Memory(build.Bytes), ""]
        : [
            build.Weights.ToString("N0", CultureInfo.InvariantCulture),
            Figures.ThreeDigits(build.Seconds),
            Figures.ThreeDigits(build.Seconds - builds[0].Seconds),
            Figures.ThreeDigits(build.ServerSeconds),
            Figures.ThreeDigits(build.ServerSeconds - builds[0].ServerSeconds),
            Memory(build.Bytes),
            Memory(build.Bytes - builds[0].Bytes),
        ]));

    private static BuildCost[][] Measure(BuildProject[] projects, int rounds, bool hasServer) =>
        [.. Enumerable.Range(0, rounds).Select(_ => projects.Select(project => project.Build(hasServer)).ToArray())];

    private static string Memory(double bytes) => bytes == 0 ? Figures.None : (bytes / Megabyte).ToString("0", CultureInfo.InvariantCulture);
}
