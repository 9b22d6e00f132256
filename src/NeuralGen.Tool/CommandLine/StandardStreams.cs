using Microsoft.Win32.SafeHandles;

namespace NeuralGen.Tool.CommandLine;

/// <summary>Standard input and output as streams of bytes.</summary>
internal static class StandardStreams
{
    /// <summary>The name that stands for standard input or output where a file could be named.</summary>
    public const string Name = "-";

    private const int OutputHandle = 1;
    private const int BrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);

    /// <summary>Whether a name stands for standard input or output.</summary>
    public static bool IsStandard(string path) => path == Name;

    /// <summary>Standard output; into a pipe that nobody reads any more it throws, while the console's own stream says nothing.</summary>
    public static Stream Output()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        FileStream stream = new(new SafeFileHandle(OutputHandle, ownsHandle: false), FileAccess.Write, bufferSize: 1);

        // Of a file others may write to behind us: the console's stream goes on where the file is.
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    /// <summary>Whether an exception says that nobody reads a pipe any more.</summary>
    public static bool IsClosedPipe(IOException exception) =>
        exception.HResult is BrokenPipe or WindowsBrokenPipe || exception.InnerException is System.Net.Sockets.SocketException || exception.Message.Contains("Broken pipe", StringComparison.Ordinal);
}
