using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.Output;
using NeuralGen.Tool.Predicting;

namespace NeuralGen.Tool.Commands;

/// <summary>Predicts the rows of a CSV file.</summary>
internal sealed class PredictCommand : ToolCommand
{
    private readonly Option<string> _input = new("--input", "-i") { Description = "The CSV file with the rows; - is standard input", HelpName = "FILE", DefaultValueFactory = _ => StandardStreams.Name };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The CSV file to write; - is standard output", HelpName = "FILE", DefaultValueFactory = _ => StandardStreams.Name };
    private readonly Option<string[]> _keep = new("--keep") { Description = "Let columns that the model does not read through, or those that are named", HelpName = "COLUMN", Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _onError = new("--on-error") { Description = "What happens with a row that cannot be predicted: stop without any output, skip it, or mark it in its place", DefaultValueFactory = _ => "stop" };
    private readonly Option<string> _header = new("--header") { Description = "Whether the first row has names", DefaultValueFactory = _ => "auto" };
    private readonly Option<string> _delimiter = new("--delimiter") { Description = "What stands between fields: a character, or tab", HelpName = "CHARACTER", DefaultValueFactory = _ => "," };
    private readonly Option<int> _threads = new("--threads") { Description = "How many threads predict; as many as the machine has when left out", HelpName = "N", DefaultValueFactory = _ => 0 };
    private readonly Option<bool> _force = ForceOption.Create();
    private readonly ModelOptions _model = new();
    private readonly OutputOptions _answer = new();

    /// <inheritdoc/>
    public override string Name => "predict";

    /// <inheritdoc/>
    public override string Description => "Predict the rows of a CSV file with compiled code: streaming, in parallel, in order";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "neuralgen predict iris.nn.json --input rows.csv --output scores.csv",
        "neuralgen predict price.onnx --input houses.csv --output prices.csv --keep id --on-error skip",
        "gunzip -c rows.csv.gz | neuralgen predict iris.nn.json --on-error mark | gzip > scores.csv.gz",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "Columns are found by the names of the model's inputs, in any order; a column 'color' fills inputs 'color=red', 'color=green'.",
        "Inputs without names take the columns in order. A first row of numbers alone is no header, and the output has none then.",
        "Written are the columns that go through, 'label' where the model has labels, and one column per label or output.",
        "With 'mark' the first of these has 'error: line N: ...' and the others are empty. Lines count from 1, with the header.",
        "A file appears whole or not at all. What comes through a pipe is answered as soon as the input pauses.",
    ];

    /// <inheritdoc/>
    public override Command Build()
    {
        _onError.AcceptOnlyFromAmong("stop", "skip", "mark");
        _header.AcceptOnlyFromAmong("auto", "yes", "no");
        Command command = new(Name, Description);
        command.Add(_model.Model);
        foreach (Option option in (Option[])[_input, _output, _keep, _onError, _header, _delimiter, _threads, _force])
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
        string input = parsed.GetValue(_input)!;
        string output = parsed.GetValue(_output)!;
        PredictionOptions options = Options(parsed);
        bool isPiped = StandardStreams.IsStandard(output);
        if (terminal.IsJson && isPiped)
        {
            throw ToolException.Usage("--json and the rows cannot both go to standard output; name a file with --output");
        }

        if (!isPiped)
        {
            AtomicFile.RequireFree(output, parsed.GetValue(_force));
        }

        using Stream rows = Open(input, out long length);
        using OpenModel model = ModelOpener.Open(_model.Request(parsed));
        using AtomicFile? file = isPiped ? null : new AtomicFile(output, parsed.GetValue(_force));
        using Stream? pipe = isPiped ? StandardStreams.Output() : null;
        string name = StandardStreams.IsStandard(input) ? "standard input" : input;
        RowSource source = new(rows, name, options.Separator, isPaced: StandardStreams.IsStandard(input) || !rows.CanSeek);
        Prediction prediction = new(model, options, name);
        PredictionProgress? progress = terminal.ShowsProgress && (!isPiped || Console.IsOutputRedirected) ? new PredictionProgress(length) : null;
        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            await prediction.RunAsync(source, Write, mayBeEmpty: StandardStreams.IsStandard(input) || options.HasHeader == false, cancellationToken);
        }
        finally
        {
            if (progress is not null)
            {
                PredictionProgress.Clear();
            }
        }

        file?.Commit();
        Tell(prediction.Totals, options, output, watch.Elapsed.TotalSeconds, terminal);
        return ExitCodes.Success;

        void Write(ReadOnlyMemory<byte> bytes)
        {
            if (file is not null)
            {
                file.Run(stream => stream.Write(bytes.Span));
            }
            else
            {
                Pipe(pipe!, bytes);
            }

            progress?.Show(source.BytesRead, prediction.Totals.Rows);
        }
    }

    private static void Pipe(Stream pipe, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            pipe.Write(bytes.Span);
            pipe.Flush();
        }
        catch (IOException exception) when (!StandardStreams.IsClosedPipe(exception))
        {
            throw new ToolException($"standard output: cannot be written: {AtomicFile.Words(exception)}");
        }
    }

    private PredictionOptions Options(ParseResult parsed)
    {
        string delimiter = parsed.GetValue(_delimiter)! switch { "tab" or "\\t" => "\t", var other => other };
        if (delimiter.Length != 1 || !Training.CsvColumns.IsSeparator(delimiter[0]))
        {
            throw ToolException.Usage($"--delimiter is '{delimiter}'; it is one printable ASCII character, no quote, or tab");
        }

        int threads = parsed.GetValue(_threads);
        if (threads < 0)
        {
            throw ToolException.Usage(FormattableString.Invariant($"--threads is {threads}; it is at least 1"));
        }

        string[] kept = parsed.GetValue(_keep) ?? [];
        return new PredictionOptions(
            (byte)delimiter[0],
            parsed.GetValue(_header) switch { "yes" => true, "no" => false, _ => null },
            Enum.Parse<ErrorPolicy>(parsed.GetValue(_onError)!, ignoreCase: true),
            parsed.GetResult(_keep) is not null && kept.Length == 0,
            [.. kept.SelectMany(names => names.Split(','))])
        {
            Threads = threads == 0 ? Environment.ProcessorCount : threads,
        };
    }

    private static Stream Open(string input, out long length)
    {
        length = 0;
        if (StandardStreams.IsStandard(input))
        {
            return Console.OpenStandardInput();
        }

        FileStream stream = InputFile.Open(input);
        length = stream.CanSeek ? stream.Length : 0;
        return stream;
    }

    private static void Tell(PredictionTotals totals, PredictionOptions options, string output, double seconds, Terminal terminal)
    {
        if (options.OnError != ErrorPolicy.Stop)
        {
            string done = options.OnError == ErrorPolicy.Skip ? "left out" : "marked";
            string first = totals.Errors.Count > 0 ? FormattableString.Invariant($"; the first is line {totals.Errors[0].Line}: {totals.Errors[0].Message}") : "";
            Console.Error.WriteLine(FormattableString.Invariant($"neuralgen: {totals.Failed} of {totals.Rows} rows {done}{first}"));
        }

        if (terminal.IsJson)
        {
            JsonAnswer.Write(new JsonObject
            {
                ["output"] = output,
                ["rows"] = totals.Rows,
                ["failed"] = totals.Failed,
                ["onError"] = options.OnError.ToString().ToLowerInvariant(),
                ["errors"] = new JsonArray([.. totals.Errors.Select(error => (JsonNode)new JsonObject { ["line"] = error.Line, ["message"] = error.Message })]),
                ["seconds"] = seconds,
                ["rowsPerSecond"] = JsonAnswer.Number(totals.Rows / seconds),
            });
        }
        else if (terminal.ShowsProgress)
        {
            terminal.Remark(string.Create(CultureInfo.InvariantCulture, $"{totals.Rows:#,0} rows in {seconds:0.0} s, {totals.Rows / seconds:#,0} rows/s"));
        }
    }
}
