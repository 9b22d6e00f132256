namespace NeuralGen;

/// <summary>Declares attention over sequences of shape [time, features] (Vaswani et al. 2017; PyTorch's MultiheadAttention): for each head
/// softmax(Q·Kᵀ/√(features of a head))·V, between a dense layer that makes queries, keys and values and one that joins the heads.</summary>
/// <remarks>It reads one sequence, or queries and another sequence, or queries, keys and values.</remarks>
/// <param name="heads">the number of heads, which divides the features.</param>
public sealed class MultiHeadAttentionAttribute(int heads) : LayerAttribute
{
    /// <summary>Gets the number of heads.</summary>
    public int Heads { get; } = heads;

    /// <summary>Gets or sets a value indicating whether a step asks no later ones.</summary>
    public bool Causal { get; set; }

    /// <summary>Gets or sets the weights of queries, keys and values, row-major [3·features, features]. They may be left out in a trainable
    /// network, and where a weights file has them.</summary>
    public double[]? Weights { get; set; }

    /// <summary>Gets or sets the bias, a value per row of <see cref="Weights"/>; none when left out.</summary>
    public double[]? Bias { get; set; }

    /// <summary>Gets or sets the weights of what the heads found, row-major [features, features].</summary>
    public double[]? OutputWeights { get; set; }

    /// <summary>Gets or sets the bias, a value per row of <see cref="OutputWeights"/>; none when left out.</summary>
    public double[]? OutputBias { get; set; }

    /// <summary>Gets or sets a value indicating whether a layer of a trainable network that is declared without
    /// weights has biases. The default is <see langword="true"/>.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Weights"/> are taken from.</summary>
    public string? WeightsTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="Bias"/> is taken from.</summary>
    public string? BiasTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="OutputWeights"/> are taken from.</summary>
    public string? OutputWeightsTensor { get; set; }

    /// <summary>Gets or sets the tensor of the network's file of weights that <see cref="OutputBias"/> is taken from.</summary>
    public string? OutputBiasTensor { get; set; }
}
