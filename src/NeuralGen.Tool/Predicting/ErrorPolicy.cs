namespace NeuralGen.Tool.Predicting;

/// <summary>What happens with a row that cannot be predicted.</summary>
internal enum ErrorPolicy
{
    /// <summary>Nothing is written.</summary>
    Stop = 0,

    /// <summary>The row is left out.</summary>
    Skip,

    /// <summary>A row with a mark stands in its place.</summary>
    Mark,
}
