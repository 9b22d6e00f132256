using NeuralGen.Compiler.Networks;
using NeuralGen.Import;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.OnnxRuntime;

namespace NeuralGen.Tool.Verifying;

/// <summary>What ONNX Runtime computes of a model.</summary>
internal sealed class OnnxReference : IDisposable
{
    private readonly OnnxSession _session;
    private readonly OpenModel _model;
    private readonly Dictionary<string, double[]> _constants;
    private readonly Dictionary<string, int[]> _shapes;

    /// <summary>Opens a model.</summary>
    /// <exception cref="OnnxException">ONNX Runtime does not open it.</exception>
    public OnnxReference(OnnxFunctions functions, OpenModel model)
    {
        _model = model;
        _session = new OnnxSession(functions, model.Path);
        _constants = ImportSettings.Pairs(model.Request.Options.Constants).ToDictionary(pair => pair.Name, pair => ImportSettings.Numbers(pair.Value ?? "") ?? [], StringComparer.Ordinal);
        _shapes = ImportSettings.Pairs(model.Request.Options.InputShapes).ToDictionary(pair => pair.Name, pair => ImportSettings.Sizes(pair.Value ?? "") ?? [], StringComparer.Ordinal);
    }

    /// <summary>The inputs of a sample, for which memory is taken once.</summary>
    public OnnxTensor[] Inputs(double[][] inputs)
    {
        List<OnnxTensor> tensors = [];
        foreach ((string name, int type, long[] declared) in _session.Inputs)
        {
            int port = IndexOf(name);
            double[] values = port >= 0 ? inputs[port] : _constants.GetValueOrDefault(name) ?? new double[Size(declared)];
            long[] shape = Shape(name, declared, values.Length);
            int count = (int)shape.Aggregate(1L, (product, size) => product * size);
            Array array = OnnxElements.Create(type, count) ?? throw new OnnxException($"input '{name}' has elements of a type that is not passed");
            for (int i = 0; i < count; i++)
            {
                OnnxElements.Set(array, i, values.Length == 1 ? values[0] : i < values.Length ? values[i] : 0);
            }

            tensors.Add(new OnnxTensor(name, array, shape));
        }

        return [.. tensors];
    }

    /// <summary>The outputs of a sample that are tensors of numbers.</summary>
    public IReadOnlyList<OnnxTensor> Run(IReadOnlyList<OnnxTensor> inputs) => _session.Run(inputs);

    /// <summary>The output of a port; null where ONNX Runtime gives none of that size.</summary>
    public static OnnxTensor? Find(IReadOnlyList<OnnxTensor> results, Port port, int ports) =>
        results.FirstOrDefault(result => result.Name == port.Name && result.Values.Length == port.Size)
        ?? (ports == 1 && results.Count(result => result.Values.Length == port.Size) == 1 ? results.First(result => result.Values.Length == port.Size) : null);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private int IndexOf(string name)
    {
        int found = _model.Signature.Inputs.ToList().FindIndex(port => port.Name == name);

        // One that left the signature, as a state, is none of them.
        return found < 0 && _model.Signature.Inputs.Count == 1 && _session.Inputs.Count == 1 ? 0 : found;
    }

    private long[] Shape(string name, long[] declared, int count)
    {
        if (_shapes.TryGetValue(name, out int[]? said))
        {
            return Array.ConvertAll(said, size => (long)size);
        }

        long known = declared.Where(size => size > 0).Aggregate(1L, (product, size) => product * size);
        long[] shape = [.. declared];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            // The batch is 1; what else is open takes what is left.
            shape[axis] = shape[axis] > 0 ? shape[axis] : axis == Array.FindLastIndex(declared, size => size <= 0) ? Math.Max(1, count / Math.Max(1, known)) : 1;
        }

        return shape;
    }

    private static int Size(long[] declared) => (int)declared.Where(size => size > 0).Aggregate(1L, (product, size) => product * size);
}
