using System.Text;
using NeuralGen.Compiler.Emission;

namespace NeuralGen.Tool.Generating;

/// <summary>Puts the files of a network into one: what stands before the namespace once, then the parts of the type.</summary>
internal static class SingleFile
{
    /// <summary>The text of one file.</summary>
    public static string Of(IReadOnlyList<GeneratedFile> files)
    {
        List<string> head = [];
        List<string> aliases = [];
        StringBuilder body = new();
        foreach (GeneratedFile file in files)
        {
            string[] lines = file.Text.Split('\n');
            int first = Array.FindIndex(lines, IsCode);
            foreach (string line in lines.Take(first))
            {
                List<string> target = line.StartsWith("using ", StringComparison.Ordinal) ? aliases : head;
                if (line.Length > 0 && !target.Contains(line))
                {
                    target.Add(line);
                }
            }

            body.Append('\n').Append(string.Join('\n', lines.Skip(first)).TrimEnd('\n')).Append('\n');
        }

        string usings = aliases.Count > 0 ? string.Join('\n', aliases) + "\n" : "";
        return $"{string.Join('\n', head)}\n{(usings.Length > 0 ? "\n" + usings : "")}{body}";
    }

    private static bool IsCode(string line) =>
        line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal) && !line.StartsWith('#') && (!line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("///", StringComparison.Ordinal));
}
