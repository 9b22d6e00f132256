namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>
/// Starts a check of what a project reports. Places are marked in the texts themselves: <c>{|NEURAL0101:[1, 2, 3]|}</c>.
/// </summary>
internal static class Diagnose
{
    /// <summary>A project with the file <c>net.nn.json</c>, which declares the type <c>Net</c>.</summary>
    public static Diagnosis File(string markup) => new Diagnosis().File("net.nn.json", markup);

    /// <summary>A project with a file.</summary>
    public static Diagnosis File(string path, string markup) => new Diagnosis().File(path, markup);

    /// <summary>A project with a file that it shows under another path.</summary>
    public static Diagnosis LinkedFile(string path, string link, string markup) => new Diagnosis().LinkedFile(path, link, markup);

    /// <summary>A project with a C# source.</summary>
    public static Diagnosis Source(string markup) => new Diagnosis().Source(markup);
}
