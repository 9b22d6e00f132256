using System.Text.RegularExpressions;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>Networks that compile, by the schema.</summary>
public class SchemaDocumentTests
{
    public static TheoryData<string> Samples => new(Directory
        .EnumerateFiles(Path.Combine(SourceFolder.Root, "samples"), "*.nn.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(SourceFolder.Root, path))
        .Where(path => !Regex.IsMatch(path, @"[\\/](bin|obj)[\\/]")));

    [Fact]
    public void Random_networks_are_accepted() => Assert.All(
        Enumerable.Range(0, 400), seed => Assert.Empty(NetworkSchema.Validate(new RandomNetwork(seed).Json)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Samples_are_accepted(string path) => Assert.Empty(NetworkSchema.Validate(File.ReadAllText(Path.Combine(SourceFolder.Root, path))));

    [Fact]
    public void A_file_that_completes_attributes_is_accepted() => Assert.Empty(NetworkSchema.Validate("{ }"));
}
