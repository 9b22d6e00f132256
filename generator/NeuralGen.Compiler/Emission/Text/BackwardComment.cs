using NeuralGen.Compiler.Emission.Backward;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Says in one sentence what the backward pass of an operation does.</summary>
internal static class BackwardComment
{
    /// <summary>The sentence.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="wantsParameters">Whether the derivatives with respect to the parameters are wanted.</param>
    public static string Of(Operation operation, bool wantsParameters) =>
        $"Backward pass of layer '{Literal.Comment(operation.Layer)}': {OperationBackwards.For(operation).Words(operation, wantsParameters)}.";
}
