using System.Reflection;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>The members of networks with several inputs or outputs: their signatures, names, and what they do about wrong calls.</summary>
public class TensorMemberTests
{
    [Fact]
    public void Inputs_of_one_value_are_parameters_by_name() => Assert.Equal("2,1.5,0.5,Index 0 of 'kind' is 2; it must be from 0 to 1. (Parameter 'kind')\nActual value was 2.", Run("""
        [NeuralNetwork] [Input("age", 1)] [Input("kind", 1, Type = ElementType.Long)]
        [Embedding(2, 1, Weights = new double[] { 1, 0.5 }, Inputs = new[] { "kind" })] [Flatten(Name = "k")]
        [Concat(Inputs = new[] { "age", "k" })] [Dense(1, Weights = new double[] { 1, 1 })]
        public static partial class Net { }
        """, """
        string error = "";
        try { Net.Predict(0f, 2L); } catch (ArgumentOutOfRangeException exception) { error = exception.Message; }
        return $"{Net.Predict(1f, 0L)},{Net.Predict(1f, 1L)},{Net.Predict(new float[] { 0 }, new long[] { 1 })},{error}";
        """));

    [Fact]
    public void Labels_belong_to_the_output_that_has_as_many_values() => Assert.Equal("go,stay", Run("""
        [NeuralNetwork(Labels = new[] { "stay", "go" })] [Input("i", 1)] [Input("largest", 1)]
        [Concat(Inputs = new[] { "i", "largest" }, Name = "both")]
        [Dense(3, Weights = new double[] { 1, 1, 2, 2, 3, 3 }, Name = "other")]
        [Dense(2, Activation.Softmax, Weights = new double[] { 1, 0, 0, 1 }, Inputs = new[] { "both" }, Name = "scores")]
        [Output("other")] [Output("scores")]
        public static partial class Net { }
        """, """
        return $"{Net.Classify(new float[] { 1 }, new float[] { 2 })},{Net.Classify(new float[] { 3 }, new float[] { 2 })}".ToLowerInvariant();
        """));

    [Fact]
    public void Names_that_are_taken_get_a_number() => Assert.Equal(
        "input,gradient2,workspace2,@class|1,2,3",
        Run("""
        [NeuralNetwork] [Input("input", 1)] [Input("gradient", 2)] [Input("workspace", 3)] [Input("class", 4)]
        [Concat(Inputs = new[] { "input", "gradient", "workspace", "class" })]
        public static partial class Net { }
        """, """
        var method = typeof(Net).GetMethods().First(method => method.Name == "PredictBatch");
        return $"{string.Join(",", method.GetParameters().Take(4).Select(parameter => parameter.Name == "class" ? "@class" : parameter.Name))}|{Net.InputSize},{Net.GradientSize},{Net.Workspace2Size}";
        """));

    [Theory]
    [InlineData("Single", "float")]
    [InlineData("Double", "double")]
    public void A_large_network_computes_in_memory_of_the_callers(string precision, string number) => Assert.Equal("True,True,The span 'workspace' has 100 bytes; True", Run($$"""
        [NeuralNetwork(InputShape = new[] { 1, 64, 64 }, Precision = Precision.{{precision}})]
        [Conv2d(8, Kernel = 3, Padding = 1, Activation = Activation.Relu, Weights = new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
        [GlobalAveragePool]
        public static partial class Net { }
        """, $$"""
        Net.Prepare();
        {{number}}[] input = Enumerable.Range(0, Net.InputSize).Select(i => ({{number}})Math.Sin(i)).ToArray(), rented = new {{number}}[8], own = new {{number}}[8];
        byte[] workspace = Enumerable.Repeat((byte)255, Net.WorkspaceSize + 3).ToArray();
        Net.Predict(input, rented);
        Net.Predict(input, own, workspace.AsSpan(3));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Net.Predict(input, own, workspace.AsSpan(3));
        bool allocates = GC.GetAllocatedBytesForCurrentThread() != before;
        string error = "";
        try { Net.Predict(input, own, workspace.AsSpan(0, 100)); } catch (ArgumentException exception) { error = exception.Message; }
        return $"{rented.SequenceEqual(own)},{!allocates},{error.Split(';')[0]}; {Net.WorkspaceSize > 32 * 1024}";
        """));

    [Fact]
    public void A_workspace_that_is_too_small_is_an_error_at_the_call()
    {
        string reported = Reported("""
            [NeuralNetwork(InputShape = new[] { 10, 1000 })] [Transpose(1, 0)] [Softmax(Axis = 0)] [Transpose(1, 0)] [Softmax(Axis = 0)] public static partial class Net { }
            """, "Net.Predict(new float[10000], new float[10000], new byte[100]); Net.Predict(new float[10000], new float[10000], new byte[1000000]);");
        Assert.Matches(@"^NEURAL0501: 'workspace' of Net.Predict gets 100 values; \d{5} are needed, which is WorkspaceSize$", reported);
    }

    [Fact]
    public void Every_network_can_be_prepared() => Assert.Equal("ok", Run("""
        [NeuralNetwork] [Input("kind", 1, Type = ElementType.Long)] [Embedding(2, 1, Weights = new double[] { 1, 0.5 })] public static partial class Net { }
        """, """
        Net.Prepare();
        return "ok";
        """));

    [Fact]
    public void A_wrong_length_names_the_tensor() => Assert.Equal("The span 'right' has 3 values; 2 are needed. (Parameter 'right')|The span 'right' has 5 values; 4 are needed. (Parameter 'right')", Run("""
        [NeuralNetwork] [Input("left", 1)] [Input("right", 2)] [Concat(Inputs = new[] { "left", "right" })] public static partial class Net { }
        """, """
        string one = "", batch = "";
        try { Net.Predict(new float[1], (new float[3]).AsSpan(), new float[3]); } catch (ArgumentException exception) { one = exception.Message; }
        try { Net.PredictBatch(new float[2], (new float[5]).AsSpan(), new float[6]); } catch (ArgumentException exception) { batch = exception.Message; }
        return one + "|" + batch;
        """));

    [Theory]
    [InlineData("Net.Predict(new float[1], new float[3], new float[3]);", "NEURAL0501: 'right' of Net.Predict gets 3 values; 2 are needed, which is RightSize")]
    [InlineData("Net.Predict(new float[2], new float[1], new float[3]);", "NEURAL0502: Net.Predict gets 2 values as 'left' and 1 value as 'right': the two are swapped, 'left' has 1 and 'right' has 2")]
    [InlineData("Net.PredictBatch(new float[2], new float[5], new float[6]);", "NEURAL0504: 'right' of Net.PredictBatch gets 5 values, which is no whole number of samples of 2 values")]
    [InlineData("Net.PredictBatch(new float[2], new float[6], new float[6]);", "NEURAL0505: 'right' of Net.PredictBatch has room for 3 samples but 'left' has 2 samples")]
    [InlineData("Net.Predict(new float[1], new float[2], new float[4]);", "NEURAL0501: 'result' of Net.Predict gets 4 values; 3 are needed, which is OutputSize")]
    public void Calls_are_checked(string call, string expected) => Assert.Equal(expected, Reported("""
        [NeuralNetwork] [Input("left", 1)] [Input("right", 2)] [Concat(Inputs = new[] { "left", "right" }, Name = "all")] [Output("result", From = "all")] public static partial class Net { }
        """, call));

    [Fact]
    public void A_broken_network_has_its_members_all_the_same()
    {
        GeneratedProject project = new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork] [Input("left", 1)] [Input("right", 2, Type = ElementType.Long)] [Dense(1, Weights = new double[] { 1, 2 }, Inputs = new[] { "left" }, Name = "value")] [Output("value")] public static partial class Net { }
            static class Caller { static float Call() { Net.PredictBatch(new float[2], new long[4], new float[2]); return Net.Predict(new float[Net.LeftSize], new long[Net.RightSize]); } }
            """).Run();
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Equal(["NEURAL0103"], project.Analyze().Select(diagnostic => diagnostic.Id));
    }

    private static string Reported(string network, string calls)
    {
        GeneratedProject project = new GeneratorHost().Source($$"""
            using NeuralGen;
            {{network}}
            static class Caller { static void Call() { {{calls}} } }
            """).Run();
        Assert.Empty(project.CompilerDiagnostics);
        return string.Join("\n", project.Analyze().Where(diagnostic => diagnostic.Id.StartsWith("NEURAL05", StringComparison.Ordinal)).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.Text()}"));
    }

    private static string Run(string network, string body)
    {
        GeneratedProject project = new GeneratorHost().Source($$"""
            using System;
            using System.Linq;
            using NeuralGen;
            {{network}}
            public static class Program { public static string Run() { {{body}} } }
            """).Run();
        Assert.Empty(project.CompilerDiagnostics);
        return (string)project.Load().GetType("Program", throwOnError: true)!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
    }

    [Theory]
    [InlineData("unrolled")]
    [InlineData("vectorized")]
    public void A_network_without_inputs_has_outputs_alone(string emission)
    {
        GeneratorHost host = new GeneratorHost()
            .File("net.nn.json", $$"""
                { "emission": "{{emission}}", "inputs": [], "layers": [
                    { "type": "constant", "name": "table", "values": [[1, 2], [3, 4]] },
                    { "type": "constant", "name": "which", "values": [1, 0], "element_type": "long" },
                    { "type": "gather", "name": "rows", "inputs": ["table", "which"] } ],
                  "outputs": [ { "name": "rows" }, { "name": "which", "type": "long" } ],
                  "tests": [ { "input": {}, "output": { "rows": [3, 4, 1, 2], "which": [1, 0] } } ] }
                """)
            .Source("""
                public static class Run
                {
                    public static string Text()
                    {
                        float[] rows = new float[Project.Net.RowsSize];
                        long[] which = new long[Project.Net.WhichSize];
                        Project.Net.Predict(rows, which);
                        Project.Net.Prepare();
                        return string.Join(",", rows) + " " + string.Join(",", which);
                    }
                }
                """);
        GeneratedProject project = host.Run();
        Assert.Empty(project.Analyze());
        Assert.DoesNotContain("PredictBatch", project.Code("Project.Net"), StringComparison.Ordinal);
        Assert.Equal("3,4,1,2 1,0", project.Load().GetType("Run")!.GetMethod("Text")!.Invoke(null, null));
    }
}
