using System.Globalization;
using System.Security.Cryptography;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Build;

/// <summary>A file that an item names, and what is made of it.</summary>
/// <param name="path">The path as the project writes it.</param>
/// <param name="fullPath">The full path.</param>
/// <param name="output">The full path of what is made, without its endings.</param>
internal sealed class ModelFile(string path, string fullPath, string output)
{
    private const int HashDigits = 16;
    private const int BufferLength = 1 << 17;

    /// <summary>The full path of the file.</summary>
    public string Source => fullPath;

    /// <summary>The facts, which the compiler reads.</summary>
    public string Facts => output + ".facts.json";

    /// <summary>The values, which the program reads.</summary>
    public string Values => output + ".bin";

    /// <summary>What was made, for the next build.</summary>
    public string Stamp => output + ".stamp";

    /// <summary>The name of the resource; empty where there is none.</summary>
    public string Resource { get; private set; } = "";

    /// <summary>Everything that exists.</summary>
    public IEnumerable<string> Written => Resource.Length > 0 ? [Facts, Values, Stamp] : [Facts, Stamp];

    /// <summary>Reads the file and writes what is made of it, unless that is there already.</summary>
    /// <returns>What is wrong with the file; nothing is left then of what was made before.</returns>
    public IReadOnlyList<FileProblem> Convert()
    {
        try
        {
            FileInfo source = new(fullPath);
            if (!source.Exists)
            {
                return Fail(ModelFileRules.Unreadable, path, Directory.Exists(fullPath) ? "it is a folder" : "there is no such file");
            }

            ConvertedFile state = new(ConvertedFile.CurrentTool, path, source.Length, source.LastWriteTimeUtc, "");
            return IsMade(state) ? [] : Convert(source, state);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(ModelFileRules.Unreadable, path, exception.Message.TrimEnd('.'));
        }
    }

    private bool IsMade(ConvertedFile state)
    {
        if (ConvertedFile.TryRead(Stamp) is not { } made || made with { Resource = "" } != state || !File.Exists(Facts) || (made.Resource.Length > 0 && !File.Exists(Values)))
        {
            return false;
        }

        Resource = made.Resource;
        return true;
    }

    private IReadOnlyList<FileProblem> Convert(FileInfo source, ConvertedFile state)
    {
        using FileStream stream = new(source.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength);
        string name = Path.GetFileName(path);
        if (!FileFormat.IsSafeTensors(stream, name))
        {
            return Fail(ModelFileRules.UnknownFormat, path, FileFormat.Advice(stream));
        }

        if (SafeTensorsReader.TryRead(stream, name, out IReadOnlyList<string> problems) is not { } file)
        {
            return Fail(problems.Select(problem => new FileProblem(ModelFileRules.Damaged, ModelFileRules.Damaged.Text(problem))));
        }

        if (WeightsConverter.ResourceLength(file) is > int.MaxValue and var length)
        {
            return Fail(ModelFileRules.TooLarge, path, length, int.MaxValue);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        string hash = Hash(stream);
        string temporaryValues = OutputFile.Temporary(Values);
        string temporaryFacts = OutputFile.Temporary(Facts);
        try
        {
            Resource = WeightsConverter.NeedsResource(file) ? $"NeuralGen.{name}.{hash.Substring(0, HashDigits)}" : "";
            IReadOnlyList<TensorFacts> facts;
            using (FileStream? values = Resource.Length > 0 ? new(temporaryValues, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferLength) : null)
            {
                facts = new WeightsConverter(stream, file).Convert(values);
            }

            using (FileStream target = new(temporaryFacts, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferLength))
            {
                FactsWriter.Write(target, path.Replace('\\', '/'), hash, Resource.Length > 0 ? Resource : null, facts);
            }

            if (Resource.Length > 0)
            {
                OutputFile.Place(temporaryValues, Values);
            }
            else
            {
                File.Delete(Values);
            }

            OutputFile.Place(temporaryFacts, Facts);
            (state with { Resource = Resource }).Write(Stamp);
        }
        finally
        {
            File.Delete(temporaryValues);
            File.Delete(temporaryFacts);
        }

        return [];
    }

    /// <summary>The SHA-256 of a file, in hexadecimal digits.</summary>
    public static string Hash(Stream stream)
    {
        stream.Position = 0;
        using SHA256 algorithm = SHA256.Create();
        return string.Concat(algorithm.ComputeHash(stream).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private IReadOnlyList<FileProblem> Fail(Rule rule, params object[] arguments) => Fail([new FileProblem(rule, rule.Text(arguments))]);

    private IReadOnlyList<FileProblem> Fail(IEnumerable<FileProblem> problems)
    {
        // What belongs to an earlier state of the file must not pass for this one.
        foreach (string made in new[] { Stamp, Facts, Values }.Where(File.Exists))
        {
            File.Delete(made);
        }

        Resource = "";
        return [.. problems];
    }
}
