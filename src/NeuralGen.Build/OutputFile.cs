using System.Runtime.CompilerServices;
using NeuralGen.Compiler;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Build;

/// <summary>Writes files that other builds may be reading or writing: nobody ever sees half a file.</summary>
internal static class OutputFile
{
    private const int Tries = 20;
    private const int MillisecondsBetweenTries = 50;

    /// <summary>A name beside a file that nobody else uses.</summary>
    public static string Temporary(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    /// <summary>Puts a written file in the place of another, unless the two are the same: a file that stays as it was makes no work.</summary>
    /// <param name="temporary">The file; it is gone afterwards.</param>
    /// <param name="path">The place.</param>
    /// <exception cref="IOException">Somebody keeps the old file open.</exception>
    public static void Place(string temporary, string path)
    {
        for (int i = 1; !TryPlace(temporary, path, isLast: i == Tries); i++)
        {
            // Another build is just placing or reading its own.
            Thread.Sleep(MillisecondsBetweenTries);
        }
    }

    private static bool TryPlace(string temporary, string path, bool isLast)
    {
        try
        {
            if (IsSame(temporary, path))
            {
                File.Delete(temporary);
            }
            else
            {
                File.Delete(path);
                File.Move(temporary, path);
            }

            return true;
        }
        catch (Exception exception) when (!isLast && (exception is IOException or UnauthorizedAccessException))
        {
            return false;
        }
    }

    private static bool IsSame(string temporary, string path)
    {
        FileInfo first = new(temporary);
        FileInfo second = new(path);
        if (!second.Exists || first.Length != second.Length)
        {
            return false;
        }

        using FileStream left = first.OpenRead();
        using FileStream right = second.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] leftBytes = new byte[1 << 16];
        byte[] rightBytes = new byte[leftBytes.Length];
        for (long rest = first.Length; rest > 0; rest -= leftBytes.Length)
        {
            int count = (int)Math.Min(rest, leftBytes.Length);
            TensorValues.Fill(left, leftBytes, count);
            TensorValues.Fill(right, rightBytes, count);
            if (!IsSame(leftBytes, rightBytes, count))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(ColdBuild.Optimized)]
    private static bool IsSame(byte[] left, byte[] right, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }
}
