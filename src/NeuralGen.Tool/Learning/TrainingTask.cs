namespace NeuralGen.Tool.Learning;

/// <summary>What is learned.</summary>
internal enum TrainingTask
{
    /// <summary>A number.</summary>
    Regression = 0,

    /// <summary>A label.</summary>
    Classification,
}
