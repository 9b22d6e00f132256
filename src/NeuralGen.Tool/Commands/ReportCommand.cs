using System.CommandLine;
using System.Text.Json.Nodes;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Inspecting;
using NeuralGen.Tool.Measuring;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.OnnxRuntime;
using NeuralGen.Tool.Output;
using NeuralGen.Tool.Reporting;
using NeuralGen.Tool.Verifying;

namespace NeuralGen.Tool.Commands;

/// <summary>Writes a page about a model.</summary>
internal sealed class ReportCommand : ToolCommand
{
    private const int Samples = 50;

    private readonly Option<string> _output = new("--output", "-o") { Description = "The page to write", HelpName = "FILE.html", Required = true };
    private readonly Option<string?> _data = new("--data") { Description = "Rows to predict: a CSV file with names of columns", HelpName = "FILE" };
    private readonly Option<string?> _target = new("--target", "-t") { Description = "The column of the rows with what is true", HelpName = "COLUMN" };
    private readonly Option<string?> _history = new("--history") { Description = "What 'train --json' wrote, for the curves of the training", HelpName = "FILE" };
    private readonly Option<bool> _noBench = new("--no-bench") { Description = "Leave the measured times out, which are never the same twice" };
    private readonly Option<bool> _force = ForceOption.Create();
    private readonly ModelOptions _model = new();
    private readonly OutputOptions _answer = new();

    /// <inheritdoc/>
    public override string Name => "report";

    /// <inheritdoc/>
    public override string Description => "Write one self-contained page about a model: its drawing, weights, predictions, errors and cost";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "neuralgen report iris.nn.json --data iris.csv --target species --output report.html",
        "neuralgen report digits.onnx --output digits.html",
    ];

    /// <inheritdoc/>
    public override Command Build()
    {
        Command command = new(Name, Description);
        command.Add(_model.Model);
        foreach (Option option in (Option[])[_output, _data, _target, _history, _noBench, _force])
        {
            command.Add(option);
        }

        _model.AddOptionsTo(command);
        _answer.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Terminal terminal = _answer.Terminal(parsed);
        string output = parsed.GetRequiredValue(_output);
        string? data = parsed.GetValue(_data);
        string? target = parsed.GetValue(_target);
        if (data is null != target is null)
        {
            throw ToolException.Usage("--data and --target belong together");
        }

        AtomicFile.RequireFree(output, parsed.GetValue(_force));
        using OpenModel model = ModelOpener.Open(_model.Request(parsed));
        string evaluation = data is null ? "" : EvaluationSection.Of(model, await ScoredRows.ReadAsync(model, data, target!, cancellationToken), target!);
        string history = parsed.GetValue(_history) is { } path ? HistorySection.Of(path) : "";
        Verification verification = new(model, VerifyCommand.ToleranceOf(model));
        List<ErrorMeasure> measures = [verification.Examples("tests of the file", model), verification.Interpreter(Samples, seed: 1)];
        if (model.Format == ModelFormat.Onnx && OnnxLibrary.Functions is { } functions)
        {
            measures.Add(verification.Onnx(functions, Samples, seed: 1));
        }

        Measurement? measured = parsed.GetValue(_noBench) ? null : Bench.Run(model);
        string page = ReportPage.Of(new Inspection(model), measures, measured, history, evaluation);
        AtomicFile.Write(output, page, parsed.GetValue(_force));
        if (terminal.IsJson)
        {
            JsonAnswer.Write(new JsonObject { ["output"] = output, ["characters"] = page.Length });
        }
        else
        {
            terminal.Line(output);
        }

        return ExitCodes.Success;
    }
}
