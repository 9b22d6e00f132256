namespace NeuralGen.Import.Reading;

/// <summary>Finds lines and columns of texts, which count from 1.</summary>
internal static class TextPosition
{
    /// <summary>The line and the column of a character.</summary>
    public static (int Line, int Column) Of(string text, int index)
    {
        int line = 1;
        int begin = 0;
        for (int i = 0; i < index; i++)
        {
            bool isEnd = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            (line, begin) = isEnd ? (line + 1, i + 1) : (line, begin);
        }

        return (line, index - begin + 1);
    }
}
