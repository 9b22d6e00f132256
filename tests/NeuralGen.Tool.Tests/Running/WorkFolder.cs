namespace NeuralGen.Tool.Tests.Running;

/// <summary>A folder with the files of a test, deleted at its end.</summary>
internal sealed class WorkFolder : IDisposable
{
    /// <summary>A small classifier with named inputs.</summary>
    public const string Iris = """
        { "inputs": ["sepal_length", "sepal_width", "petal_length", "petal_width"],
          "labels": ["setosa", "versicolor", "virginica"],
          "layers": [
            { "type": "normalization", "mean": [5.8, 3.1, 3.8, 1.2], "scale": [0.8, 0.4, 1.8, 0.8] },
            { "type": "dense", "name": "hidden", "weights": [[0.5, -0.25, 1.5, 2], [-1, 0.1, 0.75, 0.1]], "bias": [0.1, -0.2], "activation": "tanh" },
            { "type": "dense", "weights": [[-2, 1.5], [0.5, 0.5], [1.5, -1]], "activation": "softmax" } ],
          "tests": [ { "input": [5.1, 3.5, 1.4, 0.2], "output": [0.843909, 0.096990, 0.059101] } ] }
        """;

    /// <summary>2·a + 7·b of inputs without names.</summary>
    public const string Sum = """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, 7]] } ] }""";

    /// <summary>The folder's path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("neuralgen-tooltest-").FullName;

    /// <summary>Writes a file.</summary>
    public WorkFolder File(string name, string text)
    {
        System.IO.File.WriteAllText(Of(name), text);
        return this;
    }

    /// <summary>The full path of a file.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>What a file holds.</summary>
    public string Read(string name) => System.IO.File.ReadAllText(Of(name));

    /// <summary>Whether a file is there.</summary>
    public bool Has(string name) => System.IO.File.Exists(Of(name));

    /// <summary>The names of all files.</summary>
    public string[] Names => [.. Directory.GetFiles(Path).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Runs the tool in the folder.</summary>
    public ToolResult Run(params IEnumerable<string> arguments) => new ToolRun { Folder = Path }.Run(arguments);

    /// <summary>Runs the tool in the folder, with something to read from standard input.</summary>
    public ToolResult Pipe(string input, params IEnumerable<string> arguments) => new ToolRun { Folder = Path, Input = input }.Run(arguments);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
