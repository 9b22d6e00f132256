using NeuralGen.Compiler.Json;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>Reads and checks the header of a <c>.safetensors</c> file.</summary>
/// <remarks>
/// The format is that of the library safetensors: the length of the header, the header, the data. Stricter than some writers
/// need: names are unique, and the tensors fill the data without holes and overlaps.
/// </remarks>
internal static class SafeTensorsReader
{
    private const string Metadata = "__metadata__";

    /// <summary>Reads the header. What is wrong is told at once, and nothing is thrown for it.</summary>
    /// <param name="stream">The file, at its beginning; it can seek.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <param name="problems">What is wrong; empty if the file is right.</param>
    /// <returns>The file, or null if there are problems.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static SafeTensorsFile? TryRead(Stream stream, string name, out IReadOnlyList<string> problems)
    {
        TensorProblems found = new(name);
        SafeTensorsFile? file = HeaderText.Read(stream, found) is { } text ? Parse(text, stream, found) : null;
        problems = found.Messages;
        return found.IsEmpty ? file : null;
    }

    private static SafeTensorsFile? Parse(string text, Stream stream, TensorProblems problems)
    {
        if (JsonDocument.TryParse(text, out JsonError? error) is not { } document)
        {
            problems.Add($"The header of {problems.File} is no JSON: {TensorProblems.Shorten(error!.Message.TrimEnd('.'))} at character {error.Start}");
            return null;
        }

        if (document.Root.Kind != JsonKind.Object)
        {
            problems.Add($"The header of {problems.File} is {TensorProblems.Shorten(document.Root.Raw)}; it must be an object with a member per tensor");
            return null;
        }

        long start = stream.Position;
        long length = stream.Length - start;
        Dictionary<string, string> metadata = [];
        List<TensorEntry> tensors = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        TensorParser parser = new(problems, length);
        foreach (JsonMember member in document.Root.Members)
        {
            string name = member.Name;
            if (!names.Add(name))
            {
                problems.Add($"{problems.File} has {TensorProblems.Quote(name)} twice");
            }
            else if (name == Metadata)
            {
                ReadMetadata(member.Value, metadata, problems);
            }
            else if (parser.Parse(name, member.Value) is { } tensor)
            {
                tensors.Add(tensor);
            }
        }

        TensorEntry[] ordered = [.. tensors.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End)];
        if (problems.IsEmpty)
        {
            DataLayout.Check(ordered, length, problems);
        }

        return new SafeTensorsFile(metadata, ordered, start);
    }

    private static void ReadMetadata(JsonValue value, Dictionary<string, string> metadata, TensorProblems problems)
    {
        if (value.Kind != JsonKind.Object)
        {
            problems.Add($"'{Metadata}' of {problems.File} is {TensorProblems.Shorten(value.Raw)}; it must be an object whose members are strings");
        }

        foreach (JsonMember member in value.Members)
        {
            if (member.Value.Kind != JsonKind.String)
            {
                problems.Add($"{TensorProblems.Quote(member.Name)} in '{Metadata}' of {problems.File} is {TensorProblems.Shorten(member.Value.Raw)}; it must be a string");
            }
            else if (metadata.ContainsKey(member.Name))
            {
                problems.Add($"'{Metadata}' of {problems.File} has {TensorProblems.Quote(member.Name)} twice");
            }
            else
            {
                metadata.Add(member.Name, member.Value.GetString());
            }
        }
    }
}
