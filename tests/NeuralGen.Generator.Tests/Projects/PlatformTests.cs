using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Projects;

/// <summary>Projects that lack what generated code needs.</summary>
public class PlatformTests
{
    private const string Message = "Network 'Net' needs System.ReadOnlySpan<T>, which the project does not reference; add the package System.Memory";

    [Fact]
    public void A_project_without_spans_is_reported_at_the_attribute() => Diagnose
        .Source("[{|NEURAL0018:NeuralNetwork(Inputs = 2)|}] [Dense(1, Weights = new double[] { 1, 2 })] public partial class Net { }")
        .References(SpanlessCore.References)
        .UsedBy(Consumer.TypeOnly)
        .Reports(Message);

    [Fact]
    public void A_project_without_spans_is_reported_at_the_file() => Diagnose
        .File("""{|NEURAL0018:{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }|}""")
        .References(SpanlessCore.References)
        .Unused()
        .Reports(Message);

    [Fact]
    public void A_project_without_our_library_is_left_alone()
    {
        Hosting.GeneratedProject project = new Hosting.GeneratorHost
        {
            References = [.. new Hosting.GeneratorHost().References.Where(reference => !reference.Display!.Contains("NeuralGen", StringComparison.Ordinal))],
        }.Source("public class Dense : System.Attribute; [Dense] public class Net;").Run();
        Assert.Empty(project.Analyze());
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Empty(project.Generated);
    }
}
