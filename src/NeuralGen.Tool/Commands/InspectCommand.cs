using System.CommandLine;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Inspecting;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.Output;

namespace NeuralGen.Tool.Commands;

/// <summary>Shows what a model is.</summary>
internal sealed class InspectCommand : ToolCommand
{
    /// <inheritdoc/>
    public override string Name => "inspect";

    /// <inheritdoc/>
    public override string Description => "Show the layers, shapes, parameters, cost and weights of a model, and the code that is made of it";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "neuralgen inspect digits.onnx",
        "neuralgen inspect silero_vad.onnx --input-shapes \"input=1,576;state=2,1,128\" --constants sr=16000 --states state=stateN",
        "neuralgen inspect iris.nn.json --json | jq .parameters",
    ];

    /// <inheritdoc/>
    public override Command Build()
    {
        Command command = new(Name, Description);
        ModelOptions options = new();
        OutputOptions output = new();
        options.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            Terminal terminal = output.Terminal(parsed);
            using OpenModel model = ModelOpener.Open(options.Request(parsed) with { KeepsTrainable = true });
            Inspection inspection = new(model);
            if (terminal.IsJson)
            {
                JsonAnswer.Write(InspectionJson.Of(inspection));
            }
            else
            {
                InspectionText.Write(inspection, terminal.Answer);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
