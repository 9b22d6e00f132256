namespace NeuralGen;

/// <summary>The order in which a declaration gives the weights of a dense layer.</summary>
public enum WeightLayout
{
    /// <summary>Row-major [units, inputs], a row per unit, as in PyTorch.</summary>
    UnitsInputs = 0,

    /// <summary>Row-major [inputs, units], a row per input, as in Keras and in scikit-learn's <c>coefs_</c>.</summary>
    InputsUnits,
}
