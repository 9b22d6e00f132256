using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>The C# of every function and of its derivative, with arguments of each sign, in one class without any network around it.</summary>
public class ActivationCodeTests
{
    private const double Slope = 0.25;

    /// <summary>A sixty-fourth beside the corners, which lie at sixteenths.</summary>
    private static readonly double[] Points = [.. Enumerable.Range(-70, 141).Select(i => (i / 8.0) + (1 / 64.0))];

    /// <summary>What the code computes is what the interpreter computes, and its derivative is that of the values, from the value before and behind.</summary>
    [Fact]
    public void Code_and_derivatives_are_those_of_the_values()
    {
        (string Name, double[] Arguments, ElementwiseActivation Function)[] all =
            [.. ActivationFunctionTests.Elementwise().Select(row => (row.Name, row.Arguments, (ElementwiseActivation)ActivationFunctionTests.Create(row.Name, row.Arguments)))];
        StringBuilder code = new("public static class Functions\n{\n" + PlainWriter.Methods + "\n");
        for (int i = 0; i < all.Length; i++)
        {
            Append(code, i, all[i].Function);
        }

        Type type = new GeneratorHost().Source(code + "}\n").Run().Load().GetType("Functions")!;
        for (int i = 0; i < all.Length; i++)
        {
            (string name, double[] arguments, ElementwiseActivation function) = all[i];
            string what = $"{name}({string.Join(", ", arguments)})";
            string id = i.ToString(CultureInfo.InvariantCulture);
            Func<double, double, double> value = type.GetMethod("Value" + id)!.CreateDelegate<Func<double, double, double>>();
            Func<double, double, double, double, double> backward = type.GetMethod("Backward" + id)!.CreateDelegate<Func<double, double, double, double, double>>();
            foreach (double x in Points)
            {
                double y = function.Value(x, 0);
                Close(what, x, y, value(x, Slope), 1e-12);
                Close(what, x - (1 / 64.0), function.Value(x - (1 / 64.0), 0), value(x - (1 / 64.0), Slope), 1e-12);

                // What the derivative is not written with may not matter.
                double difference = (function.Value(x + 1e-4, 0) - function.Value(x - 1e-4, 0)) / 2e-4;
                double read = backward(function.DerivativeNeedsInput ? x : double.NaN, y, 3, Slope);
                Close($"the derivative of {what}", x, 3 * difference, read, 1e-6);
            }

            // Nothing but comparisons and straight lines: what is flat stays so however far away x is.
            foreach (double x in function.IsShort ? [double.NegativeInfinity, double.PositiveInfinity] : Array.Empty<double>())
            {
                Assert.Equal((what, function.Value(x, 0)), (what, value(x, Slope)));
            }
        }
    }

    [Fact]
    public void Code_says_nothing_that_changes_nothing()
    {
        Assert.All(ActivationFunctionTests.Elementwise(), row =>
        {
            ElementwiseActivation function = (ElementwiseActivation)ActivationFunctionTests.Create(row.Name, row.Arguments);
            PlainWriter writer = new();
            string value = function.Expression("x", "given", writer);
            string locals = "";
            string backward = function.Backward(new BackwardOperands("before", "y", "delta", "given", writer, (name, text) =>
            {
                locals += text;
                return name;
            }));
            Assert.All([value, backward], text => Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal));
            Assert.False(row.Name == "relu" && (value.Contains("- 0d", StringComparison.Ordinal) || (value + backward).Contains("0d *", StringComparison.Ordinal)));
            Assert.False(row.Name == "softplus" && value.Contains("/ 1d", StringComparison.Ordinal));

            // Training keeps the values before the function only for those that read them.
            Assert.Equal(function.DerivativeNeedsInput, (locals + backward).Contains("before", StringComparison.Ordinal));
        });
    }

    private static void Append(StringBuilder code, int index, ElementwiseActivation function)
    {
        PlainWriter writer = new();
        StringBuilder locals = new();
        string Local(string name, string text)
        {
            locals.Append(CultureInfo.InvariantCulture, $"double {name} = {text}; ");
            return name;
        }

        string backward = function.Backward(new BackwardOperands("x", "y", "delta", "given", writer, Local));
        code.Append(CultureInfo.InvariantCulture, $$"""
            public static double Value{{index}}(double x, double given) => {{function.Expression("x", "given", writer)}};
            public static double Backward{{index}}(double x, double y, double delta, double given) { {{locals}}return {{backward}}; }

            """);
    }

    private static void Close(string what, double x, double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{what} of {x} is {actual:R} instead of {expected:R}");
}
