using System.Globalization;
using NeuralGen.Build;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Plausibility;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Targets;
using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Models;

/// <summary>Opens models of every format: with the task that builds read them with, the compiler's reader and its binder.</summary>
internal static class ModelOpener
{
    private const string Imported = "model";

    /// <summary>Opens a model.</summary>
    /// <param name="request">The model, and what is said of it.</param>
    /// <exception cref="ToolException">It cannot be read, or something stands against it: all of that at once.</exception>
    public static OpenModel Open(ModelRequest request)
    {
        ModelFormat format = FormatRecognition.Of(request.Path);
        TemporaryFolder? folder = null;
        try
        {
            return format == ModelFormat.Json ? OpenJson(request, File.ReadAllText(request.Path), ref folder) : Import(request, format, ref folder);
        }
        catch
        {
            folder?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a network from the text of a <c>.nn.json</c> file that names no other file.</summary>
    /// <param name="request">The name of the file, and what is said of it.</param>
    /// <param name="text">The text.</param>
    public static OpenModel FromText(ModelRequest request, string text)
    {
        TemporaryFolder? folder = null;
        return OpenJson(request, text, ref folder);
    }

    private static OpenModel OpenJson(ModelRequest request, string text, ref TemporaryFolder? folder)
    {
        NetworkSource source = new(request.Path, text, IsOwn: true);
        ProblemList problems = new();
        NetworkDeclaration declaration = DeclarationOptions.Apply(NetworkFileReader.Read(source.Text, problems, default), request);
        source = source with { Tests = request.Options.Tests.Length > 0 ? DeclarationOptions.TestSource(request.Options.Tests) : null };
        if (declaration.Source is { IsMissing: true })
        {
            throw new ToolException($"{request.Path}: stands in for a model that could not be imported");
        }

        ModelWeights? weights = null;
        if (declaration.Tensors is { } reference && !problems.HasErrors)
        {
            folder = new TemporaryFolder();
            weights = ModelWeights.Of(request.Path, reference, folder);
            declaration = declaration with { Weights = weights.Facts };
        }

        return Bind(request, ModelFormat.Json, source, declaration, weights, folder, problems);
    }

    private static OpenModel Import(ModelRequest request, ModelFormat format, ref TemporaryFolder? folder)
    {
        folder = new TemporaryFolder();
        string fullPath = Path.GetFullPath(request.Path);
        ImportedFile file = new(request.Path, fullPath, folder.PathOf(Imported), Imported, request.Options, Directory.GetCurrentDirectory());
        IReadOnlyList<FileProblem> found = file.Convert();
        if (found.Count > 0)
        {
            throw new ToolException([.. found.Select(problem => ProblemLines.Of(problem, request.Path))]);
        }

        NetworkSource source = new(request.Path, File.ReadAllText(file.Network), IsOwn: false);
        ProblemList problems = new();
        NetworkDeclaration declaration = NetworkFileReader.Read(source.Text, problems, default);
        if (File.Exists(file.TestedNetwork))
        {
            declaration = declaration with { Tests = NetworkFileReader.Read(File.ReadAllText(file.TestedNetwork), problems, default).Tests };
        }

        ModelWeights? weights = file.Weights is { } made ? ModelWeights.Of(made) : null;
        return Bind(request, format, source, declaration with { Weights = weights?.Facts }, weights, folder, problems);
    }

    private static OpenModel Bind(
        ModelRequest request, ModelFormat format, NetworkSource source, NetworkDeclaration declaration, ModelWeights? weights, TemporaryFolder? folder, ProblemList problems)
    {
        if (!request.KeepsTrainable)
        {
            declaration = declaration with { Trainable = null };
        }

        string fileName = Path.GetFileName(request.Path);
        string shown = FileTarget.IsNetworkFile(fileName) ? fileName : Path.GetFileNameWithoutExtension(fileName) + FileTarget.Extension;
        TargetType target = FileTarget.Of(shown, declaration, "");
        BoundNetwork bound = TrainableCheck.Run(NetworkBinder.Bind(target.Type.Name.TrimStart('@'), null, declaration, fileName, problems), problems);
        if (problems.HasErrors || bound.Network is null)
        {
            string[] errors = [.. problems.Problems.Where(problem => problem.IsError).Select(source.Line)];
            throw new ToolException(errors.Length > 0 ? errors : [string.Format(CultureInfo.InvariantCulture, "{0}: declares no network", request.Path)]);
        }

        return new OpenModel
        {
            Request = request,
            Format = format,
            Source = source,
            Declaration = declaration,
            Bound = bound,
            Target = target,
            Weights = weights,
            Folder = folder,
        };
    }
}
