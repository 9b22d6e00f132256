using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Gradients;

/// <summary>Compares the derivatives that a compiled network computes with central differences of the interpreter's loss.</summary>
internal sealed class GradientCheck
{
    private const int MostCompared = 60;

    /// <summary>More than a vector has lanes, and no multiple of that.</summary>
    private const int RowsInBatch = 19;

    private readonly Network _network;
    private readonly CompiledNetwork _compiled;
    private readonly string _text;
    private readonly double _tolerance;
    private readonly Random _random = new(7);

    public GradientCheck(string json, CompiledNetwork compiled)
        : this(Bind(json), compiled, json)
    {
    }

    /// <param name="network">The network.</param>
    /// <param name="compiled">The same network, compiled.</param>
    /// <param name="text">What failures call it.</param>
    public GradientCheck(Network network, CompiledNetwork compiled, string text)
    {
        _network = network;
        _compiled = compiled;
        _text = text;
        _tolerance = compiled.IsDouble ? 1e-6 : 1e-3;
    }

    /// <summary>How many derivatives were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>How many were not, because a corner is too near for differences.</summary>
    public int Skipped { get; private set; }

    /// <summary>A target that suits the loss.</summary>
    public double[] NextTarget(Random random)
    {
        int size = _network.Output.Size;
        switch (_network.Loss.Kind)
        {
            case LossKind.CategoricalCrossEntropy:
                int hot = random.Next(size);
                return [.. Enumerable.Range(0, size).Select(i => i == hot ? 1.0 : 0.0)];
            case LossKind.BinaryCrossEntropy:
                return [.. Enumerable.Range(0, size).Select(_ => (double)random.Next(2))];
            default:
                return [.. Enumerable.Range(0, size).Select(_ => (double)(float)((4 * random.NextDouble()) - 2))];
        }
    }

    /// <summary>Checks the loss and all derivatives for some samples.</summary>
    public void Run(double[][] inputs, Random random)
    {
        inputs = [.. inputs.Select(input => input.Select(value => (double)(float)value).ToArray())];
        double[][] targets = [.. inputs.Select(_ => NextTarget(random))];
        if (inputs.Zip(targets, (input, target) => ReferenceLoss.Of(_network, input, target)).Any(value => !double.IsFinite(value) || (value > 30 && _network.Loss.Kind >= LossKind.BinaryCrossEntropy)))
        {
            // So certain a prediction has lost the digits that the definition of the loss would need.
            Skipped++;
            return;
        }

        double[][] gradients = new double[inputs.Length][];
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            gradients[sample] = CheckGradient(inputs[sample], targets[sample]);
            CheckJacobian(inputs[sample]);
        }

        int[] rows = [.. Enumerable.Range(0, RowsInBatch).Select(row => row % inputs.Length)];
        double[] mean = [.. Enumerable.Range(0, _network.ParameterCount).Select(i => rows.Average(row => gradients[row][i]))];
        double losses = rows.Average(row => _compiled.Loss(inputs[row], targets[row]));
        double[] batch = _compiled.GradientBatch([.. rows.SelectMany(row => inputs[row])], [.. rows.SelectMany(row => targets[row])], out double loss);
        double scale = Scale(mean, losses);
        Close("mean loss", losses, loss, 1 + Math.Abs(losses));
        for (int i = 0; i < mean.Length; i++)
        {
            Close($"batch derivative {i}", mean[i], batch[i], scale);
        }
    }

    private static Network Bind(string json)
    {
        ProblemList problems = new();
        return NetworkBinder.Bind("Checked", null, NetworkFileReader.Read(json, problems, default), "checked.nn.json", problems).Network!;
    }

    private double[] CheckGradient(double[] input, double[] target)
    {
        double[] gradient = _compiled.Gradient(input, target, out double loss);
        double expected = ReferenceLoss.Of(_network, input, target);
        Close("loss", expected, loss, 1 + Math.Abs(expected));
        Close("loss alone", expected, _compiled.Loss(input, target), 1 + Math.Abs(expected));
        int[] parameters = Sample(gradient.Length);
        double[] differences = [.. parameters.Select(i => ReferenceLoss.Derivative(shift => ReferenceLoss.Of(ReferenceLoss.Shift(_network, i, shift), input, target)))];
        Compare("derivative", parameters, differences, [.. parameters.Select(i => gradient[i])], expected);
        return gradient;
    }

    private void CheckJacobian(double[] input)
    {
        double[] jacobian = _compiled.InputJacobian(input);
        int[] elements = Sample(jacobian.Length);
        double[] expected = [.. elements.Select(i => ReferenceLoss.Derivative(shift =>
        {
            double[] shifted = [.. input];
            shifted[i % input.Length] += shift;
            return Interpreter.Predict(_network, shifted)[i / input.Length];
        }))];
        Compare("Jacobian", elements, expected, [.. elements.Select(i => jacobian[i])], Interpreter.Predict(_network, input).Max(Math.Abs));
    }

    /// <summary>Some of a number of derivatives: differences of all of a large network would take minutes.</summary>
    private int[] Sample(int count) => [.. Enumerable.Range(0, count).OrderBy(_ => _random.Next()).Take(MostCompared).Order()];

    private void Compare(string what, int[] indices, double[] expected, double[] actual, double size)
    {
        double scale = Scale([.. expected.Where(double.IsFinite)], size);
        for (int i = 0; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]))
            {
                Skipped++;
                Assert.True(double.IsFinite(actual[i]), $"{what} {indices[i]} is {actual[i]}\n{_text}");
            }
            else
            {
                Compared++;
                Close($"{what} {indices[i]}", expected[i], actual[i], scale);
            }
        }
    }

    /// <summary>
    /// What an error is relative to: the largest derivative, and what the rounding of the loss leaves to differences; in single
    /// precision also what saturated functions leave of 1 - y.
    /// </summary>
    private double Scale(double[] values, double size) =>
        Math.Max(values.Select(Math.Abs).DefaultIfEmpty(0).Max(), (_compiled.IsDouble ? 1e-4 : 1e-2) * (1 + Math.Abs(size)));

    private void Close(string what, double expected, double actual, double scale) =>
        Assert.True(Math.Abs(expected - actual) <= _tolerance * scale, $"{what}: {actual:R} instead of {expected:R}\n{_text}");
}
