namespace NeuralGen.Training;

/// <summary>Which columns of a CSV file are inputs and targets, and how they are written.</summary>
/// <remarks>Give one of <see cref="Targets"/>, <see cref="Label"/> and <see cref="LabelColumns"/>. Names of columns are those of the file's first row; upper
/// and lower case matter.</remarks>
public sealed class CsvDatasetOptions
{
    /// <summary>Gets the names of the input columns, in the order of the network's inputs.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Gets the names of those input columns that hold categories instead of numbers; each becomes a value per
    /// category, 1 for the row's category and 0 for the others (one-hot).</summary>
    public IReadOnlyList<string> CategoricalInputs { get; init; } = [];

    /// <summary>Gets the categories of categorical inputs by column, in order; a category that is not among them is an error.
    /// Columns without an entry get those that the file has. To read a test file like the training file, pass what
    /// <see cref="CsvDataset{T}.Categories"/> was for the latter.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Categories { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Gets the names of the target columns, which hold numbers.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Gets the name of the column with the label, which becomes a target per label, 1 for the row's label and 0 for
    /// the others (one-hot).</summary>
    public string? Label { get; init; }

    /// <summary>Gets the labels in order; a label that is not among them is an error. If there are none, they are those that the
    /// file has.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Gets the names of columns that hold 0 or 1 and are a label each, of which a row can have several or none.</summary>
    public IReadOnlyList<string> LabelColumns { get; init; } = [];

    /// <summary>Gets the order of the labels and categories that are not given.</summary>
    public CategoryOrder Order { get; init; }

    /// <summary>Gets what happens where a value is missing in a column that is read. Targets and labels are never filled in: unless
    /// their rows are skipped, a missing one is an error.</summary>
    public MissingValues MissingValues { get; init; }

    /// <summary>Gets what happens where a value is missing, by column; it comes before <see cref="MissingValues"/>.</summary>
    public IReadOnlyDictionary<string, MissingValues> MissingValuesByColumn { get; init; } = new Dictionary<string, MissingValues>();

    /// <summary>Gets what missing values of an input column are filled with, as it would stand in the file, by column; it comes before
    /// everything else. To read a test file like the training file, pass what <see cref="CsvDataset{T}.MissingConstants"/> was for
    /// the latter.</summary>
    public IReadOnlyDictionary<string, string> MissingConstants { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets what <see cref="MissingValues.Constant"/> fills in where <see cref="MissingConstants"/> has nothing.</summary>
    public string MissingConstant { get; init; } = "0";

    /// <summary>Gets the texts that stand for a missing value besides the empty one, such as NA or ?.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = [];

    /// <summary>Gets the character between fields: a printable ASCII character, or a tab. A first line <c>sep=;</c>, which Excel writes
    /// and reads, is skipped, and its character comes before this one.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Gets the character before the decimals of a number: a point or a comma.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <summary>Gets the character that lines to skip begin with, such as #, or null if there are none.</summary>
    public char? CommentPrefix { get; init; }
}
