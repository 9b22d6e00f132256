using System.Reflection;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Emission.Gradients;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>Generated code of random networks with several inputs and outputs against the interpreter and against differences.</summary>
public class TensorNetworkTests
{
    private const int NetworksPerProject = 30;

    [Theory]
    [InlineData(0, false, false, false)]
    [InlineData(1, true, false, false)]
    [InlineData(4, false, true, false)]
    [InlineData(5, true, true, false)]
    [InlineData(8, false, true, true)]
    [InlineData(9, true, true, true)]
    public void Outputs_are_those_of_the_interpreter(int project, bool isLarge, bool hasIndices, bool hasFormulas)
    {
        TensorNetwork[] networks = [.. Enumerable.Range(project * 1000, TestShare.Of(NetworksPerProject, 8)).Select(seed => new TensorNetwork(seed, mostOutputs: 3, isLarge, hasIndices, hasFormulas))];
        Assembly assembly = Compile(networks, hasGradients: false);
        foreach (TensorNetwork random in networks)
        {
            Network network = Bind(random);
            TensorDriver driver = new(assembly, random.TypeName);
            double[][][] samples = [.. Enumerable.Range(0, 5).Select(_ => random.NextInputs())];
            double[][][] expected = [.. samples.Select(inputs => Expected(network, inputs))];
            for (int i = 0; i < samples.Length; i++)
            {
                double[][] actual = driver.Predict(samples[i]);
                ReplaceTies(network, samples[i], actual, expected[i]);
                Close(random, expected[i], actual);
            }

            double[][] batch = driver.PredictBatch([.. random.Inputs.Select((_, input) => samples.SelectMany(sample => sample[input]).ToArray())]);
            Close(random, [.. expected[0].Select((_, output) => expected.SelectMany(sample => sample[output]).ToArray())], batch);
        }
    }

    [Theory]
    [InlineData(2, false, false, false)]
    [InlineData(3, true, false, false)]
    [InlineData(6, false, true, false)]
    [InlineData(7, true, true, false)]
    [InlineData(10, false, true, true)]
    [InlineData(11, true, true, true)]
    [InlineData(12, false, true, true, true)]
    [InlineData(13, true, true, true, true)]
    public void Derivatives_are_those_of_the_loss(int project, bool isLarge, bool hasIndices, bool hasFormulas, bool isTrainable = false)
    {
        TensorNetwork[] networks = [.. Enumerable.Range(project * 1000, TestShare.Of(NetworksPerProject, 8)).Select(seed => new TensorNetwork(seed, mostOutputs: 1, isLarge, hasIndices, hasFormulas, isTrainable))];
        Assembly assembly = Compile(networks, hasGradients: true);
        int compared = 0;
        foreach (TensorNetwork random in networks)
        {
            Network network = Bind(random);
            TensorDriver driver = new(assembly, random.TypeName);
            double[][] inputs = random.NextInputs();
            double[] target = [.. Enumerable.Range(0, random.Outputs[0]).Select(i => 0.3 * (i % 3))];
            double expected = Loss(network, inputs, target);
            double tolerance = random.IsDouble ? 1e-6 : 2e-3;
            Assert.Equal(expected, driver.Loss(inputs, target), tolerance * (1 + expected));
            double[] gradient = driver.Gradient(inputs, target);
            double[] batch = driver.GradientBatch(
                [.. inputs.Select(input => Enumerable.Repeat(input, 3).SelectMany(values => values).ToArray())], [.. Enumerable.Repeat(target, 3).SelectMany(values => values)]);
            double scale = gradient.Select(Math.Abs).Append(1e-2).Max();
            for (int i = 0; i < gradient.Length; i += 1 + (gradient.Length / 40))
            {
                Assert.Equal(gradient[i], batch[i], tolerance * scale);
                double difference = ReferenceLoss.Derivative(shift => Loss(ReferenceLoss.Shift(network, i, shift), inputs, target));
                if (!double.IsNaN(difference))
                {
                    compared++;
                    Assert.Equal(difference, gradient[i], tolerance * scale);
                }
            }

            double[] jacobian = driver.InputJacobian(inputs);
            int width = inputs.Take(inputs.Length - (hasIndices ? 1 : 0)).Sum(input => input.Length);
            scale = jacobian.Select(Math.Abs).Append(1e-2).Max();
            for (int i = 0; i < jacobian.Length; i += 1 + (jacobian.Length / 40))
            {
                double difference = ReferenceLoss.Derivative(shift => Expected(network, Shifted(inputs, i % width, shift))[0][i / width]);
                if (!double.IsNaN(difference))
                {
                    compared++;
                    Assert.True(Math.Abs(difference - jacobian[i]) <= tolerance * scale, $"Jacobian {i} is {jacobian[i]} instead of {difference}\n{random.Text}");
                }
            }
        }

        Assert.True(compared > 20 * networks.Length);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void Files_that_trainable_networks_write_are_the_same_networks(int project, bool isLarge)
    {
        TensorNetwork[] networks = [.. Enumerable.Range(project * 1000, TestShare.Of(NetworksPerProject, 8)).Select(seed => new TensorNetwork(seed, mostOutputs: 1, isLarge, hasIndices: true, hasFormulas: true, isTrainable: true))];
        Assembly assembly = Compile(networks, hasGradients: true);
        foreach (TensorNetwork random in networks)
        {
            TensorDriver driver = new(assembly, random.TypeName);
            Network saved = Bind(driver.Save());
            Network declared = Bind(random.Text);
            Assert.False(saved.IsTrainable);
            double[][] inputs = random.NextInputs();
            Close(random, Expected(saved, inputs), driver.Predict(inputs));
            Assert.Equal(declared.Inputs, saved.Inputs);
            Assert.Equal(declared.Parameters.Select(parameter => (parameter.Layer, parameter.Name, parameter.Values.Count)), saved.Parameters.Select(parameter => (parameter.Layer, parameter.Name, parameter.Values.Count)));
        }
    }

    /// <summary>Which of two values that differ by rounding alone is the largest depends on that rounding.</summary>
    private static void ReplaceTies(Network network, double[][] inputs, double[][] actual, double[][] expected)
    {
        double[][] tensors = Interpreter.Evaluate(network, inputs);
        for (int output = 0; output < expected.Length; output++)
        {
            if (network.Operations.First(operation => operation.Output == network.OutputTensors[output]) is ArgReduceOperation reduce)
            {
                double[] values = tensors[reduce.Inputs[0]];
                bool isTie = Math.Abs(values[(int)actual[output][0]] - values[(int)expected[output][0]]) < 1e-6;
                expected[output] = isTie ? actual[output] : expected[output];
            }
        }
    }

    private static double[][] Shifted(double[][] inputs, int index, double shift)
    {
        double[][] shifted = [.. inputs.Select(input => (double[])input.Clone())];
        int port = 0;
        while (index >= shifted[port].Length)
        {
            index -= shifted[port++].Length;
        }

        shifted[port][index] += shift;
        return shifted;
    }

    private static double Loss(Network network, double[][] inputs, double[] target) =>
        Expected(network, inputs)[0].Zip(target, (value, wanted) => (value - wanted) * (value - wanted)).Average();

    private static double[][] Expected(Network network, double[][] inputs)
    {
        double[][] tensors = Interpreter.Evaluate(network, inputs);
        return [.. network.OutputTensors.Select(tensor => tensors[tensor])];
    }

    private static Network Bind(TensorNetwork random) => Bind(random.Text);

    private static Network Bind(string text)
    {
        ProblemList problems = new();
        Network? network = NetworkBinder.Bind("Random", null, NetworkFileReader.Read(text, problems, default), "random.nn.json", problems).Network;
        Assert.True(network is not null, string.Join("\n", problems.Problems.Select(problem => problem.Rule.Id)) + text);
        return network;
    }

    private static Assembly Compile(TensorNetwork[] networks, bool hasGradients)
    {
        GeneratorHost host = new();
        foreach (TensorNetwork random in networks)
        {
            Network network = Bind(random);
            host.File($"{random.TypeName}.nn.json", random.Text);
            host.Source(
                TensorDriver.Text(
                    random.TypeName,
                    random.IsDouble ? "double" : "float",
                    [.. network.Inputs.Select(input => (input.Type, input.Size))],
                    [.. network.OutputTensors.Select(tensor => (network.Tensors[tensor].Type, network.Tensors[tensor].Size))],
                    hasGradients ? network.ParameterCount : null,
                    random.IsTrainable),
                $"{random.TypeName}Driver.cs");
        }

        return host.Run().Load();
    }

    private static void Close(TensorNetwork random, double[][] expected, double[][] actual)
    {
        double tolerance = random.IsDouble ? 1e-11 : 2e-5;
        for (int output = 0; output < expected.Length; output++)
        {
            double scale = expected[output].Select(Math.Abs).Append(1).Max();
            for (int i = 0; i < expected[output].Length; i++)
            {
                Assert.True(
                    Math.Abs(expected[output][i] - actual[output][i]) <= tolerance * scale,
                    $"Network of seed {random.Seed}, output {output}, value {i}: {actual[output][i]:R} instead of {expected[output][i]:R}\n{random.Text}");
            }
        }
    }
}
