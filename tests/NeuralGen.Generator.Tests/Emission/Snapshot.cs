using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NeuralGen.Generator.Tests.Hosting;
using Xunit.Sdk;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>
/// Compares generated files with verified ones, much as Verify does: <c>Snapshots/Method/File.verified.cs</c>; what differs is
/// written as <c>.received.cs</c> beside it, to be looked at and renamed.
/// </summary>
internal static partial class Snapshot
{
    /// <summary>Nobody reads longer constants, whose hash the fingerprints hold.</summary>
    private const int MostLetters = 200;

    public static void Verify(GeneratedProject project, [CallerMemberName] string method = "", [CallerFilePath] string file = "") =>
        Verify(project.Generated, method, file);

    public static void Verify(IEnumerable<KeyValuePair<string, string>> files, [CallerMemberName] string method = "", [CallerFilePath] string file = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(SourceFolder.Resolve(file))!, "..", "Snapshots", method);
        Directory.CreateDirectory(folder);
        HashSet<string> verified = [.. Directory.EnumerateFiles(folder, "*.verified.cs").Select(path => Path.GetFileName(path)!)];
        List<string> differences = [];
        foreach ((string name, string text) in files)
        {
            string stem = Path.GetFileNameWithoutExtension(name);
            string path = Path.Combine(folder, stem + ".verified.cs");
            string received = Path.Combine(folder, stem + ".received.cs");
            string shortened = LongText().Replace(text, match => match.Value[..MostLetters] + Rest(match.Length));
            verified.Remove(stem + ".verified.cs");
            File.Delete(received);
            if (!File.Exists(path) || File.ReadAllText(path) != shortened)
            {
                File.WriteAllText(received, shortened);
                differences.Add(stem);
            }
        }

        if (differences.Count > 0 || verified.Count > 0)
        {
            throw new XunitException(
                $"Generated code differs from its snapshots in {method}. Look at the .received.cs files and rename those that are right: {string.Join(", ", differences)}"
                + (verified.Count > 0 ? $"; no longer generated: {string.Join(", ", verified)}" : ""));
        }
    }

    private static string Rest(int length) => string.Create(CultureInfo.InvariantCulture, $"… {length} characters\"");

    [GeneratedRegex("\"[^\"\\n]{250,}\"")]
    private static partial Regex LongText();
}
