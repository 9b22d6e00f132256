using System.CommandLine;
using System.Text.Json.Nodes;
using NeuralGen.Compiler.Values.Names;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Generating;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.Output;

namespace NeuralGen.Tool.Commands;

/// <summary>Writes the C# of a model.</summary>
internal sealed class GenerateCommand : ToolCommand
{
    private readonly Option<string> _class = new("--class") { Description = "The class, with its namespace; the name of the file when left out", HelpName = "NAMESPACE.CLASS" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write; - is standard output", HelpName = "FILE.cs", Required = true };
    private readonly Option<bool> _force = ForceOption.Create();
    private readonly ModelOptions _model = new();
    private readonly OutputOptions _answer = new();

    /// <inheritdoc/>
    public override string Name => "generate";

    /// <inheritdoc/>
    public override string Description => "Write the C# of a model into one file, the same as a build writes";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "neuralgen generate digits.onnx --class Vision.Digits --output Digits.cs",
        "neuralgen generate iris.nn.json --output - --precision double",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "The file needs the package NeuralGen, and nothing else. With more than 65,536 parameters the weights lie beside it in a",
        ".safetensors file, which a NeuralNetwork item of the project embeds: it is printed.",
    ];

    /// <inheritdoc/>
    public override Command Build()
    {
        Command command = new(Name, Description);
        command.Add(_model.Model);
        command.Add(_class);
        command.Add(_output);
        command.Add(_force);
        _model.AddOptionsTo(command);
        _answer.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Terminal terminal = _answer.Terminal(parsed);
        string output = parsed.GetRequiredValue(_output);
        bool force = parsed.GetValue(_force);
        bool isPiped = StandardStreams.IsStandard(output);
        if (terminal.IsJson && isPiped)
        {
            throw ToolException.Usage("--json and the code cannot both go to standard output; name a file with --output");
        }

        ModelRequest request = _model.Request(parsed) with { KeepsTrainable = true };
        request = request with { Options = Named(request.Options, parsed.GetValue(_class) ?? "") };
        if (!isPiped)
        {
            AtomicFile.RequireFree(output, force);
        }

        using OpenModel model = ModelOpener.Open(request);
        Generation.Check(model);
        string? weights = model.Network.HasStoredNumbers ? WeightsBeside(output, isPiped) : null;
        string text = Generation.Text(model, weights);
        if (isPiped)
        {
            Console.Out.Write(text);
            return ExitCodes.Success;
        }

        if (weights is not null)
        {
            AtomicFile.Write(model.Weights!.File.Source, weights, output, text, force);
        }
        else
        {
            AtomicFile.Write(output, text, force);
        }

        Tell(model, output, weights, terminal);
        return ExitCodes.Success;
    }

    private static string WeightsBeside(string output, bool isPiped) => isPiped
        ? throw new ToolException("the model has more than 65,536 parameters, whose file needs a place: name a file with --output")
        : Path.ChangeExtension(output, ".safetensors");

    private static void Tell(OpenModel model, string output, string? weights, Terminal terminal)
    {
        string item = weights is null ? "" : $"<NeuralNetwork Include=\"{Path.GetFileName(weights)}\" />";
        if (terminal.IsJson)
        {
            JsonAnswer.Write(new JsonObject { ["output"] = output, ["class"] = model.Target.FullName, ["parameters"] = model.Network.ParameterCount, ["weights"] = weights, ["item"] = weights is null ? null : item });
            return;
        }

        terminal.Line($"{output}: class {model.Target.FullName}");
        if (weights is not null)
        {
            terminal.Line($"{weights}: its weights; add to the project");
            terminal.Line($"    {item}");
        }
    }

    private static Import.ImportOptions Named(Import.ImportOptions options, string name)
    {
        if (name.Length == 0)
        {
            return options;
        }

        string[] parts = name.Split('.');
        return parts.All(Identifier.IsValid)
            ? options with { Class = parts[^1], Namespace = string.Join('.', parts[..^1]) }
            : throw ToolException.Usage($"--class is '{name}'; it is a class with its namespace, such as Vision.Digits");
    }
}
