using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Reading.Files;

/// <summary>Files that are listed and cannot be read.</summary>
public class UnreadableFileTests
{
    [Fact]
    public void A_file_that_declares_its_own_type_is_reported_at_its_beginning()
    {
        GeneratedProject project = new GeneratorHost().UnreadableFile("a/missing.nn.json").Run();
        Diagnostic diagnostic = Assert.Single(project.Analyze());
        Assert.Equal("a/missing.nn.json(1,1): error NEURAL0308", diagnostic.ToString().Split(": The")[0]);
        Assert.Equal("The file 'a/missing.nn.json' of the network cannot be read", diagnostic.Text());
        Assert.Empty(project.CompilerDiagnostics);
    }

    [Fact]
    public void A_file_that_a_type_names_is_reported_at_the_type()
    {
        GeneratedProject project = new GeneratorHost()
            .UnreadableFile("a/missing.nn.json")
            .Source("""
                [NeuralGen.NeuralNetwork("missing.nn.json")]
                public static partial class Net;
                """)
            .Run();
        Diagnostic diagnostic = Assert.Single(project.Analyze());
        Assert.Equal("The file 'a/missing.nn.json' of the network cannot be read", diagnostic.Text());
        Assert.Equal("Source.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(0, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void An_empty_file_is_empty()
    {
        Diagnostic diagnostic = Assert.Single(new GeneratorHost().File("empty.nn.json", "").Run().Analyze());
        Assert.Equal("The file is empty", diagnostic.Text());
    }
}
