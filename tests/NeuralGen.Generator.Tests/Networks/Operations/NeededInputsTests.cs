using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Networks.Operations;

/// <summary>Which inputs operations say that they need for some of their outputs, against where NaN gets from each input.</summary>
public class NeededInputsTests
{
    // Of larger ones nobody asks value by value.
    private const int MostElements = 400;

    [Fact]
    public void Needed_are_the_inputs_that_reach_the_outputs()
    {
        Random random = new(1);
        Dictionary<string, int> met = [];
        foreach ((Operation operation, double[][] inputs, double[] output) in OperationCases.All())
        {
            if (operation is not (ConvolutionOperation or DenseOperation or GroupNormalizationOperation or SoftmaxOperation or PoolOperation or ReduceOperation
                or ResampleOperation) || inputs[0].Length > MostElements || output.Length > MostElements)
            {
                continue;
            }

            met[operation.GetType().Name] = met.GetValueOrDefault(operation.GetType().Name) + 1;
            bool[][] reached = [.. inputs[0].Select((_, i) => Reached(operation, inputs[0], i))];
            foreach (double share in new[] { 0, 0.05, 0.5, 1 })
            {
                bool[] needed = [.. output.Select(_ => random.NextDouble() < share)];
                bool[] expected = [.. reached.Select(outputs => outputs.Where((isReached, o) => isReached && needed[o]).Any())];
                Assert.True(
                    expected.SequenceEqual(operation.NeededInputs(0, inputs[0].Length, needed)),
                    $"{operation.Kind} '{operation.Layer}' with {inputs[0].Length} inputs and {output.Length} outputs");
            }
        }

        Assert.Equal(7, met.Count);
        Assert.All(met.Values, count => Assert.True(count > 2));
    }

    private static bool[] Reached(Operation operation, double[] input, int index)
    {
        double[] spoiled = [.. input];
        spoiled[index] = double.NaN;
        return Array.ConvertAll(operation.Evaluate([spoiled]), double.IsNaN);
    }
}
