using System.Diagnostics;

namespace NeuralGen.Tool.Tests.Running;

/// <summary>A disk of 32 KB in memory.</summary>
internal sealed class SmallDisk : IDisposable
{
    /// <summary>Whether one can be made here.</summary>
    public static bool IsPermitted { get; } = OperatingSystem.IsLinux() && Environment.UserName == "root" && Try();

    /// <summary>Makes one.</summary>
    public SmallDisk() => Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", Path));

    /// <summary>Its folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("neuralgen-disk-").FullName;

    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    private static bool Try()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("neuralgen-disk-");
        bool isMade = Run("mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", folder.FullName) == 0;
        if (isMade)
        {
            Run("umount", folder.FullName);
        }

        folder.Delete();
        return isMade;
    }

    private static int Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
