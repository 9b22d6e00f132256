using System.Globalization;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Translation;

/// <summary>Finds the shapes of a model's inputs: the batch is 1, metadata says others that are open.</summary>
internal sealed class InputReader
{
    private readonly GraphTranslator _graph;
    private readonly IReadOnlyDictionary<string, int[]> _shapes;
    private readonly HashSet<string> _batch;

    /// <summary>Looks for the batch.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="shapes">The shapes that metadata says.</param>
    /// <param name="graph">What the graph is becoming.</param>
    public InputReader(IReadOnlyList<ValueInfoProto> inputs, IReadOnlyDictionary<string, int[]> shapes, GraphTranslator graph)
    {
        _graph = graph;
        _shapes = shapes;
        string[] first = [.. inputs.Select(input => Shape(input)?.Dim.FirstOrDefault()?.DimParam ?? "").Where(symbol => symbol.Length > 0)];
        string[] all = [.. inputs.SelectMany(input => Shape(input)?.Dim.Select(size => size.DimParam) ?? []).Where(symbol => symbol.Length > 0).Distinct()];
        IsBatchOpen = inputs.Any(input => Shape(input)?.Dim.FirstOrDefault() is { } size && IsOpen(size));
        _batch = new HashSet<string>(IsBatchOpen ? first : all.Length == 1 ? all : [], StringComparer.Ordinal);
    }

    /// <summary>Whether the first dimension of an input is left open.</summary>
    public bool IsBatchOpen { get; }

    /// <summary>The shape of an input; null after a problem.</summary>
    public int[]? Read(ValueInfoProto input)
    {
        if (_shapes.TryGetValue(input.Name, out int[]? said))
        {
            return Fits(input, said) ? said : null;
        }

        if (Shape(input) is not { } shape)
        {
            _graph.Report(ImportProblem.Of(ImportRules.Dimension, input.Name, "no shape", ImportSettings.Quote(input.Name)));
            return null;
        }

        int[] sizes = new int[shape.Dim.Count];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            DimensionProto size = shape.Dim[axis];
            bool isBatch = IsOpen(size) && (axis == 0 || (size.DimParam.Length > 0 && _batch.Contains(size.DimParam)));
            if (IsOpen(size) && !isBatch)
            {
                _graph.Report(ImportProblem.Of(
                    ImportRules.Dimension, input.Name, $"an open dimension {axis}{(size.DimParam.Length > 0 ? $", '{size.DimParam}'" : "")}", ImportSettings.Quote(input.Name)));
                return null;
            }

            sizes[axis] = isBatch ? 1 : (int)Math.Min(int.MaxValue, size.DimValue);
        }

        if (Dimensions.Count(sizes) > NodeTranslation.MostValues)
        {
            _graph.Report(ImportProblem.Of(ImportRules.Dimension, input.Name, $"the absurd shape {Dimensions.Text(sizes)}", ImportSettings.Quote(input.Name)));
            return null;
        }

        return sizes;
    }

    /// <summary>Whether dimension 0 is no part of what is passed.</summary>
    public static bool IsBatchFirst(TypeProto? type, int[] shape) =>
        shape.Length > 0 && shape[0] == 1 && (type?.TensorType?.Shape?.Dim.FirstOrDefault() is not { } size || IsOpen(size) || size.DimValue == 1);

    /// <summary>Whether a shape is one that a declaration leaves open; a first dimension may always be a batch of 1.</summary>
    public static bool Fits(TensorShapeProto declared, int[] shape) =>
        declared.Dim.Count == shape.Length && declared.Dim.Select((size, axis) => IsOpen(size) || size.DimValue == shape[axis] || (axis == 0 && shape[0] == 1)).All(isEqual => isEqual);

    /// <summary>A declared shape in words.</summary>
    public static string Text(TensorShapeProto shape) =>
        $"[{string.Join(", ", shape.Dim.Select(size => IsOpen(size) ? "?" : size.DimValue.ToString(CultureInfo.InvariantCulture)))}]";

    private static bool IsOpen(DimensionProto size) => size.ValueCase != DimensionProto.ValueOneofCase.DimValue || size.DimValue <= 0;

    private static TensorShapeProto? Shape(ValueInfoProto input) => input.Type?.TensorType?.Shape;

    private bool Fits(ValueInfoProto input, int[] said)
    {
        TensorShapeProto? shape = Shape(input);
        bool fits = (shape is null || Fits(shape, said))
            && Array.TrueForAll(said, size => size > 0) && Dimensions.Count(said) <= NodeTranslation.MostValues;
        if (!fits)
        {
            _graph.Report(ImportProblem.Of(
                ImportRules.Setting, "InputShapes", input.Name, $"is {Dimensions.Text(said)}, and the model has {(shape is null ? "no shape" : Text(shape))}"));
        }

        return fits;
    }
}
