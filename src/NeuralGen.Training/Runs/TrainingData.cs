using System.Numerics;

namespace NeuralGen.Training;

/// <summary>The rows to train on and those to validate on, checked against the network.</summary>
internal sealed record TrainingData<T>(Dataset<T> Training, Dataset<T>? Validation)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static TrainingData<T> For(ITrainableNetwork<T> network, Dataset<T> training, Dataset<T>? validation, TrainerOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(training);
        CheckSizes(network, training, nameof(training));
        if (validation is not null)
        {
            CheckSizes(network, validation, nameof(validation));
        }

        if (options.ClassWeights.Count > 0 && options.ClassWeights.Count != training.ClassCount)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {options.ClassWeights.Count} class weights and {training.ClassCount} classes."), nameof(options));
        }

        if (options.ValidationSplit == 0)
        {
            return new(training, validation);
        }

        if (validation is not null)
        {
            throw new ArgumentException("There are validation rows and a validation split; only one of them can be used.", nameof(validation));
        }

        (Dataset<T> first, Dataset<T> second) = training.Split(options.ValidationSplit, options.Seed);
        return new(first, second);
    }

    public static void CheckSizes(ITrainableNetwork<T> network, Dataset<T> data, string name)
    {
        if (data.InputSize != network.InputSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"The {name} inputs have {data.InputSize} values each; the network needs {network.InputSize}."), name);
        }

        if (data.TargetSize != network.OutputSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"The {name} targets have {data.TargetSize} values each; the network has {network.OutputSize} outputs."), name);
        }
    }
}
