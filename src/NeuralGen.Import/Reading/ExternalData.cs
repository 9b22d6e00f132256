using System.Globalization;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Reading;

/// <summary>Reads values that lie in files beside the model. Nothing outside of the model's folder is read.</summary>
internal static class ExternalData
{
    /// <summary>Reads the bytes of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="folder">The folder of the model.</param>
    /// <param name="expected">How many bytes its shape holds.</param>
    /// <exception cref="ImportException">They cannot be read.</exception>
    public static ReadOnlyMemory<byte> Read(TensorProto tensor, string folder, long expected)
    {
        Dictionary<string, string> entries = [];
        foreach (StringStringEntryProto entry in tensor.ExternalData)
        {
            entries[entry.Key] = entry.Value;
        }

        string location = entries.TryGetValue("location", out string? said) ? said : "";
        string path = Resolve(tensor, folder, location);
        long offset = Number(tensor, entries, "offset", 0);
        long length = Number(tensor, entries, "length", expected);
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (length != expected || offset > stream.Length - length || length > int.MaxValue)
            {
                throw ImportException.Of(
                    ImportRules.Data, tensor.Name, FormattableString.Invariant($"'{location}' has {stream.Length} bytes, and {length} from byte {offset} on are asked for where its shape holds {expected}"));
            }

            byte[] bytes = new byte[length];
            stream.Position = offset;
            for (int read = 0; read < bytes.Length;)
            {
                int count = stream.Read(bytes, read, bytes.Length - read);
                read += count > 0 ? count : throw new EndOfStreamException();
            }

            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw ImportException.Of(ImportRules.Data, tensor.Name, $"its values are in '{location}': {exception.Message.TrimEnd('.')}");
        }
    }

    private static string Resolve(TensorProto tensor, string folder, string location)
    {
        bool isOutside = location.Length == 0 || location.IndexOf('\0') >= 0 || location.IndexOf(':') >= 0 || Path.IsPathRooted(location) || location[0] is '/' or '\\'
            || location.Split('/', '\\').Contains("..");
        string path = isOutside ? "" : Path.Combine(folder, location);
        for (string? part = path; !isOutside && part is not null && part.Length > folder.Length; part = Path.GetDirectoryName(part))
        {
            // A link leads elsewhere.
            isOutside |= (File.Exists(part) || Directory.Exists(part)) && (File.GetAttributes(part) & FileAttributes.ReparsePoint) != 0;
        }

        return !isOutside
            ? path
            : throw ImportException.Of(ImportRules.Data, tensor.Name, location.Length == 0 ? "nothing says which file holds its values" : $"its values are said to be in '{location}', which is not in the model's folder");
    }

    private static long Number(TensorProto tensor, Dictionary<string, string> entries, string key, long absent) =>
        !entries.TryGetValue(key, out string? text) ? absent
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : throw ImportException.Of(ImportRules.Data, tensor.Name, $"'{key}' of its file is '{text}'");
}
