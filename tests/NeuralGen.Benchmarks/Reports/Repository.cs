namespace NeuralGen.Benchmarks.Reports;

/// <summary>The files that a report is written to.</summary>
internal sealed class Repository(string root)
{
    /// <summary>The chart's path from the folder of the benchmarks, as their page refers to it.</summary>
    public const string ChartReference = "Results/predictions.svg";

    private const string NumbersReference = "Results/predictions.csv";

    private readonly string _benchmarks = Path.Combine(root, "tests", "NeuralGen.Benchmarks");

    /// <summary>The page with all tables.</summary>
    public string Page => Path.Combine(_benchmarks, "README.md");

    /// <summary>The page that shows the repository to strangers.</summary>
    public string Readme => Path.Combine(root, "README.md");

    public string Chart => Path.Combine(_benchmarks, ChartReference);

    public string Numbers => Path.Combine(_benchmarks, NumbersReference);

    /// <summary>The paths of the build files of the package, without the ends of their names.</summary>
    public string BuildFiles => Path.Combine(root, "src/NeuralGen/build/NeuralGen");

    /// <summary>The generator that this program was built with, and the compiler that it hosts.</summary>
    public IEnumerable<string> GeneratorAssemblies => new[] { "NeuralGen.Generator", "NeuralGen.Compiler" }
        .Select(name => Path.Combine(root, $"generator/{name}/bin/Release/netstandard2.0/{name}.dll"));

    /// <summary>Finds the repository above the program.</summary>
    public static Repository Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NeuralGen.sln")))
        {
            folder = folder.Parent;
        }

        return new(folder?.FullName ?? throw new DirectoryNotFoundException("The program does not lie in the repository, whose README it would write."));
    }
}
