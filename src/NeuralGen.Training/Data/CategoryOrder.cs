namespace NeuralGen.Training;

/// <summary>The order of labels and categories that are found in a file.</summary>
public enum CategoryOrder
{
    /// <summary>In the order in which they appear first.</summary>
    FirstAppearance = 0,

    /// <summary>By the numbers of their characters (ordinal), which does not depend on the order of the rows.</summary>
    Sorted,
}
