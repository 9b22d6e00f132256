namespace NeuralGen.Generator.Tests.SafeTensors;

/// <summary>A file of any length that takes no memory: zeros behind its first bytes.</summary>
internal sealed class SparseStream(byte[] start, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(count, Math.Max(0, length - Position));
        Array.Clear(buffer, offset, read);
        int known = (int)Math.Min(read, Math.Max(0, start.Length - Position));
        if (known > 0)
        {
            Array.Copy(start, Position, buffer, offset, known);
        }

        Position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
