using Microsoft.ML.OnnxRuntime;
using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Tests.Runtime;

/// <summary>What ONNX Runtime computes.</summary>
internal sealed class RuntimeOracle : IDisposable
{
    private static readonly Lazy<string> Problem = new(Probe);

    private readonly InferenceSession _session;

    /// <summary>Opens a model.</summary>
    public RuntimeOracle(string path)
    {
        using SessionOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, IntraOpNumThreads = 1 };
        _session = new InferenceSession(path, options);
    }

    /// <summary>Why it cannot be used here; empty where it can.</summary>
    public static string Missing => Problem.Value;

    /// <summary>Whether all results are tensors of elements that a network has.</summary>
    public bool GivesTensors => _session.OutputMetadata.Values.All(output => output.OnnxValueType == OnnxValueType.ONNX_TYPE_TENSOR && !output.IsString);

    public void Dispose() => _session.Dispose();

    /// <summary>Computes the outputs.</summary>
    public IReadOnlyList<Literal> Run(IReadOnlyList<Literal> inputs)
    {
        string[] names = [.. _session.InputNames];
        using RunOptions options = new();
        Dictionary<string, OrtValue> values = names.Select((name, i) => (name, Value: ToValue(inputs[i]))).ToDictionary(pair => pair.name, pair => pair.Value);
        try
        {
            using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(options, values, [.. _session.OutputNames]);
            return [.. results.Select(ToLiteral)];
        }
        finally
        {
            foreach (OrtValue value in values.Values)
            {
                value.Dispose();
            }
        }
    }

    private static string Probe()
    {
        try
        {
            return OrtEnv.Instance().GetVersionString().Length > 0 ? "" : "ONNX Runtime has no version";
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException or EntryPointNotFoundException)
        {
            return "ONNX Runtime does not load here: " + exception.Message;
        }
    }

    private static OrtValue ToValue(Literal values)
    {
        long[] shape = [.. values.Shape.Select(size => (long)size)];
        return values.Kind switch
        {
            ElementKind.Float => OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values.Numbers(), value => (float)value), shape),
            ElementKind.Double => OrtValue.CreateTensorValueFromMemory(values.Numbers(), shape),
            ElementKind.Float16 => OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values.Numbers(), value => (Float16)(float)value), shape),
            ElementKind.Int64 => OrtValue.CreateTensorValueFromMemory(values.Integers(), shape),
            ElementKind.Int32 => OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values.Integers(), value => (int)value), shape),
            ElementKind.UInt8 => OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values.Integers(), value => (byte)value), shape),
            ElementKind.Int8 => OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values.Integers(), value => (sbyte)value), shape),
            ElementKind.Bool => OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values.Integers(), value => value != 0), shape),
            _ => throw new NotSupportedException($"elements of type {values.Kind}"),
        };
    }

    private static Literal ToLiteral(OrtValue value)
    {
        int[] shape = [.. value.GetTensorTypeAndShape().Shape.Select(size => (int)size)];
        ElementKind kind = (ElementKind)(int)value.GetTensorTypeAndShape().ElementDataType;
        return kind switch
        {
            ElementKind.Float => Literal.Of(kind, shape, Array.ConvertAll(value.GetTensorDataAsSpan<float>().ToArray(), number => (double)number)),
            ElementKind.Double => Literal.Of(kind, shape, value.GetTensorDataAsSpan<double>().ToArray()),
            ElementKind.Float16 => Literal.Of(kind, shape, Array.ConvertAll(value.GetTensorDataAsSpan<Float16>().ToArray(), number => (double)(float)number)),
            ElementKind.Int64 => Literal.Of(kind, shape, value.GetTensorDataAsSpan<long>().ToArray()),
            ElementKind.Int32 => Literal.Of(kind, shape, Array.ConvertAll(value.GetTensorDataAsSpan<int>().ToArray(), number => (long)number)),
            ElementKind.UInt8 => Literal.Of(kind, shape, Array.ConvertAll(value.GetTensorDataAsSpan<byte>().ToArray(), number => (long)number)),
            ElementKind.Int8 => Literal.Of(kind, shape, Array.ConvertAll(value.GetTensorDataAsSpan<sbyte>().ToArray(), number => (long)number)),
            ElementKind.Bool => Literal.Of(kind, shape, Array.ConvertAll(value.GetTensorDataAsSpan<bool>().ToArray(), flag => flag ? 1L : 0)),
            _ => throw new NotSupportedException($"elements of type {kind}"),
        };
    }
}
