namespace NeuralGen;

/// <summary>Declares a formula of the tensors that <see cref="LayerAttribute.Inputs"/> names, value by value; a single one may be called
/// <c>x</c>. Tensors of other shapes are broadcast as NumPy does.</summary>
/// <param name="formula">names, numbers, + - * / %, comparisons, <c>? :</c>, brackets, and functions: activations by their names in files, <c>abs</c>,
/// <c>sqrt</c>, <c>exp</c>, <c>log</c>, <c>erf</c>, <c>sin</c>, <c>cos</c>, <c>floor</c>, <c>ceil</c>, <c>round</c>, <c>sign</c>, <c>min</c>, <c>max</c>, <c>pow</c>.</param>
public sealed class ExpressionAttribute(string formula) : LayerAttribute
{
    /// <summary>Gets the formula.</summary>
    public string Formula { get; } = formula;
}
