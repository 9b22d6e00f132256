using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Declarations.Tests;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Values;
using NeuralGen.Import;
using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Models;

/// <summary>What a command line says of a <c>.nn.json</c> file, in the place of what the file says.</summary>
internal static class DeclarationOptions
{
    /// <summary>A declaration as the command line has it.</summary>
    /// <param name="declaration">What the file says.</param>
    /// <param name="request">What the command line says.</param>
    /// <exception cref="ToolException">Something is said that is for other formats, or cannot be read.</exception>
    public static NetworkDeclaration Apply(NetworkDeclaration declaration, ModelRequest request)
    {
        ImportOptions options = request.Options;
        (string Name, string Value)[] foreign = [("--input-shapes", options.InputShapes), ("--constants", options.Constants), ("--states", options.States), ("--outputs", options.Outputs)];
        string[] refused = [.. foreign.Where(option => option.Value.Length > 0).Select(option => $"{request.Path}: {option.Name} is for ONNX models, and this is a .nn.json file")];
        if (refused.Length > 0)
        {
            throw new ToolException(refused);
        }

        if (options.Seed.Length > 0 && !int.TryParse(options.Seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            throw ToolException.Usage($"--seed is '{options.Seed}'; it is a whole number");
        }

        return declaration with
        {
            Precision = Or(options.Precision, declaration.Precision),
            Emission = Or(options.Emission, declaration.Emission),
            Loss = Or(options.Loss, declaration.Loss),
            LossDelta = options.Loss.Length > 0 ? null : declaration.LossDelta,
            Stateful = Flag(options.Stateful) ?? declaration.Stateful,
            Trainable = Flag(options.Trainable) ?? declaration.Trainable,
            Seed = options.Seed.Length > 0 ? int.Parse(options.Seed, CultureInfo.InvariantCulture) : declaration.Seed,
            Labels = options.Labels.Length > 0
                ? ImportSettings.Split(options.Labels).Select(label => new LabelDeclaration(ImportSettings.Unquote(label), null)).ToEquatableArray()
                : declaration.Labels,
            Tests = options.Tests.Length > 0 ? Tests(options.Tests) : declaration.Tests,
            Name = Or(options.Class, declaration.Name),
            Namespace = Or(options.Namespace, declaration.Namespace),
        };
    }

    /// <summary>The examples of a file with an array of them.</summary>
    public static EquatableArray<TestVector> Tests(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"{path}: cannot be read: {(Directory.Exists(path) ? "it is a folder; that of a .nn.json file are a JSON file with an array" : "there is no such file")}");
        }

        ProblemList problems = new();
        NetworkSource source = TestSource(path);
        NetworkDeclaration declaration = NetworkFileReader.Read(source.Text, problems, default);
        return problems.HasErrors
            ? throw new ToolException([.. problems.Problems.Where(problem => problem.IsError).Select(source.Line)])
            : declaration.Tests ?? default;
    }

    /// <summary>A file with examples as the reader of networks reads them: where they stand in one.</summary>
    public static NetworkSource TestSource(string path)
    {
        const string Before = "{ \"tests\":";
        return new NetworkSource(path, Before + File.ReadAllText(path) + "}", IsOwn: true) { Before = Before.Length };
    }

    private static string? Or(string said, string? declared) => said.Length > 0 ? said : declared;

    private static bool? Flag(string said) => said.Length > 0 ? said == "true" : null;
}
