namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>What the C# of an activation's derivative is put together from.</summary>
/// <param name="X">The value before activation; only where <see cref="ElementwiseActivation.DerivativeNeedsInput"/>.</param>
/// <param name="Y">The value behind it.</param>
/// <param name="Delta">The derivative of the loss with respect to <paramref name="Y"/>.</param>
/// <param name="Slope">The slope of this element, for functions that have slopes.</param>
/// <param name="Arithmetic">How numbers and functions are written.</param>
/// <param name="Local">Writes a local variable, given its name and value, and gives the name it really got.</param>
internal sealed record BackwardOperands(
    string X, string Y, string Delta, string Slope, FunctionWriter Arithmetic, Func<string, string, string> Local)
{
    /// <summary>A number.</summary>
    public string Number(double value) => Arithmetic.Literal(value);
}
