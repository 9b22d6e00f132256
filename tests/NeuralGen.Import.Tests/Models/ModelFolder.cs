using NeuralGen.Build;

namespace NeuralGen.Import.Tests.Models;

/// <summary>A folder with models that a build imports.</summary>
internal sealed class ModelFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("neuralgen-import-").FullName;

    /// <summary>Imports a file with these bytes as a build does.</summary>
    public (IReadOnlyList<FileProblem> Problems, ImportedFile File) Import(byte[] bytes, ImportOptions? options = null, string name = "digits.onnx")
    {
        string path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllBytes(path, bytes);
        ImportedFile file = new("models/" + name, path, System.IO.Path.Combine(Path, "obj", name), name, options ?? new ImportOptions(), Path);
        return (file.Convert(), file);
    }

    /// <summary>The network that a model becomes.</summary>
    public string Network(ModelBuilder model, ImportOptions? options = null)
    {
        (IReadOnlyList<FileProblem> problems, ImportedFile file) = Import(model.Bytes, options);
        Assert.Empty(problems.Select(problem => problem.Message));
        return System.IO.File.ReadAllText(file.Network);
    }

    /// <summary>The network that a model becomes, with its tests.</summary>
    public string Tested(ModelBuilder model, ImportOptions options)
    {
        (IReadOnlyList<FileProblem> problems, ImportedFile file) = Import(model.Bytes, options);
        Assert.Empty(problems.Select(problem => problem.Message));
        return System.IO.File.ReadAllText(file.TestedNetwork);
    }

    /// <summary>What stands against a model, without the pages of rules.</summary>
    public string[] Problems(byte[] bytes, ImportOptions? options = null) =>
        [.. Import(bytes, options).Problems.Select(problem => $"{problem.Rule.Id} {problem.Message.Split(" (docs/")[0]}")];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
