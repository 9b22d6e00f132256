namespace NeuralGen.Training;

/// <summary>Where a run is, between two steps.</summary>
internal struct TrainingPosition
{
    /// <summary>The number of finished epochs.</summary>
    public int Epoch { get; set; }

    /// <summary>The number of steps of the current epoch that are done.</summary>
    public int Batch { get; set; }

    /// <summary>The number of steps since the start.</summary>
    public long Step { get; set; }

    /// <summary>The sum of the losses of the rows of the current epoch.</summary>
    public double LossSum { get; set; }

    /// <summary>The number of rows in <see cref="LossSum"/>.</summary>
    public long LossRows { get; set; }

    public readonly double MeanLoss => LossRows == 0 ? 0 : LossSum / LossRows;
}
