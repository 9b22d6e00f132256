using System.Reflection;
using System.Runtime.InteropServices;

namespace NeuralGen.Tests.Stored;

public sealed unsafe class StoredTensorsTests
{
    /// <summary>The test project embeds it: 16 floats from 0 to 15, then 2 doubles.</summary>
    private const string Resource = "NeuralGen.Tests.numbers";

    private static readonly byte[] Bytes =
    [
        .. MemoryMarshal.AsBytes<float>([.. Enumerable.Range(0, 16).Select(i => (float)i)]), .. MemoryMarshal.AsBytes<double>([0.1, -0.2]),
    ];

    [Fact]
    public void A_resource_is_read_where_it_is_mapped()
    {
        StoredTensors stored = new(typeof(StoredTensorsTests).Assembly, Resource);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (float)i), stored.Single(0, 16).ToArray());
        Assert.True(stored.Single(0, 16) == stored.Single(0, 16));
        Assert.False(stored.IsCopied);
        AssertNumbers(stored);
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(8, false, false)]
    [InlineData(4, false, true)]
    [InlineData(1, true, true)]
    [InlineData(2, true, true)]
    public void Memory_is_copied_when_numbers_are_not_aligned(int shift, bool isCopiedForSingle, bool isCopiedForDouble)
    {
        byte* memory = (byte*)NativeMemory.AlignedAlloc((nuint)Bytes.Length + 64, 64);
        try
        {
            Bytes.CopyTo(new Span<byte>(memory + shift, Bytes.Length));
            StoredTensors stored = new(() => new UnmanagedMemoryStream(memory + shift, Bytes.Length));
            Assert.Equal(3, stored.Single(12, 1)[0]);
            Assert.Equal(isCopiedForSingle, stored.IsCopied);
            AssertNumbers(stored);
            Assert.Equal(isCopiedForDouble, stored.IsCopied);
        }
        finally
        {
            NativeMemory.AlignedFree(memory);
        }
    }

    [Fact]
    public void Another_stream_is_copied_to_aligned_memory_once()
    {
        int opened = 0;
        StoredTensors stored = new(() =>
        {
            Interlocked.Increment(ref opened);
            return new SlowStream(Bytes);
        });
        Assert.Equal(0, opened);
        Parallel.For(0, 16, _ => AssertNumbers(stored));
        Assert.Equal(1, opened);
        Assert.True(stored.IsCopied);
        fixed (float* start = stored.Single(0, 16))
        {
            Assert.Equal(0u, (nuint)start % 64);
        }
    }

    [Theory]
    [InlineData(-4, 1)]
    [InlineData(2, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 21)]
    [InlineData(80, 1)]
    [InlineData(84, 0)]
    [InlineData(long.MaxValue - 3, 1)]
    public void Places_outside_the_resource_are_refused(long offset, int count)
    {
        foreach (StoredTensors stored in new[] { new StoredTensors(typeof(StoredTensorsTests).Assembly, Resource), new StoredTensors(() => new MemoryStream(Bytes)) })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => stored.Single(offset, count).Length);
        }
    }

    [Fact]
    public void The_end_may_hold_nothing_and_doubles_begin_at_eighths()
    {
        StoredTensors stored = new(() => new MemoryStream(Bytes));
        Assert.Equal(0, stored.Single(Bytes.Length, 0).Length);
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(() => stored.Double(4, 1).Length);
        Assert.StartsWith("The resource has 80 bytes; 1 numbers of 8 bytes from byte 4 on are not among them.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_the_other_precision_are_copied()
    {
        StoredTensors stored = new(() => new MemoryStream(Bytes));
        Assert.Equal([2.0, 3, 4], stored.ToDouble(8, 3));
        Assert.Equal([0.1f, -0.2f], stored.ToSingle(64, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => stored.ToSingle(64, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => stored.ToDouble(2, 1));
    }

    [Fact]
    public void A_resource_that_is_not_there_is_named()
    {
        StoredTensors stored = new(Assembly.GetExecutingAssembly(), "NeuralGen.gone");
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => stored.Single(0, 1).Length);
        Assert.StartsWith("The assembly 'NeuralGen.Tests' has no resource 'NeuralGen.gone', which holds the weights of its networks", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertNumbers(StoredTensors stored)
    {
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (float)i), stored.Single(0, 16).ToArray());
        Assert.Equal([3f, 4f], stored.Single(12, 2).ToArray());
        Assert.Equal([0.1, -0.2], stored.Double(64, 2).ToArray());
        Assert.Equal([-0.2], stored.Double(72, 1).ToArray());
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 7));
    }
}
