namespace NeuralGen.Training;

/// <summary>What the outputs of a classifier tell.</summary>
public enum Classification
{
    /// <summary>Several outputs with the loss <see cref="LossFunction.BinaryCrossEntropy"/> are <see cref="MultiLabel"/>, others
    /// <see cref="MultiClass"/>.</summary>
    Automatic = 0,

    /// <summary>Every row has one class: that of the largest output, the first if several are equal; with one output the second of
    /// two classes from 0.5 up, else the first.</summary>
    MultiClass,

    /// <summary>Every output is a decision of its own, yes from 0.5 up: a row can have several labels or none.</summary>
    MultiLabel,
}
