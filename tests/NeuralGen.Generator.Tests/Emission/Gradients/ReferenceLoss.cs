using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>
/// The losses from their definitions, in double precision, and their derivatives by central differences: nothing here knows
/// how generated code computes them.
/// </summary>
internal static class ReferenceLoss
{
    /// <summary>The step of the differences.</summary>
    private const double Step = 1e-4;

    /// <summary>The loss of one sample.</summary>
    public static double Of(Network network, double[] input, double[] target)
    {
        double[] output = Interpreter.Predict(network, input);
        ActivationFunction? last = network.Operations.LastOrDefault(operation => operation is not DropoutOperation) is ActivationOperation activation ? activation.Function : null;
        return network.Loss.Kind switch
        {
            LossKind.MeanSquaredError => Mean(output, target, (p, t) => (p - t) * (p - t)),
            LossKind.MeanAbsoluteError => Mean(output, target, (p, t) => Math.Abs(p - t)),
            LossKind.Huber => Mean(output, target, (p, t) => Huber(Math.Abs(p - t), network.Loss.Delta)),
            LossKind.BinaryCrossEntropy => Mean(last is SigmoidActivation ? output : [.. output.Select(z => 1 / (1 + Math.Exp(-z)))], target, (p, t) => -(t * Math.Log(p)) - ((1 - t) * Math.Log(1 - p))),
            _ => -LogProbabilities(output, last).Zip(target, (log, t) => t * log).Sum(),
        };
    }

    /// <summary>The derivative of a function by the five-point rule; NaN where it has a corner nearby.</summary>
    /// <param name="value">The function of a shift.</param>
    public static double Derivative(Func<double, double> value)
    {
        double wide = FivePoints(value, Step);
        double narrow = FivePoints(value, Step / 8);
        double difference = Math.Abs(wide - narrow);
        return difference <= 1e-6 * (1 + Math.Abs(wide)) * (1 + Math.Abs(value(0))) ? wide : double.NaN;
    }

    /// <summary>The network with one of its parameters shifted.</summary>
    public static Network Shift(Network network, int parameter, double shift)
    {
        int index = parameter;
        NetworkNumbers shifted = network.Parameters.Select(block => block.Values).First(values =>
        {
            index -= values.Count;
            return index < 0;
        });
        double[] moved = shifted.ToArray();
        moved[index + shifted.Count] += shift;
        NetworkNumbers result = shifted with { Values = new NumberArray(moved) };
        NetworkNumbers Move(NetworkNumbers values) => values.Id == shifted.Id ? result : values;
        NetworkNumbers? Moved(NetworkNumbers? values) => values is null ? null : Move(values);

        // Weights of zero ignore their inputs in the interpreter as well, so a shift of them counts like any other.
        return network with
        {
            Operations = network.Operations.Select(operation => operation switch
            {
                DenseOperation dense => dense with { Weights = Move(dense.Weights), Bias = Moved(dense.Bias) },
                GatherOperation { Table: { } table } gather => gather with { Table = Move(table) },
                ConvolutionOperation layer => layer with { Weights = Move(layer.Weights), Bias = Moved(layer.Bias) },
                RecurrentOperation layer => layer with { Weights = Move(layer.Weights), Bias = Moved(layer.Bias), Peepholes = Moved(layer.Peepholes) },
                BatchNormalizationOperation batch => batch with { Gamma = Move(batch.Gamma), Beta = Move(batch.Beta) },
                GroupNormalizationOperation layer => layer with { Gamma = Moved(layer.Gamma), Beta = Moved(layer.Beta) },
                ActivationOperation { Function: PreluActivation prelu } activation => activation with { Function = prelu with { Weights = Move(prelu.Weights) } },
                _ => operation,
            }).ToArray().ToEquatableArray(),
        };
    }

    private static double FivePoints(Func<double, double> value, double step) =>
        (value(-2 * step) - (8 * value(-step)) + (8 * value(step)) - value(2 * step)) / (12 * step);

    private static double Mean(double[] output, double[] target, Func<double, double, double> loss) => output.Zip(target, loss).Average();

    private static double Huber(double error, double delta) => error <= delta ? error * error / 2 : delta * (error - (delta / 2));

    private static double[] LogProbabilities(double[] output, ActivationFunction? last) => last switch
    {
        LogSoftmaxActivation => output,
        SoftmaxActivation => [.. output.Select(value => Math.Log(value))],
        _ => new LogSoftmaxActivation().Evaluate(output),
    };
}
