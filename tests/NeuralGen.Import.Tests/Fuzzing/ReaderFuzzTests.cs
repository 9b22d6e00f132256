using System.Diagnostics;
using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Import.Tests.Models;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.Fuzzing;

/// <summary>
/// Damaged models of every format: never an exception, never more than some seconds or memory without bound; each gives a network or at least
/// one error. The environment variable <c>NEURALGEN_FUZZ_MINUTES</c> says how long to go on, with other files each time.
/// </summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int SmallFile = 12_000;
    private const int Usual = 400;
    private const int All = 20_000;
    private const long MostMemory = 1L << 30;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_damaged_model_is_a_network_or_an_error()
    {
        double minutes = double.TryParse(Environment.GetEnvironmentVariable("NEURALGEN_FUZZ_MINUTES"), CultureInfo.InvariantCulture, out double said) ? said : 0;
        int first = minutes > 0 ? Environment.TickCount : 1;
        (string Name, byte[] Bytes)[] originals = [.. Originals()];
        Stopwatch time = Stopwatch.StartNew();
        int sound = 0;
        int count = 0;
        for (; minutes > 0 ? time.Elapsed.TotalMinutes < minutes : count < TestShare.Of(All, Usual); count++)
        {
            sound += Check(first + count, originals) ? 1 : 0;
        }

        output.WriteLine($"{count} files, {sound} of them networks, {count - sound} errors.");

        // Files of both kinds occur, or this proves nothing.
        Assert.InRange(sound, count / 100, count * 9 / 10);
    }

    private bool Check(int seed, (string Name, byte[] Bytes)[] originals)
    {
        Random random = new(seed);
        (string name, byte[] bytes) = originals[random.Next(originals.Length)];
        byte[] file = new ByteMutator(random).Mutate(bytes, originals[random.Next(originals.Length)].Bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        try
        {
            bool isSound = name.EndsWith(".nn.json", StringComparison.Ordinal) ? IsNetwork(Encoding.UTF8.GetString(file)) : IsImported(file, name);
            long memory = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(memory < MostMemory, $"{memory} bytes were allocated");
            Assert.True(Stopwatch.GetElapsedTime(start) < Longest, $"it took {Stopwatch.GetElapsedTime(start)}");
            return isSound;
        }
        catch (Exception exception)
        {
            string kept = Path.Combine(Path.GetTempPath(), $"neuralgen-fuzz-{seed}-{name}");
            File.WriteAllBytes(kept, file);
            throw new InvalidOperationException($"Seed {seed}, kept as {kept}", exception);
        }
    }

    private bool IsImported(byte[] bytes, string name)
    {
        (IReadOnlyList<Build.FileProblem> problems, Build.ImportedFile imported) = _folder.Import(bytes, null, name);
        Assert.All(problems, problem => Assert.DoesNotContain(problem.Message, char.IsControl));
        if (problems.Count > 0)
        {
            return false;
        }

        string text = File.ReadAllText(imported.Network);
        WeightsFile? weights = imported.Weights is { } made ? WeightsFileReader.Read("weights", File.ReadAllText(made.Facts), CancellationToken.None) : null;
        ProblemList found = new();
        BoundNetwork bound = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(text, found, CancellationToken.None) with { Weights = weights }, "Net", found);

        // What the importer lets through and the compiler does not take, such as weights that are no numbers, is an error of its own.
        Assert.True(bound.Network is not null || found.Problems.Any(problem => problem.IsError));
        return bound.Network is not null;
    }

    private static bool IsNetwork(string text)
    {
        ProblemList found = new();
        BoundNetwork bound = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(text, found, CancellationToken.None), "Net", found);
        Assert.True(bound.Network is not null || found.Problems.Any(problem => problem.IsError));
        return bound.Network is not null;
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Originals()
    {
        foreach (string folder in new[] { "tests/fixtures", "samples" })
        {
            foreach (string path in Directory.EnumerateFiles(Path.Combine(SourceRoot.Path, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string name = Path.GetFileName(path);
                bool isModel = name.EndsWith(".onnx", StringComparison.Ordinal) || name.EndsWith(".nn.json", StringComparison.Ordinal);
                if (isModel && new FileInfo(path).Length < SmallFile && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
                {
                    yield return (name, File.ReadAllBytes(path));
                }
            }
        }

        for (int i = 0; i < 8; i++)
        {
            yield return ("small.nnet", Encoding.UTF8.GetBytes(SmallFiles.Nnet));
            yield return ("small.json", Encoding.UTF8.GetBytes(SmallFiles.RtNeural));
        }
    }
}
