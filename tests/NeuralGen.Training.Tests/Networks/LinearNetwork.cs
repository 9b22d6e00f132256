using System.Numerics;

namespace NeuralGen.Training.Tests.Networks;

/// <summary>Weights [outputs, inputs], then biases; the loss is the mean squared error, or a cross-entropy whose outputs are on the
/// given scale.</summary>
internal sealed class LinearNetwork<T>(int inputSize, int outputSize = 1, LossFunction lossFunction = LossFunction.MeanSquaredError, OutputScale scale = OutputScale.Values)
    : TestNetwork<T>(inputSize, outputSize, (inputSize + 1) * outputSize, lossFunction)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _linear = new T[outputSize];
    private readonly T[] _probabilities = new T[outputSize];

    public override void ScaleOutputs(ReadOnlySpan<T> scale, ReadOnlySpan<T> shift)
    {
        for (int output = 0; output < OutputSize; output++)
        {
            for (int index = 0; index < InputSize; index++)
            {
                Parameters[(output * InputSize) + index] *= scale[output];
            }

            ref T bias = ref Parameters[(OutputSize * InputSize) + output];
            bias = (bias * scale[output]) + shift[output];
        }
    }

    protected override void Forward(ReadOnlySpan<T> input, Span<T> output)
    {
        Compute(input);
        for (int index = 0; index < OutputSize; index++)
        {
            output[index] = scale switch
            {
                OutputScale.Probabilities => _probabilities[index],
                OutputScale.LogProbabilities => T.Log(_probabilities[index]),
                _ => _linear[index],
            };
        }
    }

    protected override T AddGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> target, T weight, int seed, bool isTraining, Span<T> gradient)
    {
        Compute(input);
        T loss = T.Zero;
        T count = T.CreateChecked(OutputSize);
        for (int output = 0; output < OutputSize; output++)
        {
            T probability = _probabilities[output];
            T error = probability - target[output];
            (T term, T slope) = LossFunction switch
            {
                LossFunction.CategoricalCrossEntropy => (-target[output] * T.Log(probability), error),
                LossFunction.BinaryCrossEntropy =>
                    (-((target[output] * T.Log(probability)) + ((T.One - target[output]) * T.Log(T.One - probability))) / count, error / count),
                _ => (error * error / count, (error + error) / count),
            };
            loss += term;
            for (int index = 0; index < InputSize; index++)
            {
                gradient[(output * InputSize) + index] += weight * slope * input[index];
            }

            gradient[(OutputSize * InputSize) + output] += weight * slope;
        }

        return loss;
    }

    private void Compute(ReadOnlySpan<T> input)
    {
        T sum = T.Zero;
        for (int output = 0; output < OutputSize; output++)
        {
            T value = Parameters[(OutputSize * InputSize) + output];
            for (int index = 0; index < InputSize; index++)
            {
                value += Parameters[(output * InputSize) + index] * input[index];
            }

            _linear[output] = value;
            _probabilities[output] = LossFunction switch
            {
                LossFunction.CategoricalCrossEntropy => T.Exp(value),
                LossFunction.BinaryCrossEntropy => T.One / (T.One + T.Exp(-value)),
                _ => value,
            };
            sum += _probabilities[output];
        }

        if (LossFunction == LossFunction.CategoricalCrossEntropy)
        {
            for (int output = 0; output < OutputSize; output++)
            {
                _probabilities[output] /= sum;
            }
        }
    }
}
