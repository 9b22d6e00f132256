using System.Numerics;

namespace NeuralGen.Training;

/// <summary>The names that data is put into the order of: a network's, or where it has none, those of other data.</summary>
internal sealed record NetworkOrder(IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<string> Labels)
{
    public static NetworkOrder Of<T>(ITrainableNetwork<T> network)
        where T : unmanaged => new([.. network.InputNames], [.. network.OutputNames], [.. network.LabelNames]);

    /// <summary>Takes the names of some data where there are none.</summary>
    public NetworkOrder Else<T>(Dataset<T> data)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
            Inputs.Count > 0 ? Inputs : data.InputNames,
            Outputs.Count > 0 || Labels.Count > 0 ? Outputs : data.TargetNames,
            Labels.Count > 0 || Outputs.Count > 0 ? Labels : data.Labels);

    /// <summary>Puts data into the order of these names.</summary>
    /// <param name="data">the data, whose sizes are the network's, but that two labels may have one target or two.</param>
    /// <param name="outputSize">the network's number of outputs.</param>
    /// <param name="name">what the data is called in messages.</param>
    /// <returns>the data, and the data's number of each class in this order.</returns>
    public (Dataset<T> Data, int[] Classes) Arrange<T>(Dataset<T> data, int outputSize, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] inputs = NameMatch.Order(data.InputNames, Inputs, $"{name} inputs", name) ?? Identity(data.InputSize);
        int[] classes = Classes(data, name);
        bool isSame = inputs.AsSpan().SequenceEqual(Identity(data.InputSize)) && classes.AsSpan().SequenceEqual(Identity(classes.Length)) && data.TargetSize == outputSize;
        return isSame ? (data, classes) : (Arrange(data, inputs, classes, outputSize), classes);
    }

    /// <summary>Checks the labels of data, before its sizes are.</summary>
    public void CheckLabels<T>(Dataset<T> data, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Labels.Count > 0 && data.Labels.Count > 0 && !Labels.ToHashSet().SetEquals(data.Labels))
        {
            string cure = data.Labels.All(Labels.Contains) ? " Read the data with the network's labels (CsvDatasetOptions.Labels)." : string.Empty;
            throw new ArgumentException($"The {name} data has the labels {NameList.Text(data.Labels)}; those of the network are {NameList.Text(Labels)}.{cure}", name);
        }
    }

    private static int[] Identity(int count) => [.. Enumerable.Range(0, count)];

    private static Dataset<T> Arrange<T>(Dataset<T> data, int[] inputs, int[] classes, int outputSize)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] newInputs = new T[data.Inputs.Length];
        T[] newTargets = new T[data.Rows * outputSize];
        for (int index = 0; index < data.Rows; index++)
        {
            DatasetRow<T> row = data.Row(index);
            for (int input = 0; input < inputs.Length; input++)
            {
                newInputs[(index * inputs.Length) + input] = row.Input[inputs[input]];
            }

            for (int output = 0; output < outputSize; output++)
            {
                newTargets[(index * outputSize) + output] = TargetOf(row.Target, classes[outputSize == 1 ? ^1 : output]);
            }
        }

        return new(newInputs, newTargets, inputs.Length, outputSize)
        {
            InputNames = Pick(data.InputNames, inputs),
            TargetNames = data.TargetSize == outputSize && outputSize > 1 ? Pick(data.TargetNames, classes) : [],
            Labels = Pick(data.Labels, classes),
        };
    }

    // One target is the probability of class 1; a single value that stands for no classes has the order 0.
    private static T TargetOf<T>(ReadOnlySpan<T> target, int index)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        target.Length > 1 || index == 1 ? target[Math.Min(index, target.Length - 1)] : T.One - target[0];

    private static string[] Pick(IReadOnlyList<string> names, int[] order) => names.Count == 0 ? [] : Array.ConvertAll(order, index => names[index]);

    private int[] Classes<T>(Dataset<T> data, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Labels.Count > 0 && data.Labels.Count > 0)
        {
            return [.. Labels.Select(label => NameMatch.IndexOf(data.Labels, label))];
        }

        IReadOnlyList<string> names = data.Labels.Count == data.TargetSize ? data.Labels : data.TargetNames;
        int[]? order = data.TargetSize == 1 ? null : NameMatch.Order(names, Outputs, $"{name} targets", name) ?? NameMatch.Order(names, Labels, $"{name} targets", name);
        return order ?? Identity(data.ClassCount);
    }
}
