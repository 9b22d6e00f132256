using System.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.Compilation;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.OnnxRuntime;
using NeuralGen.Tool.Predicting;
using NeuralGen.Tool.Verifying;

namespace NeuralGen.Tool.Measuring;

/// <summary>Measures a model beside others that compute it.</summary>
internal static class Bench
{
    private const int MostRows = 1024;
    private const int MostValues = 1 << 20;
    private const int CallsForBytes = 100;

    // The interpreter takes some ten nanoseconds for each.
    private const long MostInterpreted = 100_000_000;

    /// <summary>Measures.</summary>
    public static Measurement Run(OpenModel model)
    {
        CompiledNetwork network = MemoryCompiler.Compile(model);
        NetworkSignature signature = model.Signature;
        int rows = Math.Clamp(MostValues / Math.Max(1, signature.Inputs.Sum(port => port.Size)), 1, MostRows);
        Array[] inputs = PortArrays.Create(signature.Inputs, signature.Precision, rows);
        Array[] outputs = PortArrays.Create(signature.Outputs, signature.Precision, rows);
        SampleSource source = new(model, seed: 1);
        double[][] states = [.. model.Whole.Tensors.Skip(model.Whole.PortCount).Take(model.Whole.States.Count).Select(tensor => new double[tensor.Size])];
        double[][] sample = source.Next(states).Inputs;
        for (int port = 0; port < inputs.Length; port++)
        {
            for (int i = 0; i < inputs[port].Length; i++)
            {
                OnnxElements.Set(inputs[port], i, sample[port][i % sample[port].Length]);
            }
        }

        object? state = network.NewState();
        double firstCall = FirstCall(() => network.Predict(inputs, outputs, 0, state));
        network.Prepare();
        double nanoseconds = Timing.Nanoseconds(calls => network.Repeat(inputs, outputs, calls, state));
        double batch = Timing.Nanoseconds(calls =>
        {
            for (int call = 0; call < calls; call++)
            {
                network.PredictBatch(inputs, outputs, rows, state);
            }
        });
        bool isLarge = model.Whole.Operations.Sum(operation => operation.MultiplyAdds) > MostInterpreted;
        double? interpreter = isLarge ? null : Timing.Nanoseconds(calls =>
        {
            for (int call = 0; call < calls; call++)
            {
                Interpreter.Evaluate(model.Whole, [.. sample, .. states]);
            }
        });
        (double? onnx, string version) = Onnx(model, sample);
        return new Measurement(nanoseconds, rows / batch * 1e9, Bytes(network, inputs, outputs, state), firstCall, interpreter, Loops(model, sample), onnx, version);
    }

    private static double FirstCall(Action call)
    {
        long start = Stopwatch.GetTimestamp();
        call();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static double Bytes(CompiledNetwork network, Array[] inputs, Array[] outputs, object? state)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        network.Repeat(inputs, outputs, CallsForBytes, state);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / CallsForBytes;
    }

    private static double? Loops(OpenModel model, double[][] sample)
    {
        if (model.Signature.Precision != FloatPrecision.Single || PlainLoops.Of(model.Whole) is not { } loops)
        {
            return null;
        }

        float[] input = Array.ConvertAll(sample[0], value => (float)value);
        return Timing.Nanoseconds(calls =>
        {
            for (int call = 0; call < calls; call++)
            {
                loops.Predict(input);
            }
        });
    }

    private static (double? Nanoseconds, string Version) Onnx(OpenModel model, double[][] sample)
    {
        if (model.Format != ModelFormat.Onnx || OnnxLibrary.Functions is not { } functions)
        {
            return (null, "");
        }

        try
        {
            using OnnxReference reference = new(functions, model);
            OnnxTensor[] inputs = reference.Inputs(sample);
            return (Timing.Nanoseconds(calls =>
            {
                for (int call = 0; call < calls; call++)
                {
                    reference.Run(inputs);
                }
            }), functions.LibraryVersion);
        }
        catch (OnnxException)
        {
            return (null, functions.LibraryVersion);
        }
    }
}
