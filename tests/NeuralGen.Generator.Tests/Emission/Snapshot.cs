using System.Runtime.CompilerServices;
using NeuralGen.Generator.Tests.Hosting;
using Xunit.Sdk;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>
/// Compares generated files with verified ones, by the conventions of Verify: <c>Class.Method#File.verified.cs</c> beside
/// the tests; what differs is written as <c>.received.cs</c> to be looked at and renamed.
/// </summary>
internal static class Snapshot
{
    public static void Verify(GeneratedProject project, [CallerMemberName] string method = "", [CallerFilePath] string file = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(SourceFolder.Resolve(file))!, "..", "Snapshots");
        string prefix = $"{Path.GetFileNameWithoutExtension(file)}.{method}#";
        HashSet<string> verified = [.. Directory.EnumerateFiles(folder, $"{prefix}*.verified.cs").Select(path => Path.GetFileName(path)!)];
        List<string> differences = [];
        foreach ((string name, string text) in project.Generated)
        {
            string stem = prefix + Path.GetFileNameWithoutExtension(name);
            string path = Path.Combine(folder, stem + ".verified.cs");
            string received = Path.Combine(folder, stem + ".received.cs");
            verified.Remove(stem + ".verified.cs");
            File.Delete(received);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                File.WriteAllText(received, text);
                differences.Add(stem);
            }
        }

        if (differences.Count > 0 || verified.Count > 0)
        {
            throw new XunitException(
                $"Generated code differs from its snapshots. Look at the .received.cs files and rename those that are right: {string.Join(", ", differences)}"
                + (verified.Count > 0 ? $"; no longer generated: {string.Join(", ", verified)}" : ""));
        }
    }
}
