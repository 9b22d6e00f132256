namespace NeuralGen;

/// <summary>Declares a layer of gated recurrent units (Cho et al. 2014; PyTorch's GRU): with the reset gate r and the update gate z, the candidate is
/// n = tanh(W·x + b + r·(U·h + c)) and the hidden state h' = (1 - z)·n + z·h.</summary>
/// <param name="units">the number of values of the hidden state, at least 1.</param>
public sealed class GruAttribute(int units) : RecurrentAttribute(units)
{
    /// <summary>Gets or sets a value indicating whether the reset gate comes behind the product with the hidden state, as in PyTorch; if not,
    /// n = tanh(W·x + b + U·(r·h) + c). The default is <see langword="true"/>.</summary>
    public bool LinearBeforeReset { get; set; } = true;

    /// <summary>Gets or sets the function of gates. The default is the logistic function.</summary>
    public Activation RecurrentActivation { get; set; } = Activation.Sigmoid;
}
