using System.Numerics;

namespace NeuralGen.Training;

/// <summary>Keeps the parameters of the best epoch.</summary>
/// <remarks>A loss that is measured during an epoch's steps may belong to the parameters at the epoch's beginning rather than to
/// those at its end, which one bad step can spoil. Then both are kept, and <see cref="Select"/> compares them.</remarks>
/// <param name="keepsBeginnings">whether the loss is measured during the steps.</param>
internal sealed class BestParameters<T>(bool keepsBeginnings)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private bool _isSelected;

    /// <summary>Gets the parameters at the beginning of the running epoch; empty if they are not needed.</summary>
    public T[] EpochStart { get; private set; } = [];

    /// <summary>Gets the parameters at the beginning of the best epoch; empty if they are not needed.</summary>
    public T[] Start { get; private set; } = [];

    /// <summary>Gets the parameters at the end of the best epoch; empty before the first.</summary>
    public T[] End { get; private set; } = [];

    /// <summary>Gets a value indicating whether <see cref="Select"/> has yet to compute losses.</summary>
    public bool NeedsLosses => Start.Length > 0 && !_isSelected;

    public void BeginEpoch(ReadOnlySpan<T> parameters)
    {
        if (keepsBeginnings)
        {
            EpochStart = Copy(parameters, EpochStart);
        }
    }

    /// <summary>Keeps the parameters of the epoch that has just ended.</summary>
    public void Keep(ReadOnlySpan<T> parameters)
    {
        Start = Copy(EpochStart, Start);
        End = Copy(parameters, End);
        _isSelected = false;
    }

    public void Restore(ReadOnlySpan<T> epochStart, ReadOnlySpan<T> start, ReadOnlySpan<T> end)
    {
        (EpochStart, Start, End) = (epochStart.ToArray(), start.ToArray(), end.ToArray());
        _isSelected = false;
    }

    /// <summary>Gets the best parameters.</summary>
    /// <param name="lossOf">computes the loss of the training rows with some parameters.</param>
    public T[] Select(Func<T[], double> lossOf)
    {
        if (NeedsLosses)
        {
            // The comparison is false for an end whose loss is no number.
            double loss = lossOf(Start);
            End = lossOf(End) <= loss ? End : [.. Start];
            _isSelected = true;
        }

        return End;
    }

    private static T[] Copy(ReadOnlySpan<T> values, T[] target)
    {
        target = target.Length == values.Length ? target : new T[values.Length];
        values.CopyTo(target);
        return target;
    }
}
