namespace NeuralGen.Training;

/// <summary>What the outputs of a network are on; metrics get probabilities from all but <see cref="Values"/>.</summary>
public enum OutputScale
{
    /// <summary>The trainer finds it out: a network whose loss is no cross-entropy has values; for the others it compares the
    /// network's loss of some rows with the loss that its outputs would have on each scale.</summary>
    Automatic = 0,

    /// <summary>Numbers that metrics get as they are.</summary>
    Values,

    /// <summary>Probabilities, of a sigmoid or softmax output.</summary>
    Probabilities,

    /// <summary>The values before a sigmoid (loss <see cref="LossFunction.BinaryCrossEntropy"/>) or a softmax, of a linear output:
    /// a probability of 0.5 is the logit 0.</summary>
    Logits,

    /// <summary>The logarithms of probabilities, of a log-softmax output.</summary>
    LogProbabilities,
}
