using System.Globalization;

namespace NeuralGen.Build;

/// <summary>What was made of a file, and of which state of it: a second build reads this instead of the file.</summary>
/// <param name="Tool">What made it.</param>
/// <param name="Path">The file's path as the project writes it.</param>
/// <param name="Length">The length of the file in bytes.</param>
/// <param name="Written">When the file was written last.</param>
/// <param name="Resource">The name of the resource; empty where there is none.</param>
internal sealed record ConvertedFile(string Tool, string Path, long Length, DateTime Written, string Resource)
{
    /// <summary>This build of the task.</summary>
    public static string CurrentTool { get; } = typeof(ConvertedFile).Module.ModuleVersionId.ToString();

    /// <summary>Reads what was made; null where that is not known.</summary>
    public static ConvertedFile? TryRead(string path)
    {
        try
        {
            string[] lines = File.ReadAllLines(path);
            return lines.Length == 5
                && long.TryParse(lines[2], NumberStyles.None, CultureInfo.InvariantCulture, out long length)
                && long.TryParse(lines[3], NumberStyles.None, CultureInfo.InvariantCulture, out long ticks)
                ? new ConvertedFile(lines[0], lines[1], length, new DateTime(ticks, DateTimeKind.Utc), lines[4])
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Writes it down.</summary>
    public void Write(string path)
    {
        string temporary = OutputFile.Temporary(path);
        File.WriteAllLines(
            temporary, [Tool, Path, Length.ToString(CultureInfo.InvariantCulture), Written.Ticks.ToString(CultureInfo.InvariantCulture), Resource]);
        OutputFile.Place(temporary, path);
    }
}
