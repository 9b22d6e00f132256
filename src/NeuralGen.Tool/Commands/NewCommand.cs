using System.CommandLine;
using System.Reflection;
using System.Text.Json.Nodes;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Output;
using NeuralGen.Tool.Starting;

namespace NeuralGen.Tool.Commands;

/// <summary>Writes a project to begin with.</summary>
internal sealed class NewCommand : ToolCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "The project's name, and that of its folder" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The folder to write to; one with the project's name when left out", HelpName = "FOLDER" };
    private readonly Option<bool> _force = ForceOption.Create();
    private readonly OutputOptions _answer = new();

    /// <inheritdoc/>
    public override string Name => "new";

    /// <inheritdoc/>
    public override string Description => "Write a starter project that builds and predicts";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["neuralgen new Flowers", "neuralgen new Flowers --output src/Flowers"];

    /// <inheritdoc/>
    public override Command Build()
    {
        Command command = new(Name, Description);
        command.Add(_name);
        command.Add(_output);
        command.Add(_force);
        _answer.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Terminal terminal = _answer.Terminal(parsed);
        string name = parsed.GetRequiredValue(_name);
        if (name.Length == 0 || !char.IsLetter(name[0]) || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-') || name.EndsWith('.') || name.Contains("..", StringComparison.Ordinal))
        {
            throw ToolException.Usage($"NAME is '{name}'; it begins with a letter and has letters, digits, '.', '_' and '-'");
        }

        string folder = parsed.GetValue(_output) ?? name;
        string version = typeof(NewCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        StarterProject project = new(name, version);
        string[] paths = [.. project.Files.Select(file => Path.Combine(folder, file.Name))];
        foreach (string path in paths)
        {
            AtomicFile.RequireFree(path, parsed.GetValue(_force));
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{folder}: cannot be written: {AtomicFile.Words(exception)}");
        }

        foreach ((string file, string text) in project.Files)
        {
            AtomicFile.Write(Path.Combine(folder, file), text, parsed.GetValue(_force));
        }

        if (terminal.IsJson)
        {
            JsonAnswer.Write(new JsonObject { ["folder"] = folder, ["files"] = JsonAnswer.List(project.Files.Select(file => file.Name)) });
        }
        else
        {
            terminal.Line($"{folder}: {string.Join(", ", project.Files.Select(file => file.Name))}");
            terminal.Line($"    dotnet run --project {folder}");
        }

        return ExitCodes.Success;
    }
}
