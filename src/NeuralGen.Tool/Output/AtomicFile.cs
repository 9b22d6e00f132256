using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Output;

/// <summary>A file that appears whole or not at all: it is written under another name beside its place.</summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _mayReplace;
    private bool _isCommitted;

    /// <summary>Begins to write a file.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="mayReplace">Whether a file that is there may go.</param>
    /// <exception cref="ToolException">There is a file that may not go, or nothing can be written there.</exception>
    public AtomicFile(string path, bool mayReplace)
    {
        RequireFree(path, mayReplace);
        _path = Path.GetFullPath(path);
        _mayReplace = mayReplace;
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileName(_path)}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");
        try
        {
            Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, exception);
        }
    }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Fails where a file stands that may not be written over.</summary>
    public static void RequireFree(string path, bool mayReplace)
    {
        if (Directory.Exists(path))
        {
            throw new ToolException($"{path}: cannot be written: it is a folder");
        }

        if (!mayReplace && File.Exists(path))
        {
            throw new ToolException($"{path}: exists already; --force writes over it");
        }
    }

    /// <summary>Writes a text, whole or not at all.</summary>
    public static void Write(string path, string text, bool mayReplace)
    {
        using AtomicFile file = new(path, mayReplace);
        file.Run(stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        file.Commit();
    }

    /// <summary>Copies a file and writes the text that goes with it: both appear, or neither.</summary>
    /// <param name="source">The file to copy.</param>
    /// <param name="copy">Where to.</param>
    /// <param name="path">The place of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="mayReplace">Whether files that are there may go.</param>
    public static void Write(string source, string copy, string path, string text, bool mayReplace)
    {
        using FileStream stream = File.OpenRead(source);
        using AtomicFile copied = new(copy, mayReplace);
        using AtomicFile written = new(path, mayReplace);
        copied.Run(stream.CopyTo);
        copied.Run(file => file.Flush());
        written.Run(file => file.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        written.Run(file => file.Flush());
        copied.Commit();
        written.Commit();
    }

    /// <summary>Writes something; an error names the file.</summary>
    public void Run(Action<Stream> write)
    {
        try
        {
            write(Stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(_path, exception);
        }
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        try
        {
            Stream.Flush(flushToDisk: true);
            Stream.Dispose();
            File.Move(_temporary, _path, _mayReplace);
            _isCommitted = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(_path, exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isCommitted)
        {
            return;
        }

        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // The disk is full: what the stream still holds is not wanted any more.
        }
        finally
        {
            File.Delete(_temporary);
        }
    }

    private static ToolException Failed(string path, Exception exception) => new($"{path}: cannot be written: {Words(exception)}");

    /// <summary>What is wrong, without the temporary name that nobody knows.</summary>
    public static string Words(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "access is denied",
        _ when exception.Message.Contains("No space left", StringComparison.OrdinalIgnoreCase) => "no space left on the disk",
        _ when exception.Message.Contains("Read-only", StringComparison.OrdinalIgnoreCase) => "the disk cannot be written to",
        _ => exception.Message.Split(" : '")[0].TrimEnd('.'),
    };
}
