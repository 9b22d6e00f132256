using System.Text.Json.Nodes;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>What the compiler knows of a function, without any code: its values, and what it says about them.</summary>
public class ActivationFunctionTests
{
    private static readonly double[] Points = [.. Enumerable.Range(-160, 321).Select(i => i / 16.0)];

    /// <summary>Every function with arguments of each sign, where they are allowed, and with those that nobody gives.</summary>
    public static TheoryData<string, double[]> Functions()
    {
        TheoryData<string, double[]> functions = new();
        foreach ((string name, double[] arguments) in All())
        {
            functions.Add(name, arguments);
        }

        return functions;
    }

    /// <summary>Those of the functions that look at one value at a time.</summary>
    internal static IEnumerable<(string Name, double[] Arguments)> Elementwise() => All().Where(row => Create(row.Name, row.Arguments) is ElementwiseActivation);

    private static IEnumerable<(string Name, double[] Arguments)> All()
    {
        foreach (ActivationDescriptor descriptor in ActivationCatalog.All)
        {
            double[][] choices = [[-1.5, 0, 0.5, 1], [-0.75, 0, 0.25, 1], [-0.5, 0, 0.5]];
            IEnumerable<double[]> all = [[]];
            foreach ((ActivationParameter parameter, double[] choice) in descriptor.Parameters.Zip(choices))
            {
                all = all.SelectMany(values => choice.Append(parameter.Default ?? 0).Distinct().Where(value => parameter.IsValid?.Invoke(value) ?? true).Select(value => values.Append(value).ToArray()));
            }

            foreach (double[] values in all.Where(values => IsOrdered(descriptor.Name, values)))
            {
                yield return (descriptor.Name, values);
            }
        }
    }

    [Fact]
    public void Values_are_those_of_PyTorch()
    {
        JsonNode fixture = JsonNode.Parse(File.ReadAllText(Path.Combine(SourceFolder.Root, "tests", "fixtures", "pytorch", "activations.json")))!;
        double[] inputs = Numbers(fixture["inputs"]!);
        foreach (JsonNode? example in fixture["cases"]!.AsArray())
        {
            JsonObject declared = example!["activation"]!.AsObject();
            ActivationDescriptor descriptor = ActivationCatalog.Find((string)declared["type"]!)!;
            double[] slopes = declared["weights"] is { } weights ? Numbers(weights) : [];
            ActivationFunction function = descriptor.Create(
                [.. descriptor.Parameters.Select(parameter => declared[parameter.Name]?.GetValue<double>() ?? parameter.Default!.Value)], new NetworkNumbers(0, new NumberArray(slopes)));
            double[] expected = Numbers(example["values"]!);
            Assert.All(expected.Zip(function.Evaluate(inputs)), pair => Assert.Equal(pair.First, pair.Second, 1e-15 * Math.Max(1, Math.Abs(pair.First))));
            Assert.All(function.Arguments, argument => Assert.Equal(
                declared[argument.Name]?.GetValue<double>() ?? descriptor.Parameters.Single(parameter => parameter.Name == argument.Name).Default, argument.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void What_a_function_says_of_its_values_holds(string name, double[] arguments)
    {
        ActivationFunction made = Create(name, arguments);
        if (made is not ElementwiseActivation function)
        {
            return;
        }

        double[] values = function.Evaluate(Points);
        bool rises = values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second);
        Assert.False(function.IsMonotone && !rises, "falls somewhere");
        Assert.True(!rises || function.IsMonotone || MayRise(name, arguments), "never falls");
        Assert.Equal(name == "linear", function.IsIdentity);
        Assert.False(function.IsIdentity && !values.SequenceEqual(Points));

        // Bounds hold all values between two points.
        for (int i = 0; i + 5 < Points.Length; i += 5)
        {
            Interval bounds = Assert.Single(function.Bounds([new Interval(Points[i], Points[i + 5])]));
            Assert.All(values[i..(i + 6)], value => Assert.InRange(value, bounds.Low, bounds.High));
            Assert.False(function.IsMonotone && (bounds.Low, bounds.High) != (values[i], values[i + 5]), "wider than the values of the ends");
            Interval same = Assert.Single(function.Bounds([new Interval(Points[i], Points[i])]));
            Assert.Equal((values[i], values[i]), (same.Low, same.High));
        }

        if (function.NeverFiresUpTo is { } silent)
        {
            Assert.Single(Points.Where(x => x <= silent).Select(x => function.Value(x, 0)).Distinct());
            Assert.NotEqual(function.Value(silent, 0), function.Value(silent + 0.01, 0));
        }

        if (function.SaturatesFrom is { } flat)
        {
            Assert.True(function.Value(flat + 1, 0) - function.Value(flat, 0) < 1e-4);
            Assert.True(function.Value(-flat, 0) - function.Value(-flat - 1, 0) < 1e-4);
            Assert.True(function.Value(flat, 0) - function.Value(flat - 1, 0) > 1e-10);
        }

        Assert.False(function.IsProbability && values.Any(value => value is < 0 or > 1));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Lines_and_corners_are_all_that_a_piecewise_linear_function_has(string name, double[] arguments)
    {
        if (Create(name, arguments) is ElementwiseActivation function)
        {
            // On most of the short pieces a straight line has its mean in the middle, and nothing else.
            int straight = Points.Count(x => Math.Abs(function.Value(x + 0.01, 0) - (2 * function.Value(x + 0.005, 0)) + function.Value(x, 0)) < 1e-14);
            Assert.Equal(function.IsPiecewiseLinear || (name == "elu" && arguments[0] == 0), straight > Points.Length - 5);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Arguments_are_rounded_to_the_precision_of_the_network(string name, double[] arguments)
    {
        double[] odd = [.. arguments.Select(argument => argument + 1e-9)];
        if (!IsOrdered(name, odd))
        {
            return;
        }

        double[] x = [0.3f, -0.7f, 2.1f, -4.2f, 0.05f, 5.3f];
        double[] rounded = Create(name, [.. odd.Select(argument => (double)(float)argument)]).Evaluate(x);
        Rounding single = new(Compiler.Values.Precision.Single);
        Assert.All(rounded.Zip(Create(name, odd).Evaluate(x, single)), pair => Assert.Equal(pair.First, pair.Second, 3e-7 * Math.Max(1, Math.Abs(pair.First))));
        Assert.All(Create(name, odd).Evaluate(x, single), value => Assert.Equal((float)value, value));
        Assert.Equal(Create(name, odd).Evaluate(x), Create(name, odd).Evaluate(x, new Rounding(Compiler.Values.Precision.Double)), (left, right) => Math.Abs(left - right) <= 1e-14 * Math.Max(1, Math.Abs(left)));
    }

    /// <summary>Functions that rise everywhere without saying so: nothing asks, or only for arguments that nobody gives.</summary>
    private static bool MayRise(string name, double[] arguments) => name switch
    {
        "softsign" => true,
        "celu" => arguments[0] < 0,
        "relu" => arguments[2] > 0,
        _ => false,
    };

    private static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(value => value!.GetValue<double>())];

    private static bool IsOrdered(string name, double[] values) => name switch
    {
        "hard_tanh" => values[0] < values[1],
        "relu" => values[2] <= values[0],
        _ => true,
    };

    internal static ActivationFunction Create(string name, double[] arguments) =>
        ActivationCatalog.Find(name)!.Create(arguments, new NetworkNumbers(0, new NumberArray([0.25])));
}
