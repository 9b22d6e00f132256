namespace NeuralGen;

/// <summary>Declares a formula of the tensors that <see cref="LayerAttribute.Inputs"/> names, value by value; a single one may be called
/// <c>x</c>. Tensors of other shapes are broadcast as NumPy does.</summary>
/// <param name="formula">names, numbers, arithmetic, comparisons, logic and operators of bits as in C#, <c>? :</c>, brackets, and functions:
/// activations by their names in files, <c>abs</c>, <c>sqrt</c>, <c>exp</c>, <c>log</c>, <c>erf</c>, <c>sin</c>, <c>floor</c>, <c>min</c>, <c>pow</c>, <c>mod</c>
/// and others, and casts: <c>float(n)</c>.</param>
public sealed class ExpressionAttribute(string formula) : LayerAttribute
{
    /// <summary>Gets the formula.</summary>
    public string Formula { get; } = formula;

    /// <summary>Gets or sets what the results become; when left out they are what the formula gives.</summary>
    public ElementType ElementType { get; set; }
}
