using System.Numerics;
using System.Numerics.Tensors;

namespace NeuralGen.Training;

/// <summary>Changes parameters by a gradient so that the loss falls.</summary>
/// <remarks>An optimizer keeps numbers for every parameter (its state), so it belongs to one run of training at a time. The
/// state is allocated by the first step; the later ones allocate nothing. The results do not depend on the width of the
/// machine's vectors.</remarks>
/// <typeparam name="T">the type of the parameters.</typeparam>
public abstract class Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Small enough for a block of parameters, gradient, two slots and two scratch blocks of double to stay in the first-level
    // cache, so that an update of several passes reads main memory once.
    private const int BlockSize = 512;

    private const int ScratchCount = 2;

    private T[] _state = [];
    private T[] _scratch = [];
    private int _slotLength;

    /// <summary>Gets the optimizer's name and settings as one line of text; a checkpoint can be resumed only with an optimizer
    /// of the same settings.</summary>
    public abstract string Settings { get; }

    /// <summary>Gets the number of steps since the last reset.</summary>
    public long StepCount { get; private set; }

    /// <summary>Gets the state, slot by slot, with a value per parameter in each; it is empty before the first step and
    /// for an optimizer without state.</summary>
    public Span<T> State => _state;

    /// <summary>Gets the number of values that the optimizer keeps for every parameter.</summary>
    protected abstract int SlotCount { get; }

    /// <summary>Changes the parameters by one step.</summary>
    /// <param name="parameters">the parameters to change.</param>
    /// <param name="gradient">the gradient of the loss, a value per parameter.</param>
    /// <param name="learningRate">the learning rate of this step.</param>
    /// <exception cref="ArgumentException">the lengths differ, or the state belongs to another number of
    /// parameters.</exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient, T learningRate)
    {
        if (gradient.Length != parameters.Length)
        {
            throw new ArgumentException(FormattableString.Invariant($"The gradient has {gradient.Length} values; there are {parameters.Length} parameters."), nameof(gradient));
        }

        Prepare(parameters.Length);
        StepCount++;
        BeginStep(learningRate);
        for (int start = 0; start < parameters.Length; start += BlockSize)
        {
            int length = Math.Min(BlockSize, parameters.Length - start);
            UpdateBlock(parameters.Slice(start, length), gradient.Slice(start, length), start);
        }
    }

    /// <summary>Forgets the state, so that the next step is the first.</summary>
    public void Reset()
    {
        StepCount = 0;
        _state = [];
        _slotLength = 0;
    }

    /// <summary>Gives the optimizer a state that <see cref="State"/> and <see cref="StepCount"/> had.</summary>
    /// <param name="stepCount">the number of steps.</param>
    /// <param name="state">the state, slot by slot; it is copied.</param>
    /// <exception cref="ArgumentException">the length of the state is no multiple of the number of slots, the number of steps
    /// is negative, or there is a state without steps or the other way round.</exception>
    public void Restore(long stepCount, ReadOnlySpan<T> state)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stepCount);
        bool isWhole = SlotCount == 0 ? state.IsEmpty : state.Length % SlotCount == 0;
        if (!isWhole || (SlotCount > 0 && state.IsEmpty != (stepCount == 0)))
        {
            throw new ArgumentException(FormattableString.Invariant($"A state of {state.Length} values after {stepCount} steps is none of an optimizer with {SlotCount} values per parameter."), nameof(state));
        }

        StepCount = stepCount;
        _state = state.ToArray();
        _slotLength = SlotCount == 0 ? 0 : state.Length / SlotCount;
    }

    /// <summary>Computes what all blocks of a step have in common; <see cref="StepCount"/> counts this step
    /// already.</summary>
    /// <param name="learningRate">the learning rate of this step.</param>
    protected abstract void BeginStep(T learningRate);

    /// <summary>Changes a block of the parameters.</summary>
    /// <param name="parameters">the block.</param>
    /// <param name="gradient">the gradient of the block.</param>
    /// <param name="start">the index of the block's first parameter.</param>
    protected abstract void UpdateBlock(Span<T> parameters, ReadOnlySpan<T> gradient, int start);

    /// <summary>Gets the state of a block.</summary>
    /// <param name="slot">the slot, from 0.</param>
    /// <param name="start">the index of the block's first parameter.</param>
    /// <param name="length">the length of the block.</param>
    /// <returns>the block's values in the slot; they are 0 at first.</returns>
    protected Span<T> Slot(int slot, int start, int length) => _state.AsSpan((slot * _slotLength) + start, length);

    /// <summary>Gets memory for a block's intermediate values; what it holds is undefined.</summary>
    /// <param name="index">0 or 1. <see cref="AddDecay"/> returns the first.</param>
    /// <param name="length">the length of the block.</param>
    /// <returns>the memory.</returns>
    protected Span<T> Scratch(int index, int length) => _scratch.AsSpan(index * BlockSize, length);

    /// <summary>Adds the gradient of an L2 penalty: gradient + decay·parameters.</summary>
    /// <param name="parameters">the block.</param>
    /// <param name="gradient">the gradient of the block.</param>
    /// <param name="decay">the factor; with 0 the gradient itself is returned.</param>
    /// <returns>the sum.</returns>
    protected ReadOnlySpan<T> AddDecay(ReadOnlySpan<T> parameters, ReadOnlySpan<T> gradient, T decay)
    {
        if (decay == T.Zero)
        {
            return gradient;
        }

        Span<T> sum = Scratch(0, gradient.Length);
        TensorPrimitives.MultiplyAdd(parameters, decay, gradient, sum);
        return sum;
    }

    private void Prepare(int parameterCount)
    {
        if (_scratch.Length == 0)
        {
            _scratch = new T[ScratchCount * BlockSize];
        }

        if (_slotLength == 0)
        {
            _slotLength = parameterCount;
            _state = new T[SlotCount * parameterCount];
        }
        else if (_slotLength != parameterCount)
        {
            throw new ArgumentException(FormattableString.Invariant($"The optimizer has the state of {_slotLength} parameters; {parameterCount} were passed. Reset it before training another network."), nameof(parameterCount));
        }
    }
}
