using System.Buffers;

namespace NeuralGen.Tool.Predicting;

/// <summary>Whole rows of a CSV file, as bytes.</summary>
/// <param name="Buffer">A rented array that begins with them.</param>
/// <param name="Length">How many bytes they take.</param>
/// <param name="FirstLine">The physical line of the file on which they begin, from 1.</param>
internal readonly record struct RowChunk(byte[] Buffer, int Length, long FirstLine)
{
    /// <summary>Gives the array back.</summary>
    public void Return() => ArrayPool<byte>.Shared.Return(Buffer);
}
