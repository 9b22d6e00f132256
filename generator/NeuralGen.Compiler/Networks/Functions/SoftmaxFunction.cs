namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>Shares of e^x among all values of a row, in one of its forms.</summary>
internal abstract record SoftmaxFunction : ActivationFunction
{
    /// <summary>Whether the shares are those of e^-x.</summary>
    public virtual bool IsNegated => false;

    /// <summary>Whether the results are the shares' logarithms.</summary>
    public virtual bool IsLogarithm => false;
}
