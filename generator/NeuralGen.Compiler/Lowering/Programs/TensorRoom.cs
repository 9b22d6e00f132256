namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>Where tensors lie in one buffer.</summary>
internal sealed class TensorRoom
{
    private readonly Dictionary<int, int> _offsets = [];

    /// <summary>How many values the buffer holds.</summary>
    public int Size { get; private set; }

    /// <summary>Where a tensor begins.</summary>
    public int this[int tensor] => _offsets[tensor];

    /// <summary>Puts a tensor somewhere.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="size">How many values it has.</param>
    public void Put(int tensor, int offset, int size)
    {
        _offsets[tensor] = offset;
        Size = Math.Max(Size, offset + size);
    }

    /// <summary>Puts a tensor behind all others.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="size">How many values it has.</param>
    public void Append(int tensor, int size) => Put(tensor, Size, size);

    /// <summary>Gives a tensor the place of another, which nobody reads any more.</summary>
    public void Share(int tensor, int other) => _offsets[tensor] = _offsets[other];

    /// <summary>Whether two tensors have the same place.</summary>
    public bool AreShared(int first, int second) =>
        _offsets.TryGetValue(first, out int one) && _offsets.TryGetValue(second, out int other) && one == other;

    /// <summary>The last of the tensors that have the place of one.</summary>
    public int LastAt(int tensor) => _offsets.Where(place => place.Value == _offsets[tensor]).Max(place => place.Key);
}
