namespace NeuralGen;

/// <summary>What <see cref="RnnAttribute"/>, <see cref="GruAttribute"/> and <see cref="LstmAttribute"/> have in common: a layer over a sequence of
/// shape [time, features], with PyTorch's numbers and formulas.</summary>
/// <remarks>The layer gives the last hidden state, of both directions one behind the other; with <see cref="ReturnSequences"/> those of all steps,
/// [time, units]; with <see cref="Outputs"/> both, under names.</remarks>
public abstract class RecurrentAttribute : LayerAttribute
{
    /// <summary>Begins the declaration of a layer.</summary>
    /// <param name="units">the number of values of the hidden state, at least 1.</param>
    protected RecurrentAttribute(int units) => Units = units;

    /// <summary>Gets the number of values of the hidden state, at least 1.</summary>
    public int Units { get; }

    /// <summary>Gets or sets how many such layers stand one on the other, up to 8; those above the first take their numbers from a weights
    /// file, or training finds them.</summary>
    public int Layers { get; set; } = 1;

    /// <summary>Gets or sets a value indicating whether the layer gives the hidden states of all steps instead of the last.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Gets or sets a value indicating whether a second set of units goes from the last step to the first.</summary>
    public bool Bidirectional { get; set; }

    /// <summary>Gets or sets a value indicating whether the layer goes from the last step to the first.</summary>
    public bool Reversed { get; set; }

    /// <summary>Gets or sets the function of candidates, or of the sums of a layer without gates. The default is the hyperbolic tangent.</summary>
    public Activation Activation { get; set; } = Activation.Tanh;

    /// <summary>Gets or sets the bound of what functions of gates and candidates read; none when left out.</summary>
    public double Clip { get; set; }

    /// <summary>Gets or sets names for the hidden states of all steps, the last hidden states, and of <see cref="LstmAttribute"/> the last cell
    /// states.</summary>
    public string[]? Outputs { get; set; }

    /// <summary>Gets or sets the weights, row-major [gates·units, features], gates in PyTorch's order: r z n of a GRU, i f g o of an LSTM. They may
    /// be left out in a trainable network, and where a weights file has them.</summary>
    public double[]? Weights { get; set; }

    /// <summary>Gets or sets the weights of the hidden state, row-major [gates·units, units].</summary>
    public double[]? RecurrentWeights { get; set; }

    /// <summary>Gets or sets the bias, a value per row of <see cref="Weights"/>; none when left out.</summary>
    public double[]? Bias { get; set; }

    /// <summary>Gets or sets the bias, a value per row of <see cref="RecurrentWeights"/>; none when left out.</summary>
    public double[]? RecurrentBias { get; set; }

    /// <summary>Gets or sets a value indicating whether a layer of a trainable network that is declared without
    /// weights has biases. The default is <see langword="true"/>.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Weights"/> are taken from.</summary>
    public string? WeightsTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="RecurrentWeights"/> are taken from.</summary>
    public string? RecurrentWeightsTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Bias"/> is taken from.</summary>
    public string? BiasTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="RecurrentBias"/> is taken from.</summary>
    public string? RecurrentBiasTensor { get; set; }
}
