namespace NeuralGen.Training;

/// <summary>What random numbers are for; those of different purposes are independent for the same seed.</summary>
internal enum RandomPurpose
{
    /// <summary>Splitting a data set.</summary>
    Split = 1,

    /// <summary>The order of the rows in an epoch.</summary>
    Order,

    /// <summary>The seed of a step's dropout.</summary>
    Dropout,
}
