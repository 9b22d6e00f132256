namespace RowScorer;

/// <summary>A file that appears whole or not at all: what a task that was killed has written is under another name.</summary>
internal sealed class WholeFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;

    public WholeFile(string path)
    {
        _path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);

        // In the same folder, so that renaming copies nothing; another task may write the same file at the same time.
        _temporary = $"{_path}.{Environment.ProcessId}-{Path.GetRandomFileName()}.tmp";
        Stream = new(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
    }

    public FileStream Stream { get; }

    /// <summary>Lets the file appear.</summary>
    public void Complete()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(_temporary, _path, overwrite: true);
    }

    public void Dispose()
    {
        Stream.Dispose();
        File.Delete(_temporary);
    }
}
