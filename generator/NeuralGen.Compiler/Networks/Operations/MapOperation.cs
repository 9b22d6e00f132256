using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>A formula of its inputs, value by value; an input that has fewer values is met again and again.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensors it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Formula">The formula.</param>
/// <param name="Size">How many values it computes.</param>
/// <param name="Walks">Where the values of each input lie.</param>
internal sealed record MapOperation(string Layer, EquatableArray<int> Inputs, int Output, Term Formula, int Size, EquatableArray<Walk> Walks)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>The layers whose formulas were written into this one.</summary>
    public EquatableArray<string> FoldedLayers { get; init; }

    /// <inheritdoc/>
    public override string Kind => "expression";

    /// <inheritdoc/>
    public override bool IsInPlace(int input) => Walks[input].IsIdentity && Walks[input].Count == Size;

    /// <inheritdoc/>
    /// <remarks>Backwards all parts are computed, also those that a choice left out, so that none may throw.</remarks>
    public override bool IsDifferentiable => Formula.Type == ElementType.Float && !Formula.MayThrow;

    /// <inheritdoc/>
    public override long? UnrolledTerms => (long)Size * Formula.Size;

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    [MethodImpl(ColdBuild.Optimized)]
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        double[] output = new double[Size];
        double[] operands = new double[inputs.Length];
        for (int i = 0; i < output.Length; i++)
        {
            for (int input = 0; input < operands.Length; input++)
            {
                operands[input] = inputs[input][Walks[input].At(i)];
            }

            output[i] = Formula.Evaluate(operands, rounding);
        }

        return output;
    }

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        if (Formula.Reads(operand => operand == input))
        {
            for (int i = 0; i < needed.Length; i++)
            {
                result[Walks[input].At(i)] |= needed[i];
            }
        }

        return result;
    }
}
