using System.Reflection;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>
/// A network of layers that each become an output, in every form of code and both precisions, and what C# written by hand makes of the same values.
/// </summary>
/// <param name="inputs">The inputs' names and values, one sample behind the other.</param>
/// <param name="samples">How many samples there are.</param>
internal sealed class TypedCheck((string Name, Array Values)[] inputs, int samples)
{
    private readonly List<(string Layers, string Name, Array Expected)> _cases = [];

    /// <summary>Whether what the interpreter computes is the same, too; its numbers have 53 bits.</summary>
    public bool ChecksInterpreter { get; init; } = true;

    /// <summary>The largest difference of floating-point numbers, relative to those above 1.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Adds layers, the last of which has the name that is given, and what they give for all samples.</summary>
    public TypedCheck Add(string name, string layers, Array expected)
    {
        _cases.Add((layers, name, expected));
        return this;
    }

    /// <summary>Adds a formula of all inputs.</summary>
    public TypedCheck Formula(string formula, Array expected, string? type = null)
    {
        string name = $"f{_cases.Count}";
        string element = type is null ? "" : $", \"element_type\": \"{type}\"";
        return Add(name, $$"""{ "type": "expression", "name": "{{name}}", "inputs": [{{string.Join(", ", inputs.Select(input => $"\"{input.Name}\""))}}], "formula": "{{formula}}"{{element}} }""", expected);
    }

    /// <summary>Compiles and compares.</summary>
    /// <param name="host">Makes the compilation; null for the usual one.</param>
    public void Run(Func<GeneratorHost>? host = null)
    {
        foreach (string precision in new[] { "single", "double" })
        {
            GeneratorHost project = host?.Invoke() ?? new GeneratorHost();
            foreach (string emission in new[] { "unrolled", "vectorized", "auto" })
            {
                string json = Json(precision, emission);
                project.File($"{precision}_{emission}.nn.json", json).Source(Driver(Name(precision, emission), precision), $"{precision}_{emission}.cs");
            }

            GeneratedProject run = project.Run();
            Assembly assembly = run.Load();
            foreach (string emission in new[] { "unrolled", "vectorized", "auto" })
            {
                Type driver = assembly.GetType(Name(precision, emission) + "Driver", throwOnError: true)!;
                object[] arguments = [.. inputs.Select(input => Converted(input.Values, precision))];
                Array[] batch = (Array[])driver.GetMethod("Batch")!.Invoke(null, arguments)!;
                Array[] rows = (Array[])driver.GetMethod("Rows")!.Invoke(null, arguments)!;
                Compare($"{precision}, {emission}, batch", batch, precision);
                Compare($"{precision}, {emission}, samples", rows, precision);
            }

            if (ChecksInterpreter)
            {
                Compare($"{precision}, interpreter", Interpreted(Json(precision, "auto")), precision);
            }
        }
    }

    private static string Name(string precision, string emission) => $"Typed{precision}{emission}";

    private static Array Converted(Array values, string precision) =>
        values is double[] numbers && precision == "single" ? Array.ConvertAll(numbers, number => (float)number) : values;

    private static string TypeName(Array values) => Type.GetTypeCode(values.GetType().GetElementType()) switch
    {
        TypeCode.Double => "float",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        _ => throw new ArgumentException("No element type.", nameof(values)),
    };

    private static string CSharp(Array values, string precision) => values is double[]? precision == "single" ? "float" : "double" : TypeName(values);

    private string Json(string precision, string emission)
    {
        string ports = string.Join(", ", inputs.Select(input => $$"""{ "name": "{{input.Name}}", "shape": [{{input.Values.Length / samples}}], "type": "{{TypeName(input.Values)}}" }"""));
        string outputs = string.Join(", ", _cases.Select(output => $$"""{ "name": "{{output.Name}}", "from": "{{output.Name}}", "type": "{{TypeName(output.Expected)}}" }"""));
        return $$"""
            { "name": "{{Name(precision, emission)}}", "namespace": "", "precision": "{{precision}}", "emission": "{{emission}}", "gradients": false, "inputs": [ {{ports}} ], "outputs": [ {{outputs}} ],
              "layers": [ {{string.Join(",\n", _cases.Select(output => output.Layers))}} ] }
            """;
    }

    private string Driver(string name, string precision)
    {
        string parameters = string.Join(", ", inputs.Select((input, i) => $"{CSharp(input.Values, precision)}[] x{i}"));
        string rooms = string.Concat(_cases.Select((output, i) => $"        {CSharp(output.Expected, precision)}[] y{i} = new {CSharp(output.Expected, precision)}[{output.Expected.Length}];\n"));
        string results = $"return new System.Array[] {{ {string.Join(", ", _cases.Select((_, i) => $"y{i}"))} }};";
        string all = string.Join(", ", inputs.Select((_, i) => $"x{i}").Concat(_cases.Select((_, i) => $"y{i}")));
        string Part(string array, int length) => $"System.MemoryExtensions.AsSpan({array}, sample * {length / samples}, {length / samples})";
        string parts = string.Join(", ", inputs.Select((input, i) => Part($"x{i}", input.Values.Length)).Concat(_cases.Select((output, i) => Part($"y{i}", output.Expected.Length))));
        return $$"""
            public static class {{name}}Driver
            {
                public static System.Array[] Batch({{parameters}})
                {
            {{rooms}}        {{name}}.PredictBatch({{all}});
                    {{results}}
                }

                public static System.Array[] Rows({{parameters}})
                {
            {{rooms}}        for (int sample = 0; sample < {{samples}}; sample++)
                    {
                        {{name}}.Predict({{parts}});
                    }

                    {{results}}
                }
            }
            """;
    }

    private Array[] Interpreted(string json)
    {
        ProblemList problems = new();
        Network network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "Net.nn.json", problems).Network!;
        List<double>[] results = [.. _cases.Select(_ => new List<double>())];
        for (int sample = 0; sample < samples; sample++)
        {
            double[][] values = [.. inputs.Select(input => input.Values.Cast<object>().Skip(sample * (input.Values.Length / samples)).Take(input.Values.Length / samples).Select(Convert.ToDouble).ToArray())];
            double[][] tensors = Interpreter.Evaluate(network, values);
            for (int i = 0; i < results.Length; i++)
            {
                Assert.Equal(network.Tensors[network.OutputTensors[i]].Size, tensors[network.OutputTensors[i]].Length);
                results[i].AddRange(tensors[network.OutputTensors[i]]);
            }
        }

        return [.. results.Select(result => result.ToArray())];
    }

    private void Compare(string form, Array[] actual, string precision)
    {
        double tolerance = precision == "single" ? Tolerance : Tolerance * 1e-7;
        for (int i = 0; i < _cases.Count; i++)
        {
            (string layers, string _, Array expected) = _cases[i];
            Assert.Equal(expected.Length, actual[i].Length);
            for (int j = 0; j < expected.Length; j++)
            {
                object wanted = expected.GetValue(j)!;
                object got = actual[i].GetValue(j)!;
                bool isFloat = expected is double[] || form.Contains("interpreter", StringComparison.Ordinal);
                (double x, double y) = (Convert.ToDouble(wanted), Convert.ToDouble(got));
                bool isSame = !isFloat ? wanted.Equals(got) : x.Equals(y) || x == y || Math.Abs(x - y) <= (expected is double[]? tolerance * Math.Max(1, Math.Abs(x)) : 0);
                Assert.True(isSame, $"{form}: {layers}\nvalue {j}: {got} instead of {wanted}");
            }
        }
    }
}
