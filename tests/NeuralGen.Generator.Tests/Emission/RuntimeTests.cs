using System.Reflection;
using System.Runtime.CompilerServices;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>How generated members behave when they are called: garbage, threads, lengths, overlaps.</summary>
public class RuntimeTests
{
    private delegate void Calls(int count, float[] inputs, float[] outputs);

    /// <summary>Networks of each shape of code.</summary>
    public static TheoryData<string, string> Shapes() => new()
    {
        { "Named", """{ "inputs": 2, "labels": ["no", "yes"], "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]], "activation": "tanh" }, { "type": "dense", "weights": [[1, -1]], "activation": "sigmoid" } ] }""" },
        { "Unrolled", """{ "inputs": 2, "labels": ["no", "yes"], "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]], "activation": "softmax" } ] }""" },
        { "Loops", """{ "inputs": 2, "labels": ["no", "yes"], "emission": "vectorized", "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]], "activation": "gelu" }, { "type": "layer_normalization" }, { "type": "activation", "activation": "softmax" } ] }""" },
        { "Rented", """{ "inputs": 2, "labels": ["no", "yes"], "layers": [ { "type": "dense", "weights": [WIDE], "activation": "relu" }, { "type": "dense", "weights": [[ONES], [ONES]], "activation": "softmax" } ] }"""
            .Replace("WIDE", string.Join(",", Enumerable.Repeat("[0.5,-0.25]", 9000)), StringComparison.Ordinal)
            .Replace("ONES", string.Join(",", Enumerable.Repeat("0.001", 9000)), StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Calls_allocate_nothing(string name, string text)
    {
        Assembly assembly = new GeneratorHost().File("Net.nn.json", text).Source("""
            using System;
            public static class Caller
            {
                public static void Call(int count, float[] inputs, float[] outputs)
                {
                    for (int i = 0; i < count; i++)
                    {
                        Project.Net.Predict(inputs.AsSpan(0, 2), outputs.AsSpan(0, Project.Net.OutputSize));
                        Project.Net.PredictBatch(inputs, outputs);
                        outputs[0] += (int)Project.Net.Classify(inputs.AsSpan(2, 2)) + Project.Net.Parameters[0] + Project.Net.LabelNames.Length;
                    }
                }
            }
            """).Run().Load();
        Calls call = assembly.GetType("Caller")!.GetMethod("Call")!.CreateDelegate<Calls>();
        CompiledNetwork network = new(assembly.GetType("Project.Net")!);
        float[] inputs = [0.5f, -1, 2, 3];
        float[] outputs = new float[2 * network.OutputSize];
        int calls = name == "Rented" ? 20 : 200;
        call(calls, inputs, outputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        call(calls, inputs, outputs);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Parallel_calls_give_the_results_of_single_ones(string name, string text)
    {
        Assert.NotEmpty(name);
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", text).Run().Network("Project.Net");
        double[][] inputs = [.. Enumerable.Range(0, 200).Select(i => new[] { Math.Sin(i), Math.Cos(i) })];
        double[][] expected = [.. inputs.Select(input => network.Predict(input))];
        double[][] actual = new double[inputs.Length][];
        Parallel.For(0, inputs.Length, i => actual[i] = network.Predict(inputs[i]));
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Output_may_overlap_input(string name, string text)
    {
        Assert.NotEmpty(name);
        Assembly assembly = new GeneratorHost().File("Net.nn.json", text).Source("""
            public static class Caller
            {
                public static void Call(int count, float[] inputs, float[] outputs) =>
                    Project.Net.Predict(System.MemoryExtensions.AsSpan(inputs, 0, 2), System.MemoryExtensions.AsSpan(inputs, 0, Project.Net.OutputSize));
            }
            """).Run().Load();
        float[] values = [0.75f, -1.5f];
        CompiledNetwork network = new(assembly.GetType("Project.Net")!);
        double[] expected = network.Predict(0.75, -1.5);
        assembly.GetType("Caller")!.GetMethod("Call")!.CreateDelegate<Calls>()(1, values, values);
        Assert.Equal(expected, values.Take(network.OutputSize).Select(value => (double)value));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_wrong_length_names_the_parameter_and_both_lengths(string name, string text)
    {
        Assert.NotEmpty(name);
        CompiledNetwork network = new GeneratorHost().File("Net.nn.json", text).Run().Network("Project.Net");
        ArgumentException tooShort = Assert.Throws<ArgumentException>(() => network.Predict(1));
        Assert.Equal("input", tooShort.ParamName);
        Assert.StartsWith("The span 'input' has 1 values; 2 are needed.", tooShort.Message, StringComparison.Ordinal);
        ArgumentException partRow = Assert.Throws<ArgumentException>(() => network.PredictBatch([1, 2, 3]));
        Assert.Equal("inputs", partRow.ParamName);
        Assert.Contains("3", partRow.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Types_hold_no_mutable_state(string name, string text)
    {
        Assert.NotEmpty(name);
        Type type = new GeneratorHost().File("Net.nn.json", text).Run().Network("Project.Net").Type;
        IEnumerable<FieldInfo> fields = type.GetNestedTypes(BindingFlags.NonPublic).Append(type)
            .Where(candidate => !candidate.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(candidate => candidate.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public));
        Assert.All(fields, field => Assert.True(field.IsInitOnly || field.IsLiteral, field.Name));
    }
}
