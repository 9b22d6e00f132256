namespace NeuralGen.Compiler.Networks;

/// <summary>In which order a declaration gives the weights of a dense layer.</summary>
internal enum WeightLayout
{
    /// <summary>A row per unit, as in PyTorch.</summary>
    UnitsInputs,

    /// <summary>A row per input, as in Keras and scikit-learn.</summary>
    InputsUnits,
}
