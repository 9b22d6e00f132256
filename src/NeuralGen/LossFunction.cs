namespace NeuralGen;

/// <summary>The function that training minimises and that <c>Loss</c> and <c>Gradient</c> of a network use. p is a
/// predicted value, t its target, n the number of outputs. The loss of a batch is the mean over its rows.</summary>
public enum LossFunction
{
    /// <summary>Σ (p - t)²/n. For one output it is exactly (p - t)².</summary>
    MeanSquaredError = 0,

    /// <summary>Σ |p - t|/n.</summary>
    MeanAbsoluteError,

    /// <summary>Σ h(p - t)/n with h(e) = e²/2 where |e| ≤ δ, else δ·(|e| - δ/2) (P. Huber, 1964). δ is
    /// <see cref="NeuralNetworkAttribute.LossDelta"/>.</summary>
    Huber,

    /// <summary>-Σ (t·ln p + (1 - t)·ln(1 - p))/n, for sigmoid outputs; it is computed from the value before the
    /// sigmoid, so that it stays finite. Linear outputs are taken as the values before a sigmoid.</summary>
    BinaryCrossEntropy,

    /// <summary>-Σ t·ln p, a sum over the classes, for a softmax output and a one-hot target; it is computed from
    /// the values before the softmax. Linear outputs are taken as the values before a softmax.</summary>
    CategoricalCrossEntropy,
}
