using System.Security.Cryptography;
using System.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Generator;
using NeuralGen.Tool.Models;

namespace NeuralGen.Tool.Compilation;

/// <summary>
/// Compiled networks of earlier runs, in a folder of the user's: the compiler takes two seconds to start, and a tool in a pipe is started
/// many times with one model. The environment variable <c>NEURALGEN_CACHE</c> names another folder, or is <c>off</c>.
/// </summary>
internal static class CodeCache
{
    private const string Variable = "NEURALGEN_CACHE";
    private const int MostFiles = 64;
    private const int MostBytes = 1 << 24;

    private static readonly string? Folder = FolderOfUser();

    /// <summary>What a compiled network depends on, as a name; null where it is not kept.</summary>
    public static string? KeyOf(OpenModel model, bool hasGradients)
    {
        if (Folder is null || model.Network.HasStoredNumbers)
        {
            return null;
        }

        // Whatever writes or runs the code: another build of it may do so in another way.
        Type[] makers = [typeof(CodeCache), typeof(Network), typeof(NetworkGenerator), typeof(NeuralNetworkAttribute), typeof(object), typeof(Import.ImportOptions)];
        StringBuilder text = new();
        text.AppendJoin('\n', makers.Select(maker => maker.Module.ModuleVersionId)).Append(hasGradients);
        text.Append(model.Request.Options).Append(model.Request.KeepsTrainable).Append(model.Weights is { } weights ? File.ReadAllText(weights.File.Facts) : "");
        text.Append(model.Source.Text);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The assembly of a key; null where it is not kept.</summary>
    public static byte[]? Find(string? key)
    {
        try
        {
            string? path = PathOf(key);
            if (path is null || !File.Exists(path))
            {
                return null;
            }

            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            byte[] bytes = File.ReadAllBytes(path);

            // A file that was cut off, or is none of ours, is as good as none.
            return bytes.Length > SHA256.HashSizeInBytes && SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))
                ? bytes[SHA256.HashSizeInBytes..]
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps an assembly. That it cannot be kept is no matter.</summary>
    public static void Keep(string? key, byte[] assembly)
    {
        if (PathOf(key) is not { } path || assembly.Length > MostBytes)
        {
            return;
        }

        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            CreateFolder();
            File.WriteAllBytes(temporary, [.. SHA256.HashData(assembly), .. assembly]);
            File.Move(temporary, path, overwrite: true);
            foreach (FileInfo old in new DirectoryInfo(Folder!).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostFiles))
            {
                old.Delete();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It was never written, or the disk is gone.
        }
    }

    private static void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder!);
        }
        else
        {
            // What lies there is run: nobody else may write to it.
            Directory.CreateDirectory(Folder!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string? PathOf(string? key) => key is null || Folder is null ? null : Path.Combine(Folder, key + ".code");

    private static string? FolderOfUser()
    {
        string said = Environment.GetEnvironmentVariable(Variable) ?? "";
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return said.Equals("off", StringComparison.OrdinalIgnoreCase) ? null : said.Length > 0 ? Path.GetFullPath(said) : home.Length > 0 ? Path.Combine(home, "neuralgen", "code") : null;
    }
}
