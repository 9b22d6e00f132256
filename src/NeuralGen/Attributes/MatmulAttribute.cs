namespace NeuralGen;

/// <summary>Declares the product of two tensors, which <see cref="LayerAttribute.Inputs"/> names, as matrices: output[.., r, c] = Σ left[.., r, k]·right[.., k, c]
/// (PyTorch's <c>torch.matmul</c> for each sample). Axes before the last two are broadcast; a list to the left is a row, one to the
/// right a column.</summary>
public sealed class MatmulAttribute : LayerAttribute
{
    /// <summary>Gets or sets a value indicating whether the last two axes of the first tensor are exchanged.</summary>
    public bool TransposeLeft { get; set; }

    /// <summary>Gets or sets a value indicating whether the last two axes of the second tensor are exchanged.</summary>
    public bool TransposeRight { get; set; }
}
