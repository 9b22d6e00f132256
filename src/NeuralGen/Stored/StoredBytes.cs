using System.Reflection;

namespace NeuralGen;

/// <summary>An open resource: its bytes where the system has mapped them, and a copy for numbers that cannot be read from there.</summary>
/// <remarks>Compilers align a resource to 4 bytes, so that 32-bit floats are read in place and 64-bit ones where they are lucky;
/// after ahead-of-time compilation it may begin anywhere.</remarks>
internal sealed unsafe class StoredBytes
{
    // The mapping lives as long as the stream.
    private readonly Stream _stream;
    private readonly byte* _mapped;
    private readonly Lazy<AlignedCopy> _copy;

    /// <summary>Takes the bytes of a stream.</summary>
    /// <param name="stream">The stream, which belongs to this from now on.</param>
    public StoredBytes(Stream stream)
    {
        _stream = stream;
        Length = stream.Length;
        stream.Position = 0;
        _mapped = stream is UnmanagedMemoryStream mapped ? mapped.PositionPointer : null;
        _copy = new(() => new AlignedCopy(_stream));
    }

    /// <summary>The number of bytes.</summary>
    public long Length { get; }

    /// <summary>Whether there is a copy.</summary>
    public bool IsCopied => _copy.IsValueCreated;

    /// <summary>Opens a resource.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static StoredBytes Open(Assembly assembly, string name) => new(assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The assembly '{assembly.GetName().Name}' has no resource '{name}', which holds the weights of its networks; a tool that changes assemblies may have left it out."));

    /// <summary>Numbers of the resource.</summary>
    /// <param name="offset">Where they begin, in bytes.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The resource has no such place.</exception>
    public ReadOnlySpan<T> Numbers<T>(long offset, int count)
        where T : unmanaged
    {
        if (offset < 0 || count < 0 || offset % sizeof(T) != 0 || offset > Length || count > (Length - offset) / sizeof(T))
        {
            throw new ArgumentOutOfRangeException(nameof(offset), FormattableString.Invariant($"The resource has {Length} bytes; {count} numbers of {sizeof(T)} bytes from byte {offset} on are not among them."));
        }

        bool isInPlace = _mapped is not null && ((nuint)_mapped & ((nuint)sizeof(T) - 1)) == 0;
        return isInPlace ? new ReadOnlySpan<T>(_mapped + offset, count) : _copy.Value.Numbers<T>(offset, count);
    }
}
