using System.Runtime.InteropServices;

namespace NeuralGen;

/// <summary>A copy of a stream in aligned memory: to 64 bytes, on older frameworks to 8.</summary>
internal sealed unsafe class AlignedCopy
{
    private const int ChunkLength = 1 << 16;
    private const int Spare = 64 / sizeof(double);

    private readonly double[] _numbers;
    private readonly int _first;

    /// <summary>Copies a stream from its beginning.</summary>
    public AlignedCopy(Stream stream)
    {
        int length = checked((int)((stream.Length + sizeof(double) - 1) / sizeof(double)) + Spare);
#if NET
        _numbers = GC.AllocateUninitializedArray<double>(length, pinned: true);
        nuint address = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_numbers, 0) / sizeof(double);
        _first = (int)((Spare - (address % Spare)) % Spare);
#else
        _numbers = new double[length];
        _first = 0;
#endif
        byte[] chunk = new byte[ChunkLength];
        stream.Position = 0;
        fixed (double* start = _numbers)
        {
            byte* target = (byte*)(start + _first);
            for (int count = stream.Read(chunk, 0, chunk.Length); count > 0; count = stream.Read(chunk, 0, chunk.Length))
            {
                Marshal.Copy(chunk, 0, (IntPtr)target, count);
                target += count;
            }
        }
    }

    /// <summary>Numbers of the copy. Their span keeps it alive, which one made from an address would not.</summary>
    /// <param name="offset">Where they begin, in bytes.</param>
    /// <param name="count">How many there are.</param>
    public ReadOnlySpan<T> Numbers<T>(long offset, int count)
        where T : unmanaged
    {
        long begin = offset / sizeof(double);
        long end = (offset + ((long)count * sizeof(T)) + sizeof(double) - 1) / sizeof(double);
        Span<double> covering = _numbers.AsSpan((int)(_first + begin), (int)(end - begin));
        return MemoryMarshal.Cast<double, T>(covering).Slice((int)(offset % sizeof(double)) / sizeof(T), count);
    }
}
