using System.CommandLine;
using System.Text.Json.Nodes;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Converting;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.Output;

namespace NeuralGen.Tool.Commands;

/// <summary>Writes a model as a <c>.nn.json</c> file.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write; larger tensors go into a .safetensors file beside it", HelpName = "FILE.nn.json", Required = true };
    private readonly Option<bool> _force = ForceOption.Create();
    private readonly ModelOptions _model = new();
    private readonly OutputOptions _answer = new();

    /// <inheritdoc/>
    public override string Name => "convert";

    /// <inheritdoc/>
    public override string Description => "Write a model of any format as .nn.json and .safetensors, without losing a bit; files that exist stay unless --force is given";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "neuralgen convert digits.onnx --output digits.nn.json",
        "neuralgen convert acasxu.nnet --output acasxu.nn.json --labels \"coc;weak left;weak right;strong left;strong right\"",
    ];

    /// <inheritdoc/>
    public override Command Build()
    {
        Command command = new(Name, Description);
        command.Add(_model.Model);
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
        if (!Conversion.IsName(output))
        {
            throw ToolException.Usage($"--output is '{output}'; it ends with .nn.json, by which builds find it");
        }

        AtomicFile.RequireFree(output, parsed.GetValue(_force));
        using OpenModel model = ModelOpener.Open(_model.Request(parsed) with { KeepsTrainable = true });
        string? weights = Conversion.Write(model, output, parsed.GetValue(_force));
        if (terminal.IsJson)
        {
            JsonAnswer.Write(new JsonObject { ["output"] = output, ["weights"] = weights, ["parameters"] = model.Network.ParameterCount });
        }
        else
        {
            terminal.Line(weights is null ? output : $"{output}, {weights}");
            if (weights is not null)
            {
                terminal.Line($"    <NeuralNetwork Include=\"{Path.GetFileName(weights)}\" />");
            }
        }

        return ExitCodes.Success;
    }
}
