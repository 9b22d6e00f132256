using System.Numerics;

namespace NeuralGen.Training.Tests.Networks;

/// <summary>What hand-written networks have in common: parameters, normalisation and the loops over rows. It counts calls of
/// <see cref="TrainingGradient"/> and lets tests watch and falsify them.</summary>
internal abstract class TestNetwork<T>(int inputSize, int outputSize, int parameterCount, LossFunction lossFunction) : ITrainableNetwork<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _parameters = new T[parameterCount];
    private readonly T[] _statistics = [.. Enumerable.Repeat(T.Zero, inputSize), .. Enumerable.Repeat(T.One, inputSize)];
    private readonly T[] _normalized = new T[inputSize];

    public int InputSize { get; } = inputSize;

    public int OutputSize { get; } = outputSize;

    public int ParameterCount => _parameters.Length;

    public string[] Inputs { get; init; } = [];

    public string[] Outputs { get; init; } = [];

    public string[] Labels { get; init; } = [];

    public ReadOnlySpan<string> InputNames => Inputs;

    public ReadOnlySpan<string> OutputNames => Outputs;

    public ReadOnlySpan<string> LabelNames => Labels;

    public IReadOnlyList<string> Architecture { get; init; } = [];

    public LossFunction LossFunction { get; } = lossFunction;

    public Span<T> Parameters => _parameters;

    public Span<T> Statistics => _statistics;

    public bool NeedsNormalization { get; set; }

    public int NormalizedRows { get; private set; }

    public int GradientCalls { get; private set; }

    /// <summary>Gets or sets what is called with the number of the call, from 1, before a gradient is computed.</summary>
    public Action<int>? BeforeGradient { get; set; }

    /// <summary>Gets or sets what may change the loss of a call.</summary>
    public Func<int, T, T>? FalsifyLoss { get; set; }

    /// <summary>Gets or sets what may change the gradient of a call.</summary>
    public Action<int, T[]>? FalsifyGradient { get; set; }

    public int LastSeed { get; private set; }

    public T[] LastInputs { get; private set; } = [];

    public T[] LastTargets { get; private set; } = [];

    public T[] LastWeights { get; private set; } = [];

    public bool RecordsBatches { get; set; }

    public void Initialize(int seed)
    {
        SplitMix64 random = new((ulong)seed);
        for (int index = 0; index < _parameters.Length; index++)
        {
            _parameters[index] = T.CreateChecked(random.NextDouble() - 0.5);
        }
    }

    public void FitNormalization(ReadOnlySpan<T> inputs)
    {
        NormalizedRows = inputs.Length / InputSize;
        for (int column = 0; column < InputSize; column++)
        {
            double mean = 0;
            double square = 0;
            for (int index = column; index < inputs.Length; index += InputSize)
            {
                double value = double.CreateChecked(inputs[index]);
                mean += value / NormalizedRows;
                square += value * value / NormalizedRows;
            }

            _statistics[column] = T.CreateChecked(mean);
            _statistics[InputSize + column] = T.CreateChecked(Math.Sqrt(square - (mean * mean)));
        }

        NeedsNormalization = false;
    }

    public void Predict(ReadOnlySpan<T> input, Span<T> output) => Forward(Normalize(input), output);

    public virtual void PredictBatch(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        for (int row = 0; row < inputs.Length / InputSize; row++)
        {
            Predict(inputs.Slice(row * InputSize, InputSize), outputs.Slice(row * OutputSize, OutputSize));
        }
    }

    public virtual T Loss(ReadOnlySpan<T> input, ReadOnlySpan<T> target) =>
        AddGradient(Normalize(input), target, T.One, 0, isTraining: false, new T[ParameterCount]);

    public T Gradient(ReadOnlySpan<T> input, ReadOnlySpan<T> target, Span<T> gradient) => GradientBatch(input, target, gradient);

    public T GradientBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradient) =>
        SumGradient(inputs, targets, [], 0, isTraining: false, gradient);

    public T TrainingGradient(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> weights, int seed, Span<T> gradient)
    {
        GradientCalls++;
        LastSeed = seed;
        if (RecordsBatches)
        {
            (LastInputs, LastTargets, LastWeights) = (inputs.ToArray(), targets.ToArray(), weights.ToArray());
        }

        BeforeGradient?.Invoke(GradientCalls);
        T loss = SumGradient(inputs, targets, weights, seed, isTraining: true, gradient);
        if (FalsifyGradient is { } falsify)
        {
            T[] copy = gradient.ToArray();
            falsify(GradientCalls, copy);
            copy.CopyTo(gradient);
        }

        return FalsifyLoss is null ? loss : FalsifyLoss(GradientCalls, loss);
    }

    public virtual void ScaleOutputs(ReadOnlySpan<T> scale, ReadOnlySpan<T> shift) => throw new InvalidOperationException("This network has no last layer.");

    public void InputJacobian(ReadOnlySpan<T> input, Span<T> jacobian) => throw new NotSupportedException();

    public void Save(Stream stream) => throw new NotSupportedException();

    public void Load(Stream stream) => throw new NotSupportedException();

    protected abstract void Forward(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Adds weight times the gradient of a row's loss, and returns the loss without the weight.</summary>
    protected abstract T AddGradient(ReadOnlySpan<T> input, ReadOnlySpan<T> target, T weight, int seed, bool isTraining, Span<T> gradient);

    private T SumGradient(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> weights, int seed, bool isTraining, Span<T> gradient)
    {
        int rows = inputs.Length / InputSize;
        T share = T.One / T.CreateChecked(rows);
        T sum = T.Zero;
        gradient.Clear();
        for (int row = 0; row < rows; row++)
        {
            T weight = (weights.IsEmpty ? T.One : weights[row]) * share;
            sum += weight * AddGradient(
                Normalize(inputs.Slice(row * InputSize, InputSize)), targets.Slice(row * OutputSize, OutputSize), weight, seed + row, isTraining, gradient);
        }

        return sum;
    }

    private ReadOnlySpan<T> Normalize(ReadOnlySpan<T> input)
    {
        for (int column = 0; column < InputSize; column++)
        {
            _normalized[column] = (input[column] - _statistics[column]) / _statistics[InputSize + column];
        }

        return _normalized;
    }
}
