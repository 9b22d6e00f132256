namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>Where tensors lie in one buffer.</summary>
internal sealed class TensorRoom
{
    private readonly Dictionary<int, int> _offsets = [];
    private readonly List<(int Offset, int End, int LastUse)> _live = [];

    /// <summary>How many values the buffer holds.</summary>
    public int Size { get; private set; }

    /// <summary>Where a tensor begins.</summary>
    public int this[int tensor] => _offsets[tensor];

    /// <summary>Whether a tensor lies in the buffer.</summary>
    public bool Holds(int tensor) => _offsets.ContainsKey(tensor);

    /// <summary>Places a tensor at the lowest offset that nothing needs which is still read.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="size">How many values it has.</param>
    /// <param name="step">The step that writes it.</param>
    /// <param name="lastUse">The last step that reads it.</param>
    public void Place(int tensor, int size, int step, int lastUse)
    {
        _live.RemoveAll(block => block.LastUse < step);
        int offset = 0;
        foreach ((int start, int end, int _) in _live.OrderBy(block => block.Offset))
        {
            if (start - offset >= size)
            {
                break;
            }

            offset = Math.Max(offset, end);
        }

        _live.Add((offset, offset + size, lastUse));
        _offsets[tensor] = offset;
        Size = Math.Max(Size, offset + size);
    }

    /// <summary>Gives a tensor the place of another of its size, which the step that writes it reads for the last time.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="other">The other.</param>
    /// <param name="size">How many values each has.</param>
    /// <param name="lastUse">The last step that reads the tensor.</param>
    public void TakeOver(int tensor, int other, int size, int lastUse)
    {
        Share(tensor, other);
        int offset = _offsets[other];
        _live.RemoveAll(block => block.Offset == offset);
        _live.Add((offset, offset + size, lastUse));
    }

    /// <summary>Gives a tensor the place of another, which nobody reads any more.</summary>
    public void Share(int tensor, int other) => _offsets[tensor] = _offsets[other];

    /// <summary>Whether two tensors have the same place.</summary>
    public bool AreShared(int first, int second) =>
        _offsets.TryGetValue(first, out int one) && _offsets.TryGetValue(second, out int other) && one == other;

    /// <summary>The last of the tensors that have the place of one.</summary>
    public int LastAt(int tensor) => _offsets.Where(place => place.Value == _offsets[tensor]).Max(place => place.Key);
}
