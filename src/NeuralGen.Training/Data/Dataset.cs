using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Rows of inputs and the targets that belong to them, in contiguous memory.</summary>
/// <remarks>
/// <para>A row's class, for class weights and stratified splits, is the index of its largest target (the first if several
/// are equal); with one target it is 1 from 0.5 up, else 0. Where rows have several labels or none
/// (<see cref="IsMultiLabel"/>), these go by all labels of a row.</para>
/// <para>A data set may have names. They let training put the columns into the order of the network's own names, and are an
/// error where they contradict these.</para>
/// </remarks>
/// <typeparam name="T">the type of the values.</typeparam>
public sealed class Dataset<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _inputs;
    private readonly T[] _targets;
    private readonly IReadOnlyList<string> _inputNames = [];
    private readonly IReadOnlyList<string> _targetNames = [];
    private readonly IReadOnlyList<string> _labels = [];

    /// <summary>Initializes a new instance of the <see cref="Dataset{T}"/> class from contiguous values; they are
    /// copied.</summary>
    /// <param name="inputs">the inputs, row-major [rows, <paramref name="inputSize"/>].</param>
    /// <param name="targets">the targets, row-major [rows, <paramref name="targetSize"/>].</param>
    /// <param name="inputSize">the number of values of one input, at least 1.</param>
    /// <param name="targetSize">the number of values of one target, at least 1.</param>
    /// <exception cref="ArgumentException">a length is no multiple of a row's, the numbers of rows differ, there is no row, or a
    /// value is not finite.</exception>
    public Dataset(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, int inputSize, int targetSize)
        : this((inputs.ToArray(), inputSize), (targets.ToArray(), targetSize))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="Dataset{T}"/> class from a row each; they are copied.</summary>
    /// <param name="inputs">the inputs, all of the same length.</param>
    /// <param name="targets">the targets, all of the same length.</param>
    /// <exception cref="ArgumentException">the lengths or the numbers of rows differ, there is no row, or a value is not
    /// finite.</exception>
    public Dataset(IReadOnlyList<T[]> inputs, IReadOnlyList<T[]> targets)
        : this(Flatten(inputs, nameof(inputs)), Flatten(targets, nameof(targets)))
    {
    }

    private Dataset((T[] Values, int Size) inputs, (T[] Values, int Size) targets)
    {
        int inputRows = CountRows(inputs.Values, inputs.Size, nameof(inputs));
        int targetRows = CountRows(targets.Values, targets.Size, nameof(targets));
        if (inputRows != targetRows)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {inputRows} rows of inputs and {targetRows} rows of targets."), nameof(targets));
        }

        RequireFinite(inputs.Values, inputs.Size, nameof(inputs));
        RequireFinite(targets.Values, targets.Size, nameof(targets));
        (_inputs, InputSize) = inputs;
        (_targets, TargetSize) = targets;
        Rows = inputRows;
    }

    /// <summary>Gets the number of rows.</summary>
    public int Rows { get; }

    /// <summary>Gets the number of values of one input.</summary>
    public int InputSize { get; }

    /// <summary>Gets the number of values of one target.</summary>
    public int TargetSize { get; }

    /// <summary>Gets the names of the inputs in their order, or none.</summary>
    /// <exception cref="ArgumentException">there are more or fewer names than inputs, or one twice.</exception>
    public IReadOnlyList<string> InputNames
    {
        get => _inputNames;
        init => _inputNames = NameList.Checked(value, InputSize, "names of inputs", "inputs");
    }

    /// <summary>Gets the names of the targets in their order, or none.</summary>
    /// <exception cref="ArgumentException">there are more or fewer names than targets, or one twice.</exception>
    public IReadOnlyList<string> TargetNames
    {
        get => _targetNames;
        init => _targetNames = NameList.Checked(value, TargetSize, "names of targets", "targets");
    }

    /// <summary>Gets the labels that the classes stand for, in their order, or none: one per target, or two for one target, which is
    /// the probability of the second.</summary>
    /// <exception cref="ArgumentException">there are more or fewer labels than classes, or one twice.</exception>
    public IReadOnlyList<string> Labels
    {
        get => _labels;
        init => _labels = NameList.Checked(value, value is { Count: 1 } ? TargetSize : ClassCount, "labels", "classes");
    }

    /// <summary>Gets the number of classes that a row can have: the number of targets, or 2 if there is one target.</summary>
    public int ClassCount => Math.Max(2, TargetSize);

    /// <summary>Gets the inputs, row-major [<see cref="Rows"/>, <see cref="InputSize"/>].</summary>
    public ReadOnlySpan<T> Inputs => _inputs;

    /// <summary>Gets the targets, row-major [<see cref="Rows"/>, <see cref="TargetSize"/>].</summary>
    public ReadOnlySpan<T> Targets => _targets;

    /// <summary>Gets a value indicating whether rows have several labels, or none, instead of one class: there are several targets,
    /// all 0 or 1, and those of some row do not add up to 1.</summary>
    public bool IsMultiLabel => MultiLabelTargets.AreIn<T>(_targets, TargetSize);

    /// <summary>Gets a row.</summary>
    /// <param name="index">the row, from 0.</param>
    /// <returns>its input and its target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">there is no such row.</exception>
    public DatasetRow<T> Row(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Rows);
        return new(_inputs.AsSpan(index * InputSize, InputSize), _targets.AsSpan(index * TargetSize, TargetSize));
    }

    /// <summary>Gets the class of a row.</summary>
    /// <param name="index">the row, from 0.</param>
    /// <returns>the class, from 0 to <see cref="ClassCount"/> - 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">there is no such row.</exception>
    public int ClassOf(int index) => Decision.ClassOf(Row(index).Target);

    /// <summary>Computes weights that let every class count the same: rows/(classes·rows of the class), scikit-learn's
    /// <c>class_weight="balanced"</c>. Where rows have several labels, they count for each of these, and the number of all labels of
    /// all rows takes the place of the number of rows.</summary>
    /// <returns>a weight per class, for <see cref="TrainerOptions.ClassWeights"/>.</returns>
    /// <exception cref="InvalidOperationException">a class has no row.</exception>
    public double[] BalancedClassWeights()
    {
        double[] counts = IsMultiLabel ? MultiLabelTargets.Counts<T>(_targets, TargetSize) : ClassCounts();

        int missing = Array.IndexOf(counts, 0);
        double total = counts.Sum();
        return missing < 0
            ? Array.ConvertAll(counts, count => total / (counts.Length * count))
            : throw new InvalidOperationException(FormattableString.Invariant($"Class {missing} has no row, so it has no balanced weight."));
    }

    /// <summary>Splits the rows at random into two parts.</summary>
    /// <param name="fraction">the share of the second part, above 0 and less than 1; its number of rows is
    /// rounded.</param>
    /// <param name="seed">the seed; the same seed gives the same parts on every machine.</param>
    /// <param name="stratified">whether both parts have the classes in the proportions of the whole, as far as whole rows
    /// allow; where rows have several labels, each label (iterative stratification, Sechidis et al. 2011).</param>
    /// <returns>the first part, to train on, and the second part, to test on; both are copies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">the fraction is outside its range.</exception>
    /// <exception cref="ArgumentException">a part would have no row.</exception>
    public (Dataset<T> Training, Dataset<T> Test) Split(double fraction, int seed, bool stratified = false)
    {
        HyperParameter.Positive(fraction, nameof(fraction));
        HyperParameter.Fraction(fraction, nameof(fraction));
        int testRows = RowsOf(fraction);
        if (testRows == 0 || testRows == Rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"A fraction of {fraction} puts {testRows} of {Rows} rows into the second part; both parts need a row."), nameof(fraction));
        }

        int[] order = [.. Enumerable.Range(0, Rows)];
        SplitMix64.ForSequence(seed, RandomPurpose.Split, 0).Shuffle<int>(order);
        if (stratified)
        {
            order = IsMultiLabel
                ? IterativeStratification.Arrange(order, TargetSize, (row, label) => Row(row).Target[label] != T.Zero, testRows)
                : StratifiedOrder.Arrange(order, Array.ConvertAll(order, ClassOf), ClassCount, testRows);
        }

        return (Select(order.AsSpan(testRows)), Select(order.AsSpan(0, testRows)));
    }

    /// <summary>Gets the number of rows that a share of all rounds to.</summary>
    internal int RowsOf(double fraction) => (int)Math.Round(fraction * Rows, MidpointRounding.AwayFromZero);

    private double[] ClassCounts()
    {
        double[] counts = new double[ClassCount];
        for (int row = 0; row < Rows; row++)
        {
            counts[ClassOf(row)]++;
        }

        return counts;
    }

    private static int CountRows(T[] values, int size, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, name);
        return values.Length > 0 && values.Length % size == 0
            ? values.Length / size
            : throw new ArgumentException(FormattableString.Invariant($"The {name} have {values.Length} values; a multiple of {size}, and at least one row, is needed."), name);
    }

    private static (T[] Values, int Size) Flatten(IReadOnlyList<T[]> rows, string name)
    {
        ArgumentNullException.ThrowIfNull(rows, name);
        for (int row = 1; row < rows.Count; row++)
        {
            if (rows[row].Length != rows[0].Length)
            {
                throw new ArgumentException(FormattableString.Invariant($"Row {row} of the {name} has {rows[row].Length} values; row 0 has {rows[0].Length}."), name);
            }
        }

        return ([.. rows.SelectMany(row => row)], rows.Count == 0 ? 1 : rows[0].Length);
    }

    private static void RequireFinite(T[] values, int size, string name)
    {
        if (!TensorPrimitives.IsFiniteAll<T>(values))
        {
            int index = Array.FindIndex(values, value => !T.IsFinite(value));
            throw new ArgumentException(FormattableString.Invariant($"Row {index / size}, column {index % size} of the {name} is {values[index]}; training needs finite numbers."), name);
        }
    }

    private Dataset<T> Select(ReadOnlySpan<int> rows)
    {
        T[] inputs = new T[rows.Length * InputSize];
        T[] targets = new T[rows.Length * TargetSize];
        for (int index = 0; index < rows.Length; index++)
        {
            DatasetRow<T> row = Row(rows[index]);
            row.Input.CopyTo(inputs.AsSpan(index * InputSize));
            row.Target.CopyTo(targets.AsSpan(index * TargetSize));
        }

        return new((inputs, InputSize), (targets, TargetSize)) { InputNames = InputNames, TargetNames = TargetNames, Labels = Labels };
    }
}
