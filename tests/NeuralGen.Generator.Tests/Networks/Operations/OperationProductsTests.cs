using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>What operations say of their sums, product by product, against their values.</summary>
public class OperationProductsTests
{
    [Fact]
    public void Products_add_up_to_the_values_and_are_as_many_as_the_work()
    {
        Dictionary<string, int> met = [];
        foreach ((Operation operation, double[][] inputs, double[] output) in OperationCases.All())
        {
            (double[] Sums, long Products)? found = operation switch
            {
                ConvolutionOperation convolution => Sums(convolution, inputs[0]),
                DenseOperation dense => Sums(dense, inputs[0]),
                MatMulOperation product => Sums(product, inputs, output.Length),
                ResampleOperation resample => Sums(resample, inputs[0], output.Length),
                _ => null,
            };
            if (found is not { } actual)
            {
                continue;
            }

            met[operation.GetType().Name] = met.GetValueOrDefault(operation.GetType().Name) + 1;
            Assert.Equal(output.Length, actual.Sums.Length);
            Assert.All(output, (value, i) => Assert.Equal(value, actual.Sums[i], 1e-9 * Math.Max(1, Math.Abs(value))));
            Assert.Equal(actual.Products, operation.MultiplyAdds);
            if (operation is MatMulOperation or ResampleOperation)
            {
                Assert.Equal(actual.Products, operation.UnrolledTerms);
            }
        }

        Assert.Equal(4, met.Count);
        Assert.All(met.Values, count => Assert.True(count > 2));
    }

    [Fact]
    public void What_a_sum_over_rows_can_be_is_what_its_corners_are()
    {
        Random random = new(2);
        int met = 0;
        foreach (DenseOperation dense in OperationCases.All().Select(found => found.Operation).OfType<DenseOperation>().Where(dense => dense.InputSize <= 8))
        {
            Interval[] range = [.. Enumerable.Range(0, dense.InputSize).Select(_ => (2 * random.NextDouble()) - 1).Select(low => new Interval(low, low + random.NextDouble()))];
            double[][] corners = [.. Enumerable.Range(0, 1 << dense.InputSize)
                .Select(corner => dense.Evaluate([[.. range.Select((side, i) => ((corner >> i) & 1) == 0 ? side.Low : side.High)]]))];
            Interval[] bounds = dense.Bounds([range], dense.Units);
            Assert.Equal(dense.Units, bounds.Length);
            Assert.All(bounds, (bound, unit) =>
            {
                Assert.Equal(corners.Min(corner => corner[unit]), bound.Low, 1e-9);
                Assert.Equal(corners.Max(corner => corner[unit]), bound.High, 1e-9);
            });
            met++;
        }

        Assert.True(met > 5);
    }

    private static (double[] Sums, long Products) Sums(DenseOperation dense, double[] input) => (
        [.. Enumerable.Range(0, dense.Units).Select(unit => dense.Products(unit).Sum(product => dense.Weights[product.Weight] * input[product.Input]) + (dense.Bias?[unit] ?? 0))],
        Enumerable.Range(0, dense.Units).Sum(unit => (long)dense.Products(unit).Count()));

    /// <summary>Padding is work, too, which the products leave out.</summary>
    private static (double[] Sums, long Products) Sums(ConvolutionOperation convolution, double[] input)
    {
        int[] sources = convolution.Sources();
        double[] sums = new double[convolution.Units * convolution.OutputPixels];
        for (int i = 0; i < sums.Length; i++)
        {
            (int unit, int pixel) = (i / convolution.OutputPixels, i % convolution.OutputPixels);
            double sum = convolution.Bias?[unit] ?? 0;
            foreach ((int weight, int source) in convolution.Products(unit, pixel, sources))
            {
                Assert.Equal(unit, convolution.UnitOf(weight));
                sum += convolution.Weights[weight] * input[source];
            }

            sums[convolution.OutputOrder.At(unit, pixel)] = sum;
        }

        long positions = convolution.IsTransposed ? convolution.InputPixels : convolution.OutputPixels;
        return (sums, positions * convolution.UnitWeights * convolution.Units);
    }

    private static (double[] Sums, long Products) Sums(MatMulOperation product, double[][] inputs, int outputs) => (
        [.. Enumerable.Range(0, outputs).Select(i => product.Products(i).Sum(factors => inputs[0][factors.Left] * inputs[1][factors.Right]))],
        Enumerable.Range(0, outputs).Sum(i => (long)product.Products(i).Count()));

    private static (double[] Sums, long Products) Sums(ResampleOperation resample, double[] input, int outputs)
    {
        (int Source, double Weight)[][] products = [.. Enumerable.Range(0, outputs).Select(i => resample.Products(i, new Rounding(Compiler.Values.Precision.Double)).ToArray())];
        return ([.. products.Select(terms => terms.Sum(term => term.Weight * input[term.Source]))], products.Sum(terms => (long)terms.Length));
    }
}
