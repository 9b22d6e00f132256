using System.Numerics;

namespace NeuralGen.Training;

/// <summary>The rows to train on and those to validate on, checked against the network and put into the order of its
/// names.</summary>
/// <param name="Training">the rows to train on.</param>
/// <param name="Validation">the rows to validate on, or null.</param>
/// <param name="ClassWeights">a weight per class in the network's order, or none.</param>
/// <param name="Order">the names of the network, or of the training rows where it has none.</param>
/// <param name="Group">the processes of which each has a part of the rows, or null for one that has all.</param>
internal sealed record TrainingData<T>(Dataset<T> Training, Dataset<T>? Validation, IReadOnlyList<double> ClassWeights, NetworkOrder Order, ITrainingGroup? Group)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets which of all training rows lie in this process.</summary>
    public RowPart TrainingPart { get; } = Group is null ? new(0, Training.Rows, Training.Rows) : RowPart.Of(Group, Training.Rows);

    /// <summary>Gets which of all validation rows lie in this process.</summary>
    public RowPart ValidationPart { get; } = Group is null ? new(0, Validation?.Rows ?? 0, Validation?.Rows ?? 0) : RowPart.Of(Group, Validation?.Rows ?? 0);

    // The processes of a group compute it together, so all of them at once.
    private readonly Lazy<string> _trainingChecksum = Group is null ? new(() => DataChecksum.Of(Training)) : new(DataChecksum.Of(Group, Training));
    private readonly Lazy<string> _validationChecksum = Group is null ? new(() => DataChecksum.Of(Validation)) : new(DataChecksum.Of(Group, Validation));

    /// <summary>Gets what tells the training rows from others; a process that trains alone computes it at the first checkpoint.</summary>
    public string TrainingChecksum => _trainingChecksum.Value;

    /// <summary>Gets what tells the validation rows from others.</summary>
    public string ValidationChecksum => _validationChecksum.Value;

    public static TrainingData<T> For(ITrainableNetwork<T> network, Dataset<T> training, Dataset<T>? validation, TrainerOptions options, ITrainingGroup? group)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(training);
        NetworkOrder order = NetworkOrder.Of(network);
        (Dataset<T> arranged, int[] classes) = Arrange(network, order, training, nameof(training));
        if (validation is not null)
        {
            (validation, _) = Arrange(network, order.Else(arranged), validation, nameof(validation));
        }

        if (options.ClassWeights.Count > 0 && options.ClassWeights.Count != training.ClassCount)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {options.ClassWeights.Count} class weights and {training.ClassCount} classes."), nameof(options));
        }

        double[] weights = options.ClassWeights.Count == 0 ? [] : Array.ConvertAll(classes, index => options.ClassWeights[index]);
        if (options.ValidationSplit == 0)
        {
            return new(arranged, validation, weights, order.Else(arranged), group);
        }

        if (group is not null)
        {
            throw new ArgumentException("A process of a group has a part of the rows, from which no validation rows can be drawn: give each process its part of the validation rows instead of a ValidationSplit.", nameof(options));
        }

        if (validation is not null)
        {
            throw new ArgumentException("There are validation rows and a validation split; only one of them can be used.", nameof(validation));
        }

        int validationRows = arranged.RowsOf(options.ValidationSplit);
        if (validationRows == 0 || validationRows == arranged.Rows)
        {
            string purpose = validationRows == 0 ? "for validation" : "to train on";
            throw new ArgumentException(FormattableString.Invariant($"ValidationSplit of {options.ValidationSplit} leaves 0 of {arranged.Rows} rows {purpose}."), nameof(options));
        }

        (Dataset<T> first, Dataset<T> second) = arranged.Split(options.ValidationSplit, options.Seed, options.StratifiedValidationSplit);
        return new(first, second, weights, order.Else(arranged), group);
    }

    /// <summary>Checks data against a network, and puts it into the order of some names.</summary>
    public static (Dataset<T> Data, int[] Classes) Arrange(ITrainableNetwork<T> network, NetworkOrder order, Dataset<T> data, string name)
    {
        order.CheckLabels(data, name);
        bool isPair = order.Labels.Count == 2 && data.Labels.Count == 2 && network.OutputSize <= 2;
        CheckSizes(network, data, name, isPair);

        // Two labels may have a target each while the network has one output, or the other way round.
        LossFunction loss = data.TargetSize == network.OutputSize ? network.LossFunction
            : data.TargetSize == 1 ? LossFunction.BinaryCrossEntropy
            : LossFunction.CategoricalCrossEntropy;
        TargetRange.Check(loss, data, name);
        return order.Arrange(data, network.OutputSize, name);
    }

    /// <param name="network">the network.</param>
    /// <param name="data">the data.</param>
    /// <param name="name">what the data is called in messages.</param>
    /// <param name="isPair">whether one target and two targets mean the same, since both have the same two labels.</param>
    private static void CheckSizes(ITrainableNetwork<T> network, Dataset<T> data, string name, bool isPair)
    {
        if (data.InputSize != network.InputSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"The {name} inputs have {data.InputSize} values each; the network needs {network.InputSize}."), name);
        }

        if (data.TargetSize != network.OutputSize && !isPair)
        {
            string cure = data.Labels.Count == 2 && network is { OutputSize: 1, LabelNames.Length: 0 }
                ? $" Declare the labels {NameList.Text(data.Labels)} on the network, whose output is the probability of the second."
                : string.Empty;
            throw new ArgumentException(FormattableString.Invariant($"The {name} targets have {data.TargetSize} values each; the network has {network.OutputSize} outputs.{cure}"), name);
        }
    }
}
