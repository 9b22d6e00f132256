using System.Reflection;
using NeuralGen.Import.Tests.Standard;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>Models that are imported to be trained on: their derivatives against differences, and some steps.</summary>
public sealed class GradientTests
{
    private const double Step = 1e-6;
    private const int Checked = 40;

    [Theory]
    [InlineData("mlp_tanh_11")]
    [InlineData("mlp_batchnorm_12")]
    [InlineData("cnn_unfolded_13")]
    [InlineData("mobile_block_14")]
    [InlineData("encoder_17")]
    public void An_imported_network_goes_on_learning_from_the_weights_of_its_model(string name)
    {
        PreparedTest test = new(Fixture.Of("pytorch").Single(fixture => fixture.Name == "pytorch/" + name), 0)
        {
            Options = new ImportOptions { Trainable = "true", Precision = "double", Loss = "mean_squared_error" },
            Driver = """
                namespace Project;

                public static class Net0Driver
                {
                    public static int Count => Net0.ParameterCount;

                    public static double Loss(double[] x, double[] y, double[] gradient, int parameter, double change)
                    {
                        Net0 network = new();
                        network.Parameters[parameter] += change;
                        return network.Gradient(x, y, gradient);
                    }

                    public static double Train(double[] x, double[] y, int steps, double rate)
                    {
                        Net0 network = new();
                        double[] gradient = new double[Count];
                        for (int step = 0; step < steps; step++)
                        {
                            network.Gradient(x, y, gradient);
                            for (int i = 0; i < gradient.Length; i++)
                            {
                                network.Parameters[i] -= rate * gradient[i];
                            }
                        }

                        return network.Gradient(x, y, gradient);
                    }
                }
                """,
        };
        test.Prepare();
        Assembly? assembly = StandardProject.Compile([test]);
        Assert.Null(test.Result);
        Type driver = assembly!.GetType("Project.Net0Driver", throwOnError: true)!;
        Func<double[], double[], double[], int, double, double> loss = driver.GetMethod("Loss")!.CreateDelegate<Func<double[], double[], double[], int, double, double>>();
        double[] input = StandardTest.Tensors(test.Test.DataSets[0], "input")![0].Numbers();
        double[] expected = StandardTest.Tensors(test.Test.DataSets[0], "output")![0].Numbers();
        double[] gradient = new double[(int)driver.GetProperty("Count")!.GetValue(null)!];

        // The network begins as the model was: of the model's own outputs nothing is left to learn.
        Assert.InRange(loss(input, expected, gradient, 0, 0), 0, 1e-10);

        double[] target = Array.ConvertAll(expected, value => (0.5 * value) + 0.25);
        double before = loss(input, target, gradient, 0, 0);
        double[] unused = new double[gradient.Length];
        double largest = gradient.Max(Math.Abs);
        for (int k = 0; k < Checked; k++)
        {
            int parameter = (int)((long)k * gradient.Length / Checked);
            double difference = (loss(input, target, unused, parameter, Step) - loss(input, target, unused, parameter, -Step)) / (2 * Step);
            Assert.InRange(Math.Abs(difference - gradient[parameter]) / largest, 0, 1e-6);
        }

        double after = driver.GetMethod("Train")!.CreateDelegate<Func<double[], double[], int, double, double>>()(input, target, 100, 0.02 / largest);
        Assert.InRange(after, 0, 0.7 * before);
    }
}
