using NeuralGen.Compiler.Lowering.Programs;

namespace NeuralGen.Compiler.Emission;

/// <summary>
/// Places the tensors between the layers into one buffer, where a tensor takes the room of those that nobody reads any more.
/// </summary>
internal sealed class BufferLayout
{
    private readonly Dictionary<int, int> _offsets = [];

    /// <summary>Lays out the tensors of a program, the input and those in <paramref name="excluded"/> left out.</summary>
    public BufferLayout(Program program, ISet<int> excluded)
    {
        List<(int Offset, int End, int LastUse)> live = [];
        for (int i = 0; i < program.Steps.Count; i++)
        {
            int tensor = program.Steps[i].Output;
            if (excluded.Contains(tensor))
            {
                continue;
            }

            int step = i;
            live.RemoveAll(block => block.LastUse < step);
            int size = program.Network.Tensors[tensor].Size;
            int offset = 0;
            foreach ((int start, int end, int _) in live.OrderBy(block => block.Offset))
            {
                if (start - offset >= size)
                {
                    break;
                }

                offset = Math.Max(offset, end);
            }

            int lastUse = Enumerable.Range(0, program.Steps.Count).Where(later => program.Steps[later].Inputs.Contains(tensor)).DefaultIfEmpty(i).Max();
            live.Add((offset, offset + size, lastUse));
            _offsets[tensor] = offset;
            Size = Math.Max(Size, offset + size);
        }
    }

    /// <summary>The size of the buffer.</summary>
    public int Size { get; }

    /// <summary>Where a tensor begins.</summary>
    public int this[int tensor] => _offsets[tensor];
}
