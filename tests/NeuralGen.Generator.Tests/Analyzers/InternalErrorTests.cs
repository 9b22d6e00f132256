using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Analyzers;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Analyzers;

/// <summary>Failures of our own, which are reported like mistakes instead of breaking the build.</summary>
public class InternalErrorTests
{
    private const string Message = "NeuralGen failed on network '{0}': IOException: The file\\u000Ais gone; please report it";

    [Fact]
    public void A_failure_on_a_type_is_reported_at_its_attribute()
    {
        Compilation compilation = new GeneratorHost()
            .Source("[NeuralGen.NeuralNetwork(\"net.nn.json\")] public partial class Net;")
            .Compilation();
        Diagnostic diagnostic = Assert.Single(Diagnostics(compilation).OfType(compilation.GetTypeByMetadataName("Net")!, default));
        Assert.Equal("Source.cs(1,2)-(1,40): NEURAL0099", ReportedPlace.Of(diagnostic).ToString());
        Assert.Equal(Message.Replace("{0}", "Net", StringComparison.Ordinal), diagnostic.Text());
    }

    [Fact]
    public void A_failure_on_a_file_is_reported_at_the_file()
    {
        NetworkDiagnostics diagnostics = Diagnostics(new GeneratorHost().Compilation());
        Diagnostic diagnostic = Assert.Single(diagnostics.OfFile(diagnostics.Files[0], default));
        Assert.Equal("net.nn.json(1,1)-(1,1): NEURAL0099", ReportedPlace.Of(diagnostic).ToString());
        Assert.Equal(Message.Replace("{0}", "net.nn.json", StringComparison.Ordinal), diagnostic.Text());
    }

    private static NetworkDiagnostics Diagnostics(Compilation compilation) =>
        new(compilation, [new UnreadableText("net.nn.json")], new GeneratorHost().Property("RootNamespace", "").Options, CheckCache.Shared, default);
}
