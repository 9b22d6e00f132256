using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.OnnxRuntime;
using NeuralGen.Tool.Output;
using NeuralGen.Tool.Verifying;

namespace NeuralGen.Tool.Commands;

/// <summary>Compares the code of a model with all else that computes it.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private const string OnnxRuntimeName = "onnxruntime";
    private const double SingleTolerance = 1e-4;
    private const double DoubleTolerance = 1e-9;

    private readonly Option<string> _data = new("--data") { Description = "Pairs of inputs and outputs: a JSON file with an array of tests, or a folder in the layout of the ONNX standard", HelpName = "PAIRS" };
    private readonly Option<string> _against = new("--against") { Description = "Fail where the library is not there to compare with; where it is found, ONNX models are compared anyway" };
    private readonly Option<int> _samples = new("--samples") { Description = "How many random inputs are compared", HelpName = "N", DefaultValueFactory = _ => 100 };
    private readonly Option<int> _sampleSeed = new("--sample-seed") { Description = "The seed of the random inputs", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<double?> _tolerance = new("--tolerance") { Description = "The largest error allowed on random inputs, as a part of the largest value of an output: 1e-4 in single precision, 1e-9 in double", HelpName = "X" };
    private readonly Option<int> _writeTests = new("--write-tests") { Description = "Store so many examples in the file, or beside a model of another tool", HelpName = "N" };
    private readonly Option<bool> _force = ForceOption.Create();
    private readonly ModelOptions _model = new();
    private readonly OutputOptions _answer = new();

    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override string Description => "Compare the code of a model, compiled in memory, with its tests, given pairs, the interpreter and ONNX Runtime";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "neuralgen verify iris.nn.json",
        "neuralgen verify digits.onnx --data test_data_set_0 --against onnxruntime",
        "neuralgen verify iris.nn.json --write-tests 10",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "Ends with 1 where a value is too far off. ONNX Runtime is found by the environment variable NEURALGEN_ONNXRUNTIME, its folder,",
        "or where the system looks for libraries.",
    ];

    /// <inheritdoc/>
    public override Command Build()
    {
        _against.AcceptOnlyFromAmong(OnnxRuntimeName);
        Command command = new(Name, Description);
        command.Add(_model.Model);
        foreach (Option option in (Option[])[_data, _against, _samples, _sampleSeed, _tolerance, _writeTests, _force])
        {
            command.Add(option);
        }

        _model.AddOptionsTo(command);
        _answer.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    /// <summary>How far values may be off on random inputs where nothing is said.</summary>
    public static double ToleranceOf(OpenModel model) => model.Signature.Precision == FloatPrecision.Double ? DoubleTolerance : SingleTolerance;

    private int Run(ParseResult parsed)
    {
        Terminal terminal = _answer.Terminal(parsed);
        int samples = parsed.GetValue(_samples);
        int seed = parsed.GetValue(_sampleSeed);
        if (samples < 1 || parsed.GetValue(_writeTests) < 0)
        {
            throw ToolException.Usage("--samples is at least 1, and --write-tests at least 0");
        }

        ModelRequest request = _model.Request(parsed);
        using OpenModel model = ModelOpener.Open(request);
        string data = parsed.GetValue(_data) ?? "";
        using OpenModel? pairs = data.Length > 0 ? ModelOpener.Open(request with { Options = request.Options with { Tests = data } }) : null;
        bool isWanted = parsed.GetValue(_against) == OnnxRuntimeName;
        OnnxFunctions? functions = isWanted || model.Format == ModelFormat.Onnx ? OnnxLibrary.Functions : null;
        if (isWanted && (functions is null || model.Format != ModelFormat.Onnx))
        {
            throw new ToolException(functions is null
                ? $"ONNX Runtime was not found; the environment variable {OnnxLibrary.Variable} names its folder"
                : $"{model.Path}: ONNX Runtime computes ONNX models, and this is none");
        }

        Verification verification = new(model, parsed.GetValue(_tolerance) ?? ToleranceOf(model));
        List<ErrorMeasure> measures = [verification.Examples("tests", model)];
        if (pairs is not null)
        {
            measures.Add(verification.Examples("data", pairs));
        }

        measures.Add(verification.Interpreter(samples, seed));
        if (functions is not null)
        {
            measures.Add(verification.Onnx(functions, samples, seed));
        }

        bool isRight = measures.TrueForAll(measure => measure.Failed == 0 && (measure.Missing is null || !isWanted));
        string? written = isRight && parsed.GetValue(_writeTests) > 0 ? TestWriter.Write(model, parsed.GetValue(_writeTests), seed, parsed.GetValue(_force)) : null;
        Tell(model, measures, isRight, written, terminal);
        return isRight ? ExitCodes.Success : ExitCodes.Bad;
    }

    private static void Tell(OpenModel model, List<ErrorMeasure> measures, bool isRight, string? written, Terminal terminal)
    {
        if (terminal.IsJson)
        {
            JsonObject answer = new() { ["model"] = model.Path, ["passed"] = isRight };
            foreach (ErrorMeasure measure in measures)
            {
                answer[measure.Title.StartsWith("ONNX", StringComparison.Ordinal) ? OnnxRuntimeName : measure.Title] = MeasureJson.Of(measure);
            }

            answer["written"] = written;
            JsonAnswer.Write(answer);
        }
        else
        {
            foreach (ErrorMeasure measure in measures.Where(measure => measure.Samples > 0 || measure.Missing is not null))
            {
                terminal.Line(Words(measure));
            }

            terminal.Line(isRight ? "all values are close enough" : "NOT all values are close enough");
            if (written is not null)
            {
                terminal.Line($"{written}: tests written");
            }
        }

        foreach (ErrorMeasure measure in measures.Where(measure => measure.Failed > 0))
        {
            WorstValue worst = measure.Worst!;
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{model.Path}: error: {measure.Failed} of {measure.Samples} samples are off from {measure.Title}; the worst is sample {worst.Sample}, {worst.Output}[{worst.Index}]: {worst.Found:R} in place of {worst.Expected:R}"));
        }
    }

    private static string Words(ErrorMeasure measure) => measure.Missing is { } missing
        ? $"{measure.Title}: not compared: {missing}"
        : string.Create(CultureInfo.InvariantCulture, $"{measure.Title}: {measure.Samples - measure.Failed} of {measure.Samples} samples; largest error {measure.Absolute:G3} absolute, {measure.Relative:G3} relative, {measure.Ulp:G4} ULP")
            + (measure.Worst is { } worst ? string.Create(CultureInfo.InvariantCulture, $"; worst: sample {worst.Sample}, {worst.Output}[{worst.Index}]") : "");
}
