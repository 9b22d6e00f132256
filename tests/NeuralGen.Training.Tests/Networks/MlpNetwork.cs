using System.Numerics;

namespace NeuralGen.Training.Tests.Networks;

/// <summary>A hidden layer of tanh units with dropout, and a linear output; the loss is the squared error. Parameters: hidden
/// weights [hidden, inputs], hidden biases, output weights, output bias.</summary>
internal sealed class MlpNetwork<T>(int inputSize, int hiddenSize, double dropout = 0)
    : TestNetwork<T>(inputSize, 1, (hiddenSize * (inputSize + 2)) + 1, LossFunction.MeanSquaredError)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _hidden = new T[hiddenSize];
    private readonly T[] _kept = new T[hiddenSize];

    private int BiasStart => hiddenSize * InputSize;

    private int OutputStart => BiasStart + hiddenSize;

    public override void ScaleOutputs(ReadOnlySpan<T> scale, ReadOnlySpan<T> shift)
    {
        for (int unit = 0; unit < hiddenSize; unit++)
        {
            Parameters[OutputStart + unit] *= scale[0];
        }

        Parameters[^1] = (Parameters[^1] * scale[0]) + shift[0];
    }

    protected override void Forward(ReadOnlySpan<T> input, Span<T> output) => output[0] = Compute(input, 0, isTraining: false);

    protected override T AddGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> target, T weight, int seed, bool isTraining, Span<T> gradient)
    {
        T error = Compute(input, seed, isTraining) - target[0];
        T slope = weight * (error + error);
        for (int unit = 0; unit < hiddenSize; unit++)
        {
            gradient[OutputStart + unit] += slope * _hidden[unit] * _kept[unit];
            T hiddenSlope = slope * Parameters[OutputStart + unit] * _kept[unit] * (T.One - (_hidden[unit] * _hidden[unit]));
            gradient[BiasStart + unit] += hiddenSlope;
            for (int index = 0; index < InputSize; index++)
            {
                gradient[(unit * InputSize) + index] += hiddenSlope * input[index];
            }
        }

        gradient[^1] += slope;
        return error * error;
    }

    private T Compute(ReadOnlySpan<T> input, int seed, bool isTraining)
    {
        SplitMix64 random = new((ulong)seed);
        T output = Parameters[^1];
        for (int unit = 0; unit < hiddenSize; unit++)
        {
            T sum = Parameters[BiasStart + unit];
            for (int index = 0; index < InputSize; index++)
            {
                sum += Parameters[(unit * InputSize) + index] * input[index];
            }

            _hidden[unit] = T.Tanh(sum);
            bool isDropped = isTraining && random.NextDouble() < dropout;
            _kept[unit] = isDropped ? T.Zero : isTraining ? T.CreateChecked(1 / (1 - dropout)) : T.One;
            output += Parameters[OutputStart + unit] * _hidden[unit] * _kept[unit];
        }

        return output;
    }
}
