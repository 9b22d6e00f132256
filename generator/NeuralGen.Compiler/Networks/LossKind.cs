namespace NeuralGen.Compiler.Networks;

/// <summary>The loss functions that a declaration can name.</summary>
internal enum LossKind
{
    /// <summary>The mean of (prediction - target)².</summary>
    MeanSquaredError,

    /// <summary>The mean of |prediction - target|.</summary>
    MeanAbsoluteError,

    /// <summary>Squared near the target, absolute beyond delta.</summary>
    Huber,

    /// <summary>For a probability per output.</summary>
    BinaryCrossEntropy,

    /// <summary>For a distribution over classes.</summary>
    CategoricalCrossEntropy,
}
