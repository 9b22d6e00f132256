namespace NeuralGen.Browser.Tests.Hosting;

/// <summary>The browser that tests use: one that is installed already, since none is fetched.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    /// <summary>Where it is; null where none is found.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("NEURALGEN_CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Places, File.Exists);

    /// <summary>Why tests are skipped; null where they run.</summary>
    public static string? Missing => Path is null ? "needs Chromium, installed or named by NEURALGEN_CHROMIUM" : null;
}
