using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Measuring;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.Output;
using Spectre.Console;

namespace NeuralGen.Tool.Commands;

/// <summary>Measures a model.</summary>
internal sealed class BenchCommand : ToolCommand
{
    private readonly ModelOptions _model = new();
    private readonly OutputOptions _answer = new();

    /// <inheritdoc/>
    public override string Name => "bench";

    /// <inheritdoc/>
    public override string Description => "Measure a model on this machine: a prediction, rows a second, memory, the first call; beside the interpreter, plain loops and ONNX Runtime";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["neuralgen bench digits.onnx", "neuralgen bench iris.nn.json --json"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "One thread. ONNX Runtime computes ONNX models where its library is found (environment variable NEURALGEN_ONNXRUNTIME); the time",
        "is that of its C function with the inputs in place, and with outputs that it allocates. The interpreter is left out of models with",
        "more than a hundred million multiply-adds.",
    ];

    /// <inheritdoc/>
    public override Command Build()
    {
        Command command = new(Name, Description);
        _model.AddTo(command);
        _answer.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Terminal terminal = _answer.Terminal(parsed);
        using OpenModel model = ModelOpener.Open(_model.Request(parsed));
        Measurement measured = Bench.Run(model);
        if (terminal.IsJson)
        {
            JsonAnswer.Write(Json(model, measured));
            return ExitCodes.Success;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn(new TableColumn("ns a prediction").RightAligned()).AddColumn(new TableColumn("beside").RightAligned());
        Row("compiled code", measured.Nanoseconds);
        Row("interpreter", measured.Interpreter);
        Row("plain loops", measured.PlainLoops);
        Row($"ONNX Runtime {measured.OnnxVersion}".TrimEnd(), measured.OnnxRuntime);
        terminal.Answer.Write(table);
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{measured.RowsPerSecond:#,0} rows a second in batches; {measured.BytesPerCall:0.#} bytes a call; first call {measured.FirstCall:#,0} µs"));
        terminal.Line($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, one thread");
        return ExitCodes.Success;

        void Row(string name, double? nanoseconds) => table.AddRow(
            name,
            nanoseconds is { } value ? value.ToString(value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture) : "left out",
            nanoseconds is { } other ? string.Create(CultureInfo.InvariantCulture, $"{other / measured.Nanoseconds:0.##}×") : "");
    }

    private static JsonObject Json(OpenModel model, Measurement measured) => new()
    {
        ["model"] = model.Path,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["nanosecondsPerPrediction"] = measured.Nanoseconds,
        ["rowsPerSecond"] = measured.RowsPerSecond,
        ["bytesPerCall"] = measured.BytesPerCall,
        ["firstCallMicroseconds"] = measured.FirstCall,
        ["interpreterNanoseconds"] = measured.Interpreter,
        ["plainLoopsNanoseconds"] = measured.PlainLoops,
        ["onnxRuntimeNanoseconds"] = measured.OnnxRuntime,
        ["onnxRuntimeVersion"] = measured.OnnxVersion.Length > 0 ? measured.OnnxVersion : null,
    };
}
