using System.Numerics;

namespace NeuralGen.Tests.Kernels;

// Random numbers with values around them that nothing may change.
internal sealed class GuardedArray<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int GuardLength = 64;

    private readonly T[] _before;
    private readonly T[] _values;

    public GuardedArray(int length, Random random)
    {
        _before = new T[GuardLength + length + GuardLength];
        for (int i = 0; i < _before.Length; i++)
        {
            _before[i] = T.CreateChecked(random.NextDouble() - 0.5);
        }

        _values = [.. _before];
    }

    public Span<T> Span => _values.AsSpan(GuardLength, _values.Length - (2 * GuardLength));

    public bool IsUnchanged => _values.AsSpan().SequenceEqual(_before);

    public bool GuardsAreUnchanged =>
        _values.AsSpan(0, GuardLength).SequenceEqual(_before.AsSpan(0, GuardLength))
        && _values.AsSpan(_values.Length - GuardLength).SequenceEqual(_before.AsSpan(_values.Length - GuardLength));

    public double Before(int index) => double.CreateChecked(_before[GuardLength + index]);

    public void Restore() => _before.CopyTo(_values, 0);
}
