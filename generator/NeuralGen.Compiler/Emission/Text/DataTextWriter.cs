namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Writes bytes as string literals of a line each, which the compiler joins: what it reads fastest, by far.</summary>
/// <param name="context">What the writers share.</param>
internal sealed class DataTextWriter(EmissionContext context)
{
    private const int BytesPerLine = 32768;

    /// <summary>Writes the literals.</summary>
    /// <param name="bytes">Holds the bytes, two to a character.</param>
    /// <param name="count">How many of them, an even number.</param>
    /// <param name="end">What stands behind the last literal.</param>
    public void Write(byte[] bytes, int count, string end)
    {
        context.TakeText(count / sizeof(char));
        for (int start = 0; start < count; start += BytesPerLine)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            int next = Math.Min(start + BytesPerLine, count);
            context.Writer.Line($"\"{NumberText.Literal(bytes, start, next)}\"{(next < count ? " +" : end)}");
        }
    }
}
