namespace NeuralGen.DuckDB;

/// <summary>What a network gives as a function of SQL.</summary>
public enum NetworkResult
{
    /// <summary>The label, if the network has labels, else its outputs.</summary>
    Automatic,

    /// <summary>The label as text: that of the largest output, the first of several that are equal, or of one output the second
    /// label from 0.5 up.</summary>
    Label,

    /// <summary>The outputs: a number if there is one; a struct if their names or labels are declared; else a list.</summary>
    Outputs,
}
