namespace NeuralGen.Training;

/// <summary>Which columns of a CSV file are inputs and targets, and how they are written.</summary>
/// <remarks>Give either <see cref="Targets"/> or <see cref="Label"/>. Names of columns are those of the file's first row; upper
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

    /// <summary>Gets the order of the labels and categories that are not given.</summary>
    public CategoryOrder Order { get; init; }

    /// <summary>Gets what happens to rows with a missing value in a column that is read.</summary>
    public MissingValues MissingValues { get; init; }

    /// <summary>Gets the texts that stand for a missing value besides the empty one, such as NA or ?.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = [];

    /// <summary>Gets the character between fields, an ASCII character.</summary>
    public char Delimiter { get; init; } = ',';
}
