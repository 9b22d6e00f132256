using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Output;

/// <summary>Opens files of data; what stands against it is told in one line.</summary>
internal static class InputFile
{
    private const int BufferLength = 1;

    /// <summary>Opens a file for reading from its beginning.</summary>
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return Directory.Exists(path)
                ? throw new ToolException($"{path}: cannot be read: it is a folder")
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferLength, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException($"{path}: cannot be read: there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: cannot be read: access is denied");
        }
        catch (IOException exception)
        {
            throw new ToolException($"{path}: cannot be read: {exception.Message.TrimEnd('.')}");
        }
    }
}
