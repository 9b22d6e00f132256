namespace NeuralGen;

/// <summary>What a learned normalisation takes from its data; it computes (x - mean)/scale in either case.</summary>
public enum NormalizationMethod
{
    /// <summary>The mean and the standard deviation of each column: outputs have the mean 0 and the deviation 1.</summary>
    Standard = 0,

    /// <summary>The minimum and the range (maximum - minimum) of each column, in the places of mean and scale: outputs lie between 0
    /// and 1.</summary>
    MinMax,
}
