using NeuralGen.Build;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission;
using NeuralGen.Generator.Analyzers;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Compilation;
using NeuralGen.Tool.Models;

namespace NeuralGen.Tool.Generating;

/// <summary>Writes the C# of a model into a file, with its weights beside it where a program reads them in place.</summary>
internal static class Generation
{
    /// <summary>Fails where a build would: names that are taken, tests that are not met.</summary>
    public static void Check(OpenModel model)
    {
        NetworkCheck check = new(model.Name, null, model.Declaration, Path.GetFileName(model.Path), model.Target, GeneratedCode.Platform.HasVectors, IsBroken: false);
        string[] errors = [.. check.Run(default).Where(problem => problem.IsError).Select(model.Source.Line)];
        if (model.Target.TakenNames.Count > 0)
        {
            errors = [$"{model.Path}: error {DeclarationRules.NameTaken.Id}: the class cannot be called '{model.Name}', which is the name of a generated member; --class names another", .. errors];
        }

        if (errors.Length > 0)
        {
            throw new ToolException(errors);
        }
    }

    /// <summary>The text of the file.</summary>
    /// <param name="model">The model.</param>
    /// <param name="weights">Where its weights will lie; null where all stand in the code.</param>
    public static string Text(OpenModel model, string? weights)
    {
        OpenModel placed = weights is null ? model : Placed(model, weights);
        IReadOnlyList<GeneratedFile> files = GeneratedCode.Of(placed, placed.Target, hasGradients: true);
        return SingleFile.Of(files);
    }

    /// <summary>The model as the build has it that embeds its weights under another name: resources are called after their files.</summary>
    private static OpenModel Placed(OpenModel model, string weights)
    {
        string name = Path.GetFileName(weights);
        string copy = model.Folder!.PathOf(Path.Combine("placed", name));
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        File.Copy(model.Weights!.File.Source, copy);
        ModelFile file = new(name, copy, copy + ".made");
        IReadOnlyList<FileProblem> problems = file.Convert();
        if (problems.Count > 0)
        {
            throw new ToolException([.. problems.Select(problem => ProblemLines.Of(problem, weights))]);
        }

        ModelWeights read = ModelWeights.Of(file);
        NetworkDeclaration declaration = model.Declaration with { Weights = read.Facts };
        BoundNetwork bound = NetworkBinder.Bind(model.Name, null, declaration, Path.GetFileName(model.Path), new ProblemList());
        return new OpenModel
        {
            Request = model.Request,
            Format = model.Format,
            Source = model.Source,
            Declaration = declaration,
            Bound = bound,
            Target = model.Target,
            Weights = read,
        };
    }
}
