namespace NeuralGen;

/// <summary>The activation functions. Each acts on every value by itself, except
/// <see cref="Softmax"/>, <see cref="LogSoftmax"/> and <see cref="Softmin"/>, which look at all values of a layer.</summary>
/// <remarks>The definitions are those of PyTorch. Where a formula has an α, its value is the activation's
/// <c>Alpha</c>, and so for β, λ and the arguments that it names. A NaN that goes in comes out.</remarks>
public enum Activation
{
    /// <summary>x: the values pass unchanged.</summary>
    Linear = 0,

    /// <summary>max(0, x): 0 if x &lt; 0, else x (V. Nair, G. Hinton, 2010). With Keras's arguments: max_value if x &gt; max_value, x if
    /// x ≥ threshold, else negative_slope·(x - threshold).</summary>
    Relu,

    /// <summary>min(max(0, x), 6) (A. Krizhevsky, 2010).</summary>
    Relu6,

    /// <summary>x if x ≥ 0, else α·x; α is 0.01 when left out (A. Maas et al., 2013).</summary>
    LeakyRelu,

    /// <summary>x if x ≥ 0, else slope·x; the slopes, one for each value or one for all, are parameters of the
    /// network, 0.25 each when left out in a trainable one (K. He et al., 2015).</summary>
    Prelu,

    /// <summary>x if x &gt; 0, else α·(eˣ - 1); α is 1 when left out (D.-A. Clevert et al., 2015).</summary>
    Elu,

    /// <summary>scale·(max(0, x) + min(0, α·(eˣ - 1))) with α = 1.6732632423543772 and
    /// scale = 1.0507009873554805 (G. Klambauer et al., 2017).</summary>
    Selu,

    /// <summary>max(0, x) + min(0, α·(e^(x/α) - 1)); α is 1 when left out (J. Barron, 2017).</summary>
    Celu,

    /// <summary>x/2·(1 + erf(x/√2)) (D. Hendrycks, K. Gimpel, 2016).</summary>
    Gelu,

    /// <summary>x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))): the approximation of <see cref="Gelu"/> from the same
    /// paper.</summary>
    GeluTanh,

    /// <summary>x·sigmoid(x), also called swish (S. Elfwing et al., 2017).</summary>
    Silu,

    /// <summary>x·tanh(softplus(x)) (D. Misra, 2019).</summary>
    Mish,

    /// <summary>1/(1 + e⁻ˣ), the logistic function.</summary>
    Sigmoid,

    /// <summary>relu6(x + 3)/6, as in PyTorch: min(max(0, α·x + β), 1) with α = 1/6 and β = 0.5 when left out. ONNX's default and
    /// Keras 2 have α = 0.2.</summary>
    HardSigmoid,

    /// <summary>x·relu6(x + 3)/6 (A. Howard et al., 2019).</summary>
    HardSwish,

    /// <summary>tanh(x), the hyperbolic tangent.</summary>
    Tanh,

    /// <summary>min(max(min_val, x), max_val); -1 and 1 when left out.</summary>
    HardTanh,

    /// <summary>ln(1 + e^(β·x))/β; β is 1 when left out. With a threshold, x where β·x is above it (PyTorch's is 20).</summary>
    Softplus,

    /// <summary>x/(1 + |x|).</summary>
    Softsign,

    /// <summary>eˣ.</summary>
    Exponential,

    /// <summary>e^(xᵢ)/Σⱼ e^(xⱼ) over all values of the layer, computed as e^(xᵢ - m)/Σⱼ e^(xⱼ - m) with the
    /// largest value m, so that it does not overflow.</summary>
    Softmax,

    /// <summary>xᵢ - ln Σⱼ e^(xⱼ) over all values of the layer, computed as xᵢ - m - ln Σⱼ e^(xⱼ - m) with the
    /// largest value m, so that it does not overflow.</summary>
    LogSoftmax,

    /// <summary>ln(1/(1 + e⁻ˣ)), the logarithm of <see cref="Sigmoid"/>, computed without overflow.</summary>
    LogSigmoid,

    /// <summary>x if |x| &gt; λ, else 0; λ is 0.5 when left out.</summary>
    HardShrink,

    /// <summary>x - λ if x &gt; λ, x + λ if x &lt; -λ, else 0; λ is 0.5 when left out.</summary>
    SoftShrink,

    /// <summary>x - tanh(x).</summary>
    TanhShrink,

    /// <summary>e^(-xᵢ)/Σⱼ e^(-xⱼ) over all values of the layer: <see cref="Softmax"/> of the negated values.</summary>
    Softmin,

    /// <summary>x if x &gt; threshold, else value; both must be given.</summary>
    Threshold,
}
