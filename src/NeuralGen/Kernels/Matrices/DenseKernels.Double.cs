#if NET
using NeuralGen.Kernels.Matrices.Products;
#else
using NeuralGen.Kernels.Matrices.Scalar;
#endif
using NeuralGen.Kernels.Matrices;

namespace NeuralGen;

/// <content>The overloads for numbers of double precision.</content>
public static partial class DenseKernels
{
    /// <summary>Computes outputs[r,u] = bias[u] + Σᵢ inputs[r,i]·weights[u,i].</summary>
    /// <param name="weights">[units, inputSize].</param>
    /// <param name="bias">[units], or empty for none.</param>
    /// <param name="inputs">[rows, inputSize].</param>
    /// <param name="outputs">[rows, units]; overwritten.</param>
    /// <param name="rows">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void Forward(ReadOnlySpan<double> weights, ReadOnlySpan<double> bias, ReadOnlySpan<double> inputs, Span<double> outputs, int rows)
    {
        DenseShape shape = DenseShape.Find(
            rows, (nameof(inputs), inputs.Length), (nameof(outputs), outputs.Length), (nameof(weights), weights.Length), (nameof(bias), bias.Length));
        DenseLoops.Forward(weights, bias, inputs, outputs, shape);
    }

    /// <summary>Computes inputDeltas[r,i] += Σᵤ deltas[r,u]·weights[u,i].</summary>
    /// <param name="weights">[units, inputSize].</param>
    /// <param name="deltas">[rows, units]: the gradient by the outputs.</param>
    /// <param name="inputDeltas">[rows, inputSize]: the gradient by the inputs, added to.</param>
    /// <param name="rows">the number of samples.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void AddInputGradient(ReadOnlySpan<double> weights, ReadOnlySpan<double> deltas, Span<double> inputDeltas, int rows)
    {
        DenseShape shape = DenseShape.Find(
            rows, (nameof(inputDeltas), inputDeltas.Length), (nameof(deltas), deltas.Length), (nameof(weights), weights.Length), default);
        DenseLoops.AddInputGradient(weights, deltas, inputDeltas, shape);
    }

    /// <summary>Computes weightGradient[u,i] += Σᵣ deltas[r,u]·inputs[r,i] and biasGradient[u] += Σᵣ deltas[r,u].</summary>
    /// <param name="inputs">[rows, inputSize].</param>
    /// <param name="deltas">[rows, units]: the gradient by the outputs.</param>
    /// <param name="weightGradient">[units, inputSize]; added to.</param>
    /// <param name="biasGradient">[units], added to; or empty for none.</param>
    /// <param name="rows">the number of samples.</param>
    /// <param name="overwrites">whether the sums replace what is there instead of being added to it.</param>
    /// <exception cref="ArgumentException">the lengths do not fit each other.</exception>
    public static void AddParameterGradient(
        ReadOnlySpan<double> inputs, ReadOnlySpan<double> deltas, Span<double> weightGradient, Span<double> biasGradient, int rows, bool overwrites = false)
    {
        DenseShape shape = DenseShape.Find(
            rows, (nameof(inputs), inputs.Length), (nameof(deltas), deltas.Length), (nameof(weightGradient), weightGradient.Length), (nameof(biasGradient), biasGradient.Length));
        DenseLoops.AddParameterGradient(inputs, deltas, weightGradient, biasGradient, shape, overwrites);
    }

    /// <summary>Divides every value by the same number.</summary>
    /// <param name="values">the values; overwritten.</param>
    /// <param name="divisor">the number to divide by.</param>
    public static void Divide(Span<double> values, double divisor) => DenseLoops.Divide(values, divisor);
}
