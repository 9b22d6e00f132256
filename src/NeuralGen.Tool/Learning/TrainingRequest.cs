using NeuralGen.Training;

namespace NeuralGen.Tool.Learning;

/// <summary>What a command line says of a training.</summary>
internal sealed record TrainingRequest
{
    /// <summary>The file with the data.</summary>
    public required string Data { get; init; }

    /// <summary>The column that is learned.</summary>
    public required string Target { get; init; }

    /// <summary>What is learned; null to find out.</summary>
    public TrainingTask? Task { get; init; }

    /// <summary>The input columns; empty for all others.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Columns that are no inputs.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Columns of numbers that stand for categories.</summary>
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>What happens where a value is missing.</summary>
    public MissingValues Missing { get; init; }

    /// <summary>Texts that stand for a missing value.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = [];

    /// <summary>What stands between fields.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>The hidden layers.</summary>
    public required IReadOnlyList<string> Layers { get; init; }

    /// <summary>How to train.</summary>
    public int Epochs { get; init; }

    /// <summary>The rows of a step.</summary>
    public int BatchSize { get; init; }

    /// <summary>The length of a step.</summary>
    public double LearningRate { get; init; }

    /// <summary>The optimizer's name.</summary>
    public string Optimizer { get; init; } = "adam";

    /// <summary>The share of rows that are held back.</summary>
    public double Validation { get; init; }

    /// <summary>After how many epochs without improvement training stops; 0 for never.</summary>
    public int Patience { get; init; }

    /// <summary>The seed of everything that is drawn.</summary>
    public int Seed { get; init; }

    /// <summary>How many examples the file gets.</summary>
    public int Tests { get; init; }

    /// <summary>Where checkpoints go; null for nowhere.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The checkpoint to go on from; null for none.</summary>
    public string? Resume { get; init; }
}
