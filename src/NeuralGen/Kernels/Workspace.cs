using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralGen;

/// <summary>Takes buffers from the memory that a caller gives an emitted network to compute in.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Workspace
{
    private const int Alignment = 64;

    /// <summary>Takes a buffer, which begins where vectors read and write fastest.</summary>
    /// <typeparam name="T">the type of the elements.</typeparam>
    /// <param name="workspace">what is left of the memory; what is taken leaves it.</param>
    /// <param name="count">how many elements.</param>
    /// <returns>the buffer, whatever is in it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">the memory is too small.</exception>
    public static unsafe Span<T> Take<T>(ref Span<byte> workspace, int count)
        where T : unmanaged
    {
        long address = (long)Unsafe.AsPointer(ref MemoryMarshal.GetReference(workspace));
        Span<byte> aligned = workspace.Slice((int)(-address & (Alignment - 1)));
        int size = count * Unsafe.SizeOf<T>();
        workspace = aligned.Slice(size);
        return MemoryMarshal.Cast<byte, T>(aligned.Slice(0, size));
    }

    /// <summary>Reports memory that is too small.</summary>
    /// <param name="parameter">the parameter's name.</param>
    /// <param name="actual">how many bytes it has.</param>
    /// <param name="least">how many it must have.</param>
    /// <exception cref="ArgumentException">always.</exception>
    public static void Throw(string parameter, int actual, int least) =>
        throw new ArgumentException(FormattableString.Invariant($"The span '{parameter}' has {actual} bytes; {least} are needed."), parameter);
}
