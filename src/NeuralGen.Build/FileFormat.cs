using System.Text;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Build;

/// <summary>Recognises what a file is by what it holds.</summary>
internal static class FileFormat
{
    private const int Looked = HeaderText.PrefixLength + 1;

    /// <summary>Whether a file is one of <c>.safetensors</c>, sound or not: its header begins as one, or it has that name.</summary>
    /// <param name="stream">The file, at its beginning, where it stays.</param>
    /// <param name="name">Its name.</param>
    public static bool IsSafeTensors(Stream stream, string name) =>
        name.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) || (Start(stream) is { Length: Looked } start && start[HeaderText.PrefixLength] == '{');

    /// <summary>What helps whoever has a file of another format; empty where nothing is known.</summary>
    /// <param name="stream">The file, at its beginning, where it stays.</param>
    public static string Advice(Stream stream)
    {
        byte[] start = Start(stream);
        string text = Encoding.ASCII.GetString(start).TrimStart();
        return text.StartsWith("PK", StringComparison.Ordinal) || (start.Length > 1 && start[0] == 0x80 && start[1] is >= 2 and <= 5)
            ? ", but an archive or pickle such as torch.save writes; write the tensors with safetensors.torch.save_file"
            : text.StartsWith("{", StringComparison.Ordinal)
            ? ", but text that looks like JSON; .nn.json files of the project need no item"
            : "";
    }

    private static byte[] Start(Stream stream)
    {
        long position = stream.Position;
        byte[] bytes = new byte[Math.Min(Looked, stream.Length - position)];
        TensorValues.Fill(stream, bytes, bytes.Length);
        stream.Position = position;
        return bytes;
    }
}
