using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations.Tests;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.OnnxRuntime;

namespace NeuralGen.Tool.Verifying;

/// <summary>Compares the code of a model, compiled in memory, with examples, with the interpreter and with ONNX Runtime.</summary>
/// <param name="model">The model.</param>
/// <param name="tolerance">How far values may be off, as a part of the largest expected one; examples say it themselves.</param>
internal sealed class Verification(OpenModel model, double tolerance)
{
    /// <summary>How far machines differ in vectorised functions and in the order of sums, as builds allow for it.</summary>
    private const double MachineDifference = 16.0 / (1 << 24);

    private readonly CompiledSamples _compiled = new(model);

    /// <summary>Compares with the examples of a model.</summary>
    /// <param name="title">What they are called.</param>
    /// <param name="examples">The model with the examples.</param>
    public ErrorMeasure Examples(string title, OpenModel examples)
    {
        ErrorMeasure measure = new(title, model.Signature.Precision);
        bool isDouble = model.Signature.Precision == FloatPrecision.Double;
        foreach (TestVector test in examples.Bound.Tests)
        {
            double allowed = (test.Tolerance ?? (isDouble ? 1e-9 : 1e-5)) + (isDouble ? 0 : MachineDifference);
            double[][] inputs = TestVectorChecker.InOrder(test.Inputs, examples.Signature.Inputs);
            double[][] expected = TestVectorChecker.InOrder(test.Outputs, examples.Signature.Outputs);
            int steps = examples.Bound.IsStepwise ? TestVectorChecker.Steps(test, examples.Signature.Inputs, examples.Signature.Outputs) : 1;
            object? state = _compiled.NewState();
            bool isRight = true;
            for (int step = 0; step < steps; step++)
            {
                Array[] found = _compiled.Predict([.. inputs.Select(values => Step(values, step, steps))], state);
                for (int port = 0; port < found.Length; port++)
                {
                    isRight &= measure.Compare(_compiled.Ports[port], Step(expected[port], step, steps), found[port], (value, wanted, _) => Math.Abs(value - wanted) <= allowed * Math.Max(1, Math.Abs(wanted)));
                }
            }

            measure.End(isRight);
        }

        return measure;
    }

    /// <summary>Compares with the interpreter on random inputs; of a network that keeps something, they are steps of one sequence.</summary>
    public ErrorMeasure Interpreter(int samples, int seed)
    {
        ErrorMeasure measure = new("interpreter", model.Signature.Precision);
        SampleSource source = new(model, seed);
        double[][] kept = States();
        object? state = _compiled.NewState();
        for (int sample = 0; sample < samples; sample++)
        {
            (double[][] inputs, double[][] outputs) = source.Next(kept);
            kept = [.. outputs.Skip(_compiled.Ports.Count)];
            Array[] found = _compiled.Predict(inputs, state);
            bool isRight = true;
            for (int port = 0; port < found.Length; port++)
            {
                isRight &= measure.Compare(_compiled.Ports[port], outputs[port], found[port], IsClose);
            }

            measure.End(isRight);
        }

        return measure;
    }

    /// <summary>Compares with ONNX Runtime on random inputs; of a network that keeps something, the first step.</summary>
    public ErrorMeasure Onnx(OnnxFunctions functions, int samples, int seed)
    {
        string title = $"ONNX Runtime {functions.LibraryVersion}";
        try
        {
            ErrorMeasure measure = new(title, model.Signature.Precision);
            using OnnxReference reference = new(functions, model);
            SampleSource source = new(model, seed);
            for (int sample = 0; sample < samples; sample++)
            {
                double[][] inputs = source.Next(States()).Inputs;
                IReadOnlyList<OnnxTensor> expected = reference.Run(reference.Inputs(inputs));
                Array[] found = _compiled.Predict(inputs, _compiled.NewState());
                bool isRight = true;
                bool isAny = false;
                for (int port = 0; port < found.Length; port++)
                {
                    if (OnnxReference.Find(expected, _compiled.Ports[port], found.Length) is { } tensor)
                    {
                        isAny = true;
                        double[] wanted = [.. Enumerable.Range(0, tensor.Values.Length).Select(i => OnnxElements.Number(tensor.Values, i))];
                        isRight &= measure.Compare(_compiled.Ports[port], wanted, found[port], IsClose);
                    }
                }

                if (!isAny)
                {
                    return new ErrorMeasure(title, model.Signature.Precision) { Missing = "it gives none of the network's outputs" };
                }

                measure.End(isRight);
            }

            return measure;
        }
        catch (OnnxException exception)
        {
            return new ErrorMeasure(title, model.Signature.Precision) { Missing = exception.Message };
        }
    }

    private bool IsClose(double value, double expected, double largest) => Math.Abs(value - expected) <= tolerance * Math.Max(largest, Math.Abs(expected));

    private double[][] States() => [.. model.Whole.Tensors.Skip(model.Whole.PortCount).Take(model.Whole.States.Count).Select(tensor => new double[tensor.Size])];

    private static double[] Step(double[] values, int step, int steps) => steps == 1 ? values : values.AsSpan(step * (values.Length / steps), values.Length / steps).ToArray();
}
