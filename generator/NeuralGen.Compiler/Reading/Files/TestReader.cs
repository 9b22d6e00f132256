using NeuralGen.Compiler.Declarations.Tests;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads the examples of a file that its network must reproduce.</summary>
internal static class TestReader
{
    /// <summary>The keys of an example.</summary>
    internal static readonly string[] Keys = ["input", "output", "tolerance"];

    /// <summary>Reads the examples, or reports why not.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="value">The list of examples.</param>
    public static EquatableArray<TestVector>? Read(FileScope scope, JsonValue value)
    {
        if (value.Kind != JsonKind.Array)
        {
            scope.ReportKind(value, "'tests'", "an array of tests");
            return null;
        }

        List<TestVector> tests = [];
        foreach (JsonValue element in value.Elements)
        {
            tests.Add(Test(scope, element, tests.Count));
        }

        return tests.ToEquatableArray();
    }

    private static TestVector Test(FileScope scope, JsonValue value, int index)
    {
        string what = $"test {index}";
        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, $"'tests[{index}]'", "an object with 'input' and 'output'");
            return new TestVector(default, default, null);
        }

        EquatableArray<TestTensor> inputs = default;
        EquatableArray<TestTensor> outputs = default;
        double? tolerance = null;
        foreach (JsonMember member in scope.Members(value, what))
        {
            switch (member.Name)
            {
                case "input":
                    inputs = Tensors(scope, member.Value, $"'tests[{index}].input'");
                    break;
                case "output":
                    outputs = Tensors(scope, member.Value, $"'tests[{index}].output'");
                    break;
                case "tolerance":
                    tolerance = scope.Number(member.Value, $"'tests[{index}].tolerance'");
                    break;
                default:
                    scope.ReportKey(member, value, what, Keys);
                    break;
            }
        }

        foreach (string key in new[] { "input", "output" })
        {
            if (!value.TryGetMember(key, out _))
            {
                scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), $"Test {index}", key);
            }
        }

        return new TestVector(inputs, outputs, tolerance);
    }

    /// <summary>The values of the only tensor, or of each by its name.</summary>
    private static EquatableArray<TestTensor> Tensors(FileScope scope, JsonValue value, string what) => value.Kind == JsonKind.Object
        ? scope.Members(value, what).Select(member => new TestTensor(member.Name, Values(scope, member.Value, FileScope.Member(what, member.Name)))).ToEquatableArray()
        : new([new TestTensor(null, Values(scope, value, what))]);

    /// <summary>The values of a tensor: one list of all, nested lists, or a single one by itself; truth values are 1 and 0.</summary>
    private static NumberArray? Values(FileScope scope, JsonValue value, string what)
    {
        if (value.Kind == JsonKind.Number)
        {
            return scope.Number(value, what) is { } number ? new NumberArray([number]) : null;
        }

        if (IsTruth(value))
        {
            return new NumberArray([Number(value)]);
        }

        if (value.Kind == JsonKind.Array && value.Count > 0 && IsTruth(value[0]))
        {
            return Truths(scope, value, what);
        }

        return value.Kind == JsonKind.Array && value.Count > 0 && value[0].Kind == JsonKind.Array
            ? NestedNumbers.Read(scope, value, what)?.Values
            : scope.Numbers(value, what);
    }

    private static bool IsTruth(JsonValue value) => value.Kind is JsonKind.True or JsonKind.False;

    private static double Number(JsonValue truth) => truth.Kind == JsonKind.True ? 1 : 0;

    private static NumberArray? Truths(FileScope scope, JsonValue list, string what)
    {
        List<double> values = [];
        foreach (JsonValue element in list.Elements)
        {
            if (!IsTruth(element))
            {
                scope.ReportKind(element, FileScope.Element(what, values.Count), "true or false, as its neighbours are");
                return null;
            }

            values.Add(Number(element));
        }

        return new NumberArray([.. values]);
    }
}
