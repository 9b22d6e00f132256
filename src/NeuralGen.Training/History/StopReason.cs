namespace NeuralGen.Training;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs are done.</summary>
    Completed = 0,

    /// <summary>The loss did not improve for as many epochs as
    /// <see cref="TrainerOptions.EarlyStoppingPatience"/> says.</summary>
    EarlyStopping,

    /// <summary>It was cancelled.</summary>
    Canceled,

    /// <summary>A loss, a gradient or a parameter became infinite or no number.</summary>
    Diverged,
}
