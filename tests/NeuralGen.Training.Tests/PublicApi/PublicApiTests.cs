using System.Reflection;
using PublicApiGenerator;

namespace NeuralGen.Training.Tests.PublicApi;

/// <summary>
/// The public API, what generated code calls included, is what was approved: versions follow it (semantic versioning). Where it is meant to
/// change, the environment variable NEURALGEN_API=write writes the approved files anew.
/// </summary>
public class PublicApiTests
{
    public static TheoryData<string> Names => ["NeuralGen", "NeuralGen.Training"];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_what_was_approved(string name)
    {
        string text = Assembly.Load(name).GeneratePublicApi(new() { IncludeAssemblyAttributes = false, UseDenyNamespacePrefixesForExtensionMethods = false }).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";
        string path = Path.Combine(Root(), "tests", "NeuralGen.Training.Tests", "PublicApi", name + ".approved.txt");
        if (Environment.GetEnvironmentVariable("NEURALGEN_API") == "write")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllLines(path), text.TrimEnd('\n').Split('\n'));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NeuralGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
