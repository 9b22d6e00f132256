using System.Globalization;

namespace NeuralGen.Build;

/// <summary>Remembers that the tests of a network passed, until its file or its weights change.</summary>
/// <param name="path">Where that is written down.</param>
/// <param name="network">The network's file.</param>
/// <param name="weights">The weights file.</param>
internal sealed class TestedFile(string path, string network, string weights)
{
    private readonly string[] _state = [ConvertedFile.CurrentTool, .. State(network), .. State(weights)];

    /// <summary>Whether the tests have passed as things are.</summary>
    public bool IsPassed
    {
        get
        {
            try
            {
                return File.Exists(path) && string.Join("\n", File.ReadAllLines(path)) == string.Join("\n", _state);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    /// <summary>Writes down that they passed.</summary>
    public void Pass()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = OutputFile.Temporary(path);
        File.WriteAllLines(temporary, _state);
        OutputFile.Place(temporary, path);
    }

    private static IEnumerable<string> State(string path)
    {
        FileInfo file = new(path);
        return [path, file.Length.ToString(CultureInfo.InvariantCulture), file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture)];
    }
}
