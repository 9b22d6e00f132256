namespace NeuralGen.Package.Tests.Consumers;

/// <summary>A test that takes long: it runs where all do, and where what it needs is there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    private static readonly string[] Linkers = ["/usr/bin/clang", "/usr/bin/gcc"];

    public LongFactAttribute() => Skip =
        Environment.GetEnvironmentVariable("NEURALGEN_TESTS") != "all" ? "runs where NEURALGEN_TESTS is 'all'"
        : !OperatingSystem.IsLinux() || !Array.Exists(Linkers, File.Exists) ? "needs a linker for native programs on Linux"
        : null;
}
