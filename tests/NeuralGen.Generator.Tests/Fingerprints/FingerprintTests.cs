using System.Reflection;
using NeuralGen.Compiler.Emission;
using NeuralGen.Generator.Projects;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Fingerprints;

/// <summary>
/// The code of 300 networks is what it was, and computes what it did. Where a change of the code is meant,
/// <c>NEURALGEN_FINGERPRINTS=write dotnet test tests/NeuralGen.Generator.Tests --filter Fingerprints</c> rewrites the files, and
/// their difference shows how many networks it reaches and how far their numbers moved. Given a folder instead of <c>write</c>, the
/// code itself goes there, so that two versions of it can be compared.
/// </summary>
public class FingerprintTests
{
    private const int Networks = 300;

    /// <summary>Sums in another order and other machines: far below what any mistake changes.</summary>
    private const double Rounding = 2e-5;

    private static readonly string? Setting = Environment.GetEnvironmentVariable("NEURALGEN_FINGERPRINTS");

    private static readonly bool IsWriting = Setting == "write";

    private static readonly Lazy<(FingerprintNetwork[] Networks, NetworkModel[] Models)> Fixed = new(() =>
    {
        FingerprintNetwork[] networks = [.. Enumerable.Range(0, Networks).Select(seed => new FingerprintNetwork(seed))];
        return (networks, FingerprintedCode.Models(networks));
    });

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void Generated_code_is_what_it_was_and_computes_what_it_did(string name)
    {
        FingerprintPlatform platform = FingerprintPlatform.All.Single(candidate => candidate.Name == name);
        (FingerprintNetwork[] networks, NetworkModel[] models) = Fixed.Value;
        IReadOnlyList<GeneratedFile>[] code = [.. models.Select(model => FingerprintedCode.Write(model, platform))];
        if (!string.IsNullOrEmpty(Setting) && !IsWriting)
        {
            FingerprintedCode.Save(networks, code, Directory.CreateDirectory(Path.Combine(Setting, name)).FullName);
            return;
        }

        string path = Path.Combine(SourceFolder.Root, "tests", "NeuralGen.Generator.Tests", "Fingerprints", name + ".txt");
        Fingerprint[] known = IsWriting ? [] : [.. File.ReadLines(path).Select(Fingerprint.Parse)];

        // Compiling takes longer than all the rest; every network is compiled for some platform even in a share of them.
        int turn = FingerprintPlatform.All.ToList().IndexOf(platform);
        bool[] isCompiled = [.. networks.Select((_, index) => IsWriting || TestShare.Includes(index, turn, 9))];
        Assembly assembly = platform.Load(code.Where((_, index) => isCompiled[index]).SelectMany(files => files));
        List<Fingerprint> current = [];
        for (int i = 0; i < Networks; i++)
        {
            (double outputs, double derivatives) = isCompiled[i]
                ? FingerprintedCode.Run(networks[i], new CompiledNetwork(assembly.GetType("Project." + networks[i].Name, throwOnError: true)!))
                : (known[i].Outputs, known[i].Derivatives);
            current.Add(new Fingerprint(networks[i].Name, Fingerprint.Hash(code[i]), outputs, derivatives));
        }

        if (IsWriting)
        {
            File.WriteAllText(path, string.Concat(current.Select(fingerprint => fingerprint + "\n")));
            return;
        }

        Assert.Equal(Networks, known.Length);
        Assert.All(current.Zip(known), pair =>
        {
            (Fingerprint now, Fingerprint before) = pair;
            Assert.True(Math.Abs(now.Outputs - before.Outputs) <= Rounding, $"{name} {now.Network} predicts other numbers: {now} instead of {before}");
            Assert.True(Math.Abs(now.Derivatives - before.Derivatives) <= Rounding, $"{name} {now.Network} has other derivatives: {now} instead of {before}");
            Assert.True(now.Code == before.Code, $"{name} {now.Network} has other code: {now} instead of {before}");
        });
    }

    [Fact]
    public void The_first_platform_is_the_one_that_the_tests_run_on()
    {
        GeneratorHost host = new();
        Assert.Equal(FingerprintPlatform.All[0].Platform, PlatformProbe.Of(host.Compilation(), host.ParseOptions));
    }
}
