namespace NeuralGen;

/// <summary>Declares a layer of long short-term memory (Hochreiter and Schmidhuber 1997; PyTorch's LSTM): with the gates i, f and o and the candidate
/// g, the cell state is c' = f·c + i·g and the hidden state h' = o·tanh(c').</summary>
/// <param name="units">the number of values of the hidden state, at least 1.</param>
public sealed class LstmAttribute(int units) : RecurrentAttribute(units)
{
    /// <summary>Gets or sets the function of gates. The default is the logistic function.</summary>
    public Activation RecurrentActivation { get; set; } = Activation.Sigmoid;

    /// <summary>Gets or sets the function of the cell state on its way into the hidden state. The default is
    /// <see cref="RecurrentAttribute.Activation"/>.</summary>
    public Activation OutputActivation { get; set; } = Activation.Tanh;

    /// <summary>Gets or sets a value indicating whether the forget gate is 1 less the input gate.</summary>
    public bool Coupled { get; set; }

    /// <summary>Gets or sets what the input, the forget and the output gate get from the cell state, [3·units]; nothing when left out.</summary>
    public double[]? Peepholes { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Peepholes"/> are taken from.</summary>
    public string? PeepholesTensor { get; set; }
}
