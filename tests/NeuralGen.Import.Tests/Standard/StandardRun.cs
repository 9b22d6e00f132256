using System.Reflection;
using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Tests.Standard;

/// <summary>Runs a compiled network on the data of its test, and compares.</summary>
internal static class StandardRun
{
    private const double Relative = 1e-3;
    private const double Absolute = 1e-7;

    /// <summary>Runs all data sets.</summary>
    public static void Run(PreparedTest test, Assembly assembly)
    {
        Literal[] first = StandardTest.Tensors(test.Test.DataSets[0], "input")!;
        foreach (string data in test.Test.DataSets)
        {
            Literal[] inputs = StandardTest.Tensors(data, "input")!;
            Literal[] outputs = StandardTest.Tensors(data, "output")!;
            if (Enumerable.Range(0, inputs.Length).Any(i => !test.Passed.Contains(i) && !inputs[i].Numbers().SequenceEqual(first[i].Numbers())))
            {
                // A constant of another data set would be another network.
                continue;
            }

            Array[] results;
            try
            {
                results = Outputs(test, assembly, inputs, outputs);
            }
            catch (TargetInvocationException exception)
            {
                test.End(StandardOutcome.Crashed, exception.InnerException!.Message);
                return;
            }

            for (int i = 0; i < outputs.Length; i++)
            {
                if (Difference(outputs[i], results[i]) is { } difference)
                {
                    test.End(StandardOutcome.Wrong, $"output {i} of {Path.GetFileName(data)}: {difference}");
                    return;
                }
            }
        }

        test.End(StandardOutcome.Passed);
    }

    /// <summary>Calls the network.</summary>
    /// <param name="test">The test.</param>
    /// <param name="assembly">The compiled networks.</param>
    /// <param name="inputs">All inputs; those that were constants of the import are not passed.</param>
    /// <param name="outputs">Tensors like the outputs.</param>
    public static Array[] Outputs(PreparedTest test, Assembly assembly, Literal[] inputs, IReadOnlyList<Literal> outputs)
    {
        MethodInfo driver = assembly.GetType("Project." + test.Class + "Driver", throwOnError: true)!.GetMethod("Run")!;
        bool isDouble = test.Network.Contains("\"precision\": \"double\"", StringComparison.Ordinal);
        Array[] passed = [.. test.Passed.Select(i => ToArray(inputs[i], isDouble))];
        Array[] results = [.. outputs.Select(output => Array.CreateInstance(Element(output.Kind, isDouble), output.Count))];
        driver.Invoke(null, [passed, results]);
        return results;
    }

    private static Type Element(ElementKind kind, bool isDouble) => kind.Word() switch
    {
        "int" => typeof(int),
        "long" => typeof(long),
        "bool" => typeof(bool),
        "byte" => typeof(byte),
        "sbyte" => typeof(sbyte),
        _ => isDouble ? typeof(double) : typeof(float),
    };

    private static Array ToArray(Literal values, bool isDouble)
    {
        Array array = Array.CreateInstance(Element(values.Kind, isDouble), values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            // Arrays of bytes pass for ones of signed bytes, so the kind decides.
            object value = values.Kind.Word() switch
            {
                "int" => (int)values.Integer(i),
                "long" => values.Integer(i),
                "bool" => values.Integer(i) != 0,
                "byte" => (byte)values.Integer(i),
                "sbyte" => (sbyte)values.Integer(i),
                _ => isDouble ? values.Number(i) : (object)(float)values.Number(i),
            };
            array.SetValue(value, i);
        }

        return array;
    }

    private static string? Difference(Literal expected, Array found)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            object value = found.GetValue(i)!;
            double number = value is bool flag ? (flag ? 1 : 0) : Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            double wanted = expected.Number(i);
            bool isRight = expected.Kind.IsFloat()
                ? number.Equals(wanted) || (double.IsNaN(number) && double.IsNaN(wanted)) || Math.Abs(number - wanted) <= Absolute + (Relative * Math.Abs(wanted))
                : value is long whole ? whole == expected.Integer(i) : number == wanted;
            if (!isRight)
            {
                return FormattableString.Invariant($"value {i} is {number}, not {wanted}");
            }
        }

        return null;
    }
}
