using System.Numerics;

namespace NeuralGen.Training;

/// <summary>The units in which a run trains: targets less the mean, divided by the standard deviation of the training rows'.</summary>
/// <param name="Scale">the deviation of each target, 1 for one that never changes.</param>
/// <param name="Shift">the mean of each target.</param>
internal sealed record TargetScale<T>(T[] Scale, T[] Shift)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Learns the units from the training rows.</summary>
    public static TargetScale<T> Of(Dataset<T> training, ITrainingGroup group)
    {
        double[] mean = new double[training.TargetSize];
        double[] deviation = new double[training.TargetSize];
        if (group.Size == 1)
        {
            Standardization.Fit(Array.ConvertAll(training.Targets.ToArray(), double.CreateChecked), mean, deviation);
        }
        else
        {
            GroupMoments moments = GroupMoments.Of(group, training.Targets, training.TargetSize);
            (mean, deviation) = (moments.Means, moments.Deviations);
        }

        // A deviation that the precision cannot hold is as good as none.
        T[] scale = Array.ConvertAll(deviation, T.CreateSaturating);
        return new(Array.ConvertAll(scale, value => value > T.Zero ? value : T.One), Array.ConvertAll(mean, T.CreateSaturating));
    }

    /// <summary>Puts data's targets into these units.</summary>
    public Dataset<T> Apply(Dataset<T> data)
    {
        T[] targets = data.Targets.ToArray();
        for (int index = 0; index < targets.Length; index++)
        {
            int column = index % Scale.Length;
            targets[index] = (targets[index] - Shift[column]) / Scale[column];
        }

        return new(data.Inputs, targets, data.InputSize, data.TargetSize);
    }

    /// <summary>Puts outputs into the data's units.</summary>
    public void Restore(Span<T> outputs)
    {
        for (int index = 0; index < outputs.Length; index++)
        {
            int column = index % Scale.Length;
            outputs[index] = (outputs[index] * Scale[column]) + Shift[column];
        }
    }

    /// <summary>Lets a network that was trained in these units predict in the data's.</summary>
    public void Fold(ITrainableNetwork<T> network) => network.ScaleOutputs(Scale, Shift);

    /// <summary>Lets a network that predicts in the data's units predict in these.</summary>
    public void Unfold(ITrainableNetwork<T> network)
    {
        T[] scale = Array.ConvertAll(Scale, value => T.One / value);
        T[] shift = [.. Shift.Zip(Scale, (mean, deviation) => -mean / deviation)];
        network.ScaleOutputs(scale, shift);
    }

    /// <summary>Checks that a network's outputs can be scaled, before any time goes into training it.</summary>
    public static void Require(ITrainableNetwork<T> network)
    {
        if (network.LossFunction is LossFunction.BinaryCrossEntropy or LossFunction.CategoricalCrossEntropy)
        {
            throw new ArgumentException($"ScaleTargets is for targets that are amounts; the network's loss is {network.LossFunction}.", nameof(network));
        }

        T[] parameters = network.Parameters.ToArray();
        T[] ones = new T[network.OutputSize];
        Array.Fill(ones, T.One);
        network.ScaleOutputs(ones, new T[network.OutputSize]);
        parameters.CopyTo(network.Parameters);
    }
}
