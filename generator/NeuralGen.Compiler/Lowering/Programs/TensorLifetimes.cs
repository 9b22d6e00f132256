namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>From when to when tensors are needed that share one buffer, and where they lie so that it is small.</summary>
internal sealed class TensorLifetimes
{
    private readonly List<(int Size, int First, int Last)> _blocks = [];
    private readonly Dictionary<int, int> _blockOf = [];

    /// <summary>Whether a tensor lies in the buffer.</summary>
    public bool Holds(int tensor) => _blockOf.ContainsKey(tensor);

    /// <summary>Notes a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="size">How many values it has.</param>
    /// <param name="first">The step that writes it.</param>
    /// <param name="last">The last step that reads it.</param>
    public void Add(int tensor, int size, int first, int last)
    {
        _blockOf.Add(tensor, _blocks.Count);
        _blocks.Add((size, first, last));
    }

    /// <summary>Notes a tensor that takes the place of another of its size, which the step that writes it reads for the last time.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="other">The other.</param>
    /// <param name="last">The last step that reads the tensor.</param>
    public void TakeOver(int tensor, int other, int last)
    {
        int block = _blockOf[other];
        _blockOf.Add(tensor, block);
        _blocks[block] = _blocks[block] with { Last = last };
    }

    /// <summary>Places the tensors, the largest first, each at the lowest offset where none lies that is needed at the same time.</summary>
    /// <param name="alignment">Offsets are multiples of so many values.</param>
    public TensorRoom Place(int alignment)
    {
        int[] offsets = new int[_blocks.Count];
        List<int> placed = [];
        foreach (int block in Enumerable.Range(0, _blocks.Count).OrderByDescending(block => _blocks[block].Size))
        {
            (int size, int first, int last) = _blocks[block];
            int offset = 0;
            foreach (int other in placed.Where(other => _blocks[other].First <= last && first <= _blocks[other].Last).OrderBy(other => offsets[other]))
            {
                if (offsets[other] - offset >= size)
                {
                    break;
                }

                int end = offsets[other] + _blocks[other].Size;
                offset = Math.Max(offset, end + ((alignment - (end % alignment)) % alignment));
            }

            offsets[block] = offset;
            placed.Add(block);
        }

        TensorRoom room = new();
        foreach (KeyValuePair<int, int> tensor in _blockOf)
        {
            room.Put(tensor.Key, offsets[tensor.Value], _blocks[tensor.Value].Size);
        }

        return room;
    }
}
