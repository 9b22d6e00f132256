using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Projects;

/// <summary>What a build writes for a model that it could not import: callers compile, and nothing else is reported.</summary>
public class StandInTests
{
    private const string File = """
        {
          "name": "Net",
          "inputs": [{ "name": "x", "shape": [2, 3] }, { "name": "k", "shape": [4], "type": "long" }],
          "outputs": [{ "name": "y", "shape": [2] }],
          "labels": ["no", "yes"],
          "source": { "missing": true }
        }
        """;

    private const string Caller = """
        using System;
        public static class Caller
        {
            public static void Predict()
            {
                float[] y = new float[NAME.YSize];
                NAME.Predict(new float[NAME.XSize], new long[4], y);
                Console.WriteLine(NAME.Classify(new float[6], new long[4]) == NAME.Label.Yes);
            }
        }
        """;

    [Fact]
    public void A_file_alone_makes_a_class_that_throws()
    {
        GeneratedProject project = new GeneratorHost().File("net.nn.json", File).Source(Caller.Replace("NAME", "Project.Net", StringComparison.Ordinal).Replace("YSize", "OutputSize", StringComparison.Ordinal)).Run();
        AssertThrows(project);
    }

    [Fact]
    public void A_class_of_the_projects_throws_too()
    {
        GeneratedProject project = new GeneratorHost()
            .File("/p/obj/NeuralGen/digits.onnx.nn.json", File)
            .Link("/p/obj/NeuralGen/digits.onnx.nn.json", "digits.onnx")
            .Source("using NeuralGen; [NeuralNetwork(\"digits.onnx\")] public partial class Own;")
            .Source(Caller.Replace("NAME", "Own", StringComparison.Ordinal).Replace("YSize", "OutputSize", StringComparison.Ordinal), "Caller.cs")
            .Run();
        AssertThrows(project);
    }

    [Fact]
    public void A_model_of_which_nothing_is_known_has_a_class()
    {
        GeneratedProject project = new GeneratorHost().File("net.nn.json", """{ "name": "Net", "source": { "missing": true } }""").Source("public class Caller { public Project.Net? Field; }").Run();
        Assert.Empty(project.Analyze());
        Assert.NotNull(project.Load().GetType("Project.Net"));
    }

    private static void AssertThrows(GeneratedProject project)
    {
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Empty(project.Analyze());
        System.Reflection.MethodInfo call = project.Load().GetType("Caller", throwOnError: true)!.GetMethod("Predict")!;
        Exception thrown = Assert.Throws<System.Reflection.TargetInvocationException>(() => call.Invoke(null, null)).InnerException!;
        Assert.Contains("was built with errors", Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal);
    }
}
