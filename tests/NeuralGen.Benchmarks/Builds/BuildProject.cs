using System.Diagnostics;
using System.Globalization;
using System.Text;
using NeuralGen.Benchmarks.Reports;

namespace NeuralGen.Benchmarks.Builds;

/// <summary>A project of its own in a folder of its own: hello world, with a network of one layer or with none.</summary>
internal sealed class BuildProject
{
    private const string SourceWithNetwork = "System.Console.WriteLine(Measured.Net.Parameters.Length);\n";
    private const string SourceWithout = "System.Console.WriteLine(0);\n";

    private readonly string _folder;

    /// <summary>Writes the project and restores it.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="size">The inputs and units of the layer; none without a network.</param>
    public BuildProject(string folder, (int Inputs, int Units)? size)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), size is null ? SourceWithout : SourceWithNetwork);
        File.WriteAllText(Path.Combine(folder, "build.csproj"), ProjectText(size is not null));
        if (size is { } layer)
        {
            WriteNetwork(Path.Combine(folder, "net.nn.json"), layer.Inputs, layer.Units);
        }

        Run("restore");
    }

    /// <summary>Builds from nothing.</summary>
    /// <param name="hasServer">Whether the compiler is a server that goes on running, or a process of this build's own.</param>
    public BuildCost Build(bool hasServer)
    {
        foreach (string output in new[] { "bin", "obj/Debug" })
        {
            string path = Path.Combine(_folder, output);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }

        Stopwatch watch = Stopwatch.StartNew();
        long peak = Run("build", "--no-restore", $"-p:UseSharedCompilation={hasServer}", "-nodeReuse:false");
        return new(watch.Elapsed.TotalSeconds, peak);
    }

    /// <summary>Runs the SDK and returns the most memory that a process of the compiler held, 0 if none was seen.</summary>
    private long Run(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true };
        HashSet<int> older = [.. CompilerProcesses().Select(process => process.Id)];
        using Process build = Process.Start(start)!;
        Task<string> output = build.StandardOutput.ReadToEndAsync();
        long peak = 0;
        while (!build.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            peak = CompilerProcesses().Where(process => !older.Contains(process.Id)).Select(PeakMemory).Append(peak).Max();
        }

        return build.ExitCode == 0 ? peak : throw new InvalidOperationException(output.Result);
    }

    private static Process[] CompilerProcesses() => Process.GetProcessesByName("csc");

    private static long PeakMemory(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    private static string ProjectText(bool hasNetwork)
    {
        Repository repository = Repository.Find();
        string framework = $"net{Environment.Version.Major.ToString(CultureInfo.InvariantCulture)}.0";
        string properties = $"<PropertyGroup><OutputType>Exe</OutputType><TargetFramework>{framework}</TargetFramework><Nullable>enable</Nullable><RootNamespace>Measured</RootNamespace></PropertyGroup>";
        return hasNetwork
            ? $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <Import Project="{repository.BuildFiles}.props" />
                  {properties}
                  <ItemGroup>
                    <Reference Include="{typeof(PackedDense).Assembly.Location}" />
                    <Analyzer Include="{string.Join(';', repository.GeneratorAssemblies)}" />
                  </ItemGroup>
                  <Import Project="{repository.BuildFiles}.targets" />
                </Project>
                """
            : $"""<Project Sdk="Microsoft.NET.Sdk">{properties}</Project>""";
    }

    /// <summary>Weights as they come out of training: all digits of single precision.</summary>
    private static void WriteNetwork(string path, int inputs, int units)
    {
        Random random = new(7);
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{{ \"inputs\": {inputs}, \"layers\": [ {{ \"type\": \"dense\", \"weights\": [");
        for (int unit = 0; unit < units; unit++)
        {
            IEnumerable<string> row = Enumerable.Range(0, inputs).Select(_ => Number(random, 1 / Math.Sqrt(inputs)));
            text.Append(unit == 0 ? "\n[" : ",\n[").AppendJoin(", ", row).Append(']');
        }

        File.WriteAllText(path, text.Append("] } ] }\n").ToString());
    }

    private static string Number(Random random, double deviation)
    {
        double angle = 2 * Math.PI * random.NextDouble();
        double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(angle);
        return ((float)(normal * deviation)).ToString("0.#########", CultureInfo.InvariantCulture);
    }
}
