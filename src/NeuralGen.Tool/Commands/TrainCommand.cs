using System.CommandLine;
using System.Globalization;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Converting;
using NeuralGen.Tool.Learning;
using NeuralGen.Tool.Output;
using NeuralGen.Training;

namespace NeuralGen.Tool.Commands;

/// <summary>Trains a network on the rows of a CSV file.</summary>
internal sealed class TrainCommand : ToolCommand
{
    private static readonly string[] Policies = ["error", "skip", "mean", "median", "most-frequent"];

    private readonly Argument<string> _data = new("DATA") { Description = "The CSV file with names of columns in its first row" };
    private readonly Option<string> _target = new("--target", "-t") { Description = "The column that is learned", HelpName = "COLUMN", Required = true };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The file to write, ready to bake in", HelpName = "FILE.nn.json", Required = true };
    private readonly Option<string> _layers = new("--layers", "-l") { Description = "Hidden layers: units, each with an activation behind it, and dropout:RATE; none for a linear model", HelpName = "64,relu,...", DefaultValueFactory = _ => "64,relu,32,relu" };
    private readonly Option<string> _task = new("--task") { Description = "What is learned; texts and a few whole numbers are labels when left out", DefaultValueFactory = _ => "auto" };
    private readonly Option<string[]> _inputs = Names("--inputs", "The input columns; all others when left out");
    private readonly Option<string[]> _exclude = Names("--exclude", "Columns that are no inputs");
    private readonly Option<string[]> _categorical = Names("--categorical", "Columns of numbers that stand for categories; texts always do");
    private readonly Option<string> _missing = new("--missing") { Description = "What happens where a value is missing", DefaultValueFactory = _ => "error" };
    private readonly Option<string> _missingTexts = new("--missing-texts") { Description = "Texts that stand for a missing value, besides none", HelpName = "a,b", DefaultValueFactory = _ => "NA,N/A,NaN,nan,null,NULL,?" };
    private readonly Option<string> _delimiter = new("--delimiter") { Description = "What stands between fields: a character, or tab", HelpName = "CHARACTER", DefaultValueFactory = _ => "," };
    private readonly Option<int> _epochs = Number("--epochs", "The largest number of epochs", 300);
    private readonly Option<int> _batch = Number("--batch-size", "The rows of a step", 32);
    private readonly Option<double> _rate = new("--learning-rate") { Description = "The learning rate", HelpName = "X", DefaultValueFactory = _ => 0.005 };
    private readonly Option<string> _optimizer = new("--optimizer") { Description = "The optimizer", DefaultValueFactory = _ => "adam" };
    private readonly Option<double> _validation = new("--validation") { Description = "The share of rows that is held back to validate on; 0 for none", HelpName = "X", DefaultValueFactory = _ => 0.2 };
    private readonly Option<int> _patience = Number("--patience", "Stop after so many epochs without improvement; 0 for never", 25);
    private readonly Option<int> _seed = Number("--seed", "The seed: the same one writes the same bytes", 1);
    private readonly Option<int> _tests = Number("--tests", "How many rows the file gets as tests that builds check", 5);
    private readonly Option<string?> _checkpoint = new("--checkpoint") { Description = "Write a checkpoint there after every epoch, and when interrupted", HelpName = "FILE" };
    private readonly Option<string?> _resume = new("--resume") { Description = "Go on from a checkpoint, to the same bits as without the interruption", HelpName = "FILE" };
    private readonly Option<bool> _force = ForceOption.Create();
    private readonly OutputOptions _answer = new();

    /// <inheritdoc/>
    public override string Name => "train";

    /// <inheritdoc/>
    public override string Description => "Train a network on a CSV file and write it as .nn.json; files that exist stay unless --force is given";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "neuralgen train iris.csv --target species --layers 16,relu --output iris.nn.json",
        "neuralgen train houses.csv --target price --exclude id --missing median --checkpoint houses.checkpoint --output houses.nn.json",
        "neuralgen train houses.csv --target price --exclude id --missing median --resume houses.checkpoint --output houses.nn.json",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes =>
    [
        "Columns of texts become an input per category, 'color=red', which predict fills from the column 'color'.",
        "The file has the normalisation, the labels and tests. Ctrl+C ends the training and keeps the best epoch.",
        "--missing mean and median fill columns of texts with the most frequent one.",
    ];

    /// <inheritdoc/>
    public override Command Build()
    {
        _task.AcceptOnlyFromAmong("auto", "regression", "classification");
        _missing.AcceptOnlyFromAmong(Policies);
        _optimizer.AcceptOnlyFromAmong("adam", "adamw", "sgd", "rmsprop");
        Command command = new(Name, Description);
        command.Add(_data);
        foreach (Option option in (Option[])[_target, _output, _layers, _task, _inputs, _exclude, _categorical, _missing, _missingTexts, _delimiter, _epochs, _batch, _rate, _optimizer, _validation, _patience, _seed, _tests, _checkpoint, _resume, _force])
        {
            command.Add(option);
        }

        _answer.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        Terminal terminal = _answer.Terminal(parsed);
        string output = parsed.GetRequiredValue(_output);
        bool force = parsed.GetValue(_force);
        if (!Conversion.IsName(output))
        {
            throw ToolException.Usage($"--output is '{output}'; it ends with .nn.json, by which builds find it");
        }

        TrainingRequest request = Request(parsed);

        // Hours of work must not end with a file that cannot be written.
        using AtomicFile file = new(output, force);
        if (request.Checkpoint is { } checkpoint && checkpoint != request.Resume)
        {
            AtomicFile.RequireFree(checkpoint, force);
        }

        TrainingTable table = TrainingTable.Read(request);
        terminal.Remark(string.Create(CultureInfo.InvariantCulture, $"{table.Task.ToString().ToLowerInvariant()} of '{request.Target}' from {table.Inputs.Count} columns, {table.Data.InputNames.Count} inputs, {table.Data.Data.Rows} rows{Left(table)}"));
        TrainingSession session = new(request, table);
        TrainingOutcome outcome = new TrainingView(terminal).Show(progress => session.Run(progress, cancellationToken));
        file.Run(stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(outcome.Text)));
        file.Commit();
        Tell(outcome, output, terminal);
        return ExitCodes.Success;
    }

    private static string Left(TrainingTable table) =>
        (table.Data.SkippedRows > 0 ? FormattableString.Invariant($", {table.Data.SkippedRows} rows left out where a value is missing") : "")
        + (table.Data.FilledValues > 0 ? FormattableString.Invariant($", {table.Data.FilledValues} missing values filled in") : "");

    private static void Tell(TrainingOutcome outcome, string output, Terminal terminal)
    {
        TrainingHistory history = outcome.History;
        if (history.StopReason is StopReason.Canceled or StopReason.Diverged)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"neuralgen: {(history.StopReason == StopReason.Canceled ? "interrupted" : "diverged")} after {history.Epochs.Count} epochs; the best, {history.BestEpoch}, is kept"));
        }

        if (terminal.IsJson)
        {
            JsonAnswer.Write(OutcomeJson.Of(outcome, output));
            return;
        }

        string metrics = string.Join(", ", outcome.Validation.Metrics.Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Key} {metric.Value:0.####}")));
        terminal.Line(FormattableString.Invariant($"{output}: epoch {history.BestEpoch} of {history.Epochs.Count}; {(outcome.ValidationRows > 0 ? $"{outcome.ValidationRows} validation rows" : "training rows")}: {metrics}"));
    }

    private TrainingRequest Request(ParseResult parsed)
    {
        string delimiter = parsed.GetValue(_delimiter)! switch { "tab" or "\\t" => "\t", var other => other };
        double rate = parsed.GetValue(_rate);
        double validation = parsed.GetValue(_validation);
        int epochs = parsed.GetValue(_epochs);
        int batch = parsed.GetValue(_batch);
        string? wrong = delimiter.Length != 1 || !CsvColumns.IsSeparator(delimiter[0]) ? $"--delimiter is '{delimiter}'; it is one printable ASCII character, no quote, or tab"
            : !(rate > 0) || !double.IsFinite(rate) ? FormattableString.Invariant($"--learning-rate is {rate}; it is above 0")
            : validation is not (>= 0 and < 1) ? FormattableString.Invariant($"--validation is {validation}; it is at least 0 and less than 1")
            : epochs < 1 || batch < 1 ? "--epochs and --batch-size are at least 1"
            : parsed.GetValue(_patience) < 0 || parsed.GetValue(_tests) < 0 ? "--patience and --tests are at least 0"
            : null;
        return wrong is not null ? throw ToolException.Usage(wrong) : new TrainingRequest
        {
            Data = parsed.GetRequiredValue(_data),
            Target = parsed.GetRequiredValue(_target),
            Task = parsed.GetValue(_task) switch { "regression" => TrainingTask.Regression, "classification" => TrainingTask.Classification, _ => null },
            Inputs = Split(parsed.GetValue(_inputs)),
            Excluded = Split(parsed.GetValue(_exclude)),
            Categorical = Split(parsed.GetValue(_categorical)),
            Missing = Policy(parsed.GetValue(_missing)!),
            MissingTexts = parsed.GetValue(_missingTexts)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Separator = delimiter[0],
            Layers = LayerSizes.Read(parsed.GetValue(_layers)!),
            Epochs = epochs,
            BatchSize = batch,
            LearningRate = rate,
            Optimizer = parsed.GetValue(_optimizer)!,
            Validation = validation,
            Patience = parsed.GetValue(_patience),
            Seed = parsed.GetValue(_seed),
            Tests = parsed.GetValue(_tests),
            Checkpoint = parsed.GetValue(_checkpoint) ?? parsed.GetValue(_resume),
            Resume = parsed.GetValue(_resume),
        };
    }

    private static MissingValues Policy(string word) => word switch
    {
        "skip" => MissingValues.SkipRow,
        "mean" => MissingValues.Mean,
        "median" => MissingValues.Median,
        "most-frequent" => MissingValues.MostFrequent,
        _ => MissingValues.Error,
    };

    private static string[] Split(string[]? names) => [.. (names ?? []).SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static Option<string[]> Names(string name, string description) => new(name) { Description = description, HelpName = "a,b", AllowMultipleArgumentsPerToken = true };

    private static Option<int> Number(string name, string description, int standard) => new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
}
