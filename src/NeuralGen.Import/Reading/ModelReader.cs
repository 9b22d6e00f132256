using System.Text;
using Google.Protobuf;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Reading;

/// <summary>Recognises and reads files of models.</summary>
internal static class ModelReader
{
    private const int Looked = 256;

    /// <summary>Whether a file is a model by its name or by how it begins: a message that starts with the version of its format.</summary>
    /// <param name="stream">The file, at its beginning, where it stays.</param>
    /// <param name="name">Its name.</param>
    public static bool IsModel(Stream stream, string name)
    {
        if (name.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        byte[] start = Start(stream);
        return start.Length > 2 && start[0] == 0x08 && start[1] is > 0 and < 0x40 && start[2] is 0x12 or 0x1A or 0x22 or 0x2A or 0x3A or 0x42;
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="ImportException">It is none.</exception>
    public static ModelProto Read(Stream stream, string name)
    {
        string foreign = Foreign(Start(stream));
        if (foreign.Length > 0)
        {
            throw ImportException.Of(ImportRules.Malformed, name, foreign);
        }

        try
        {
            return ModelProto.Parser.ParseFrom(stream);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw ImportException.Of(ImportRules.Malformed, name, exception.Message.TrimEnd('.').Replace('\n', ' '));
        }
        catch (OutOfMemoryException)
        {
            throw ImportException.Of(ImportRules.Malformed, name, "it says that it is larger than memory");
        }
    }

    private static string Foreign(byte[] start)
    {
        string text = Encoding.ASCII.GetString(start).TrimStart();
        return start.Length == 0 ? "it is empty"
            : text.StartsWith("version https://git-lfs", StringComparison.Ordinal) ? "it is a pointer of Git LFS; 'git lfs pull' fetches the file"
            : text.StartsWith("<", StringComparison.Ordinal) ? "it is a page of HTML or XML, as servers send in place of a file"
            : text.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) ? "it is a zip archive; the model may be inside"
            : text.StartsWith("{", StringComparison.Ordinal) ? "it is text that looks like JSON"
            : start.Length > 1 && start[0] == 0x1F && start[1] == 0x8B ? "it is compressed by gzip"
            : "";
    }

    private static byte[] Start(Stream stream)
    {
        long position = stream.Position;
        byte[] bytes = new byte[(int)Math.Min(Looked, stream.Length - position)];
        int read = 0;
        while (read < bytes.Length && stream.Read(bytes, read, bytes.Length - read) is > 0 and var count)
        {
            read += count;
        }

        stream.Position = position;
        return bytes;
    }
}
