using System.Text.RegularExpressions;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Training;

namespace NeuralGen.Tool.Learning;

/// <summary>The data of a training: which columns are read, and how.</summary>
/// <param name="Task">What is learned.</param>
/// <param name="Inputs">The input columns.</param>
/// <param name="Categorical">Those of them that hold categories.</param>
/// <param name="Data">The rows.</param>
internal sealed partial record TrainingTable(TrainingTask Task, IReadOnlyList<string> Inputs, IReadOnlyList<string> Categorical, CsvDataset<float> Data)
{
    /// <summary>More categories than this are hardly meant: a column of names, or of numbers of things.</summary>
    private const int MostCategories = 100;

    /// <summary>Whole numbers of no more different values than this are taken for labels, where nothing else is said.</summary>
    private const int MostWholeLabels = 10;

    /// <summary>Reads the data.</summary>
    public static TrainingTable Read(TrainingRequest request)
    {
        IReadOnlyList<ColumnSummary> columns = TableSummary.Read(request);
        List<string> problems = [];
        ColumnSummary? target = Find(request.Target, columns, problems);
        ColumnSummary[] inputs = request.Inputs.Count > 0
            ? [.. request.Inputs.Select(name => Find(name, columns, problems)).OfType<ColumnSummary>()]
            : [.. columns.Where(column => column.Name != request.Target && !request.Excluded.Contains(column.Name))];
        foreach (string name in request.Excluded.Concat(request.Categorical))
        {
            Find(name, columns, problems);
        }

        Throw(request, problems);
        TrainingTask task = request.Task ?? Infer(target!);
        string[] categorical = [.. inputs.Where(column => !column.IsNumeric || request.Categorical.Contains(column.Name)).Select(column => column.Name)];
        problems.AddRange(inputs.Where(column => categorical.Contains(column.Name) && column.Distinct > MostCategories).Select(
            column => $"column '{column.Name}' has {(column.Distinct > ColumnSummary.MostDistinct ? "more than " : "")}{Math.Min(column.Distinct, ColumnSummary.MostDistinct)} different texts, too many for categories; leave it out by --exclude"));
        problems.AddRange(Missing(request, inputs.Append(target!)));
        if (task == TrainingTask.Regression && !target!.IsNumeric)
        {
            problems.Add($"column '{target.Name}' has values that are no numbers; --task classification learns them as labels");
        }

        if (task == TrainingTask.Classification && target!.Distinct < 2)
        {
            problems.Add($"column '{target.Name}' has one label only, so there is nothing to learn");
        }

        if (inputs.Length == 0)
        {
            problems.Add("there is no input column");
        }

        Throw(request, problems);
        return new TrainingTable(task, [.. inputs.Select(column => column.Name)], categorical, Load(request, task, inputs, categorical));
    }

    private static CsvDataset<float> Load(TrainingRequest request, TrainingTask task, ColumnSummary[] inputs, string[] categorical)
    {
        // The most frequent category is the only thing that stands for a missing one.
        Dictionary<string, MissingValues> policies = request.Missing is MissingValues.Mean or MissingValues.Median
            ? categorical.ToDictionary(name => name, _ => MissingValues.MostFrequent)
            : [];
        CsvDatasetOptions options = new()
        {
            Inputs = [.. inputs.Select(column => column.Name)],
            CategoricalInputs = categorical,
            Targets = task == TrainingTask.Regression ? [request.Target] : [],
            Label = task == TrainingTask.Classification ? request.Target : null,
            Order = CategoryOrder.Sorted,
            MissingValues = request.Missing,
            MissingValuesByColumn = policies,
            MissingTexts = request.MissingTexts,
            Delimiter = request.Separator,
        };
        try
        {
            return CsvDataset.Load<float>(request.Data, options);
        }
        catch (DataFormatException exception)
        {
            throw new ToolException(Located(request.Data, exception));
        }
        catch (ArgumentException exception)
        {
            throw new ToolException($"{request.Data}: error: {exception.Message}");
        }
    }

    /// <summary>What is wrong in a file of data, with its line in front.</summary>
    private static string Located(string file, DataFormatException exception) => exception.Line > 0
        ? FormattableString.Invariant($"{file}({exception.Line}): error: {LineWords().Replace(exception.Message, "")}")
        : $"{file}: error: {exception.Message}";

    private static TrainingTask Infer(ColumnSummary target) =>
        !target.IsNumeric || (target.IsWhole && target.Distinct is >= 2 and <= MostWholeLabels && target.Count >= 3 * target.Distinct) ? TrainingTask.Classification : TrainingTask.Regression;

    private static IEnumerable<string> Missing(TrainingRequest request, IEnumerable<ColumnSummary> columns) =>
        request.Missing != MissingValues.Error ? [] : columns.Where(column => column.Missing > 0).Select(column => FormattableString.Invariant(
            $"column '{column.Name}' has {column.Missing} missing values, the first on line {column.FirstMissing}; --missing skip leaves their rows out, mean, median or most-frequent fill them in"));

    private static ColumnSummary? Find(string name, IReadOnlyList<ColumnSummary> columns, List<string> problems)
    {
        ColumnSummary[] found = [.. columns.Where(column => column.Name == name)];
        if (found.Length != 1)
        {
            string[] names = [.. columns.Select(column => column.Name)];
            problems.Add(found.Length > 1
                ? FormattableString.Invariant($"there are {found.Length} columns '{name}'")
                : $"there is no column '{name}'; the columns are {NameList.Text(names)}");
        }

        return found.Length == 1 ? found[0] : null;
    }

    private static void Throw(TrainingRequest request, List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new ToolException([.. problems.Distinct().Select(problem => $"{request.Data}: error: {problem}")]);
        }
    }

    [GeneratedRegex(@"^Line \d+(, |: )")]
    private static partial Regex LineWords();
}
