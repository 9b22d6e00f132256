using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>
/// Names the values of the generated code after the source material: <c>node_0_1_input</c> before its activation,
/// <c>node_0_1_output</c> behind it, <c>output</c> for the single result; other layers give their own names.
/// All values of a layer are <c>hidden_0_values</c>, the derivatives with respect to them <c>hidden_0_delta</c>.
/// </summary>
internal sealed class TensorNames
{
    private readonly Network _network;
    private readonly string[] _roots;
    private readonly string[] _suffixes;

    /// <summary>Names the tensors of a lowered network.</summary>
    public TensorNames(Network network)
    {
        _network = network;
        _roots = [.. network.Tensors.Select(tensor => Root(tensor.Name))];
        _suffixes = [.. network.Tensors.Select(_ => "")];
        HashSet<string> dense = new(network.Operations.Where(operation => operation is DenseOperation or ConvolutionOperation).Select(operation => operation.Layer), StringComparer.Ordinal);
        HashSet<string> finished = new(StringComparer.Ordinal);
        foreach (Operation operation in network.Operations.Reverse())
        {
            bool isLast = finished.Add(operation.Layer);
            _suffixes[operation.Output] = !dense.Contains(operation.Layer) ? "" : isLast ? "_output" : "_input";
        }
    }

    /// <summary>The name of an element of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="index">The element's position.</param>
    public string Element(int tensor, int index)
    {
        string root = _roots[tensor];
        if (root == "output" && _network.Tensors[tensor].Size == 1)
        {
            return _suffixes[tensor] == "_input" ? "output_input" : "output";
        }

        return $"{root}_{Position(_network.Tensors[tensor].Shape, index)}{_suffixes[tensor]}";
    }

    /// <summary>The position of an element as a part of its name: a number per axis.</summary>
    /// <param name="shape">The shape of the tensor.</param>
    /// <param name="index">The element's position.</param>
    public static string Position(Shape shape, int index) => string.Join("_", shape.Position(index).Select(position => Literal.Integer(position)));

    /// <summary>The name of neighbouring elements of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="first">The position of the first element.</param>
    /// <param name="last">The position of the last element.</param>
    public string Elements(int tensor, int first, int last) =>
        first == last ? Element(tensor, first) : $"{_roots[tensor]}_{Literal.Integer(first)}_to_{Literal.Integer(last)}{_suffixes[tensor]}";

    /// <summary>The name of the span with the values of a tensor.</summary>
    public string Values(int tensor) => Whole(tensor) + "_values";

    /// <summary>The name of the span with the derivatives with respect to a tensor.</summary>
    public string Deltas(int tensor) => Whole(tensor) + "_delta";

    private string Whole(int tensor) => _network.Tensors[tensor].Name + (_suffixes[tensor] == "_input" ? "_input" : "");

    /// <summary>The nodes of layers that were declared without a name are called nodes, as in the source material.</summary>
    private static string Root(string layer)
    {
        const string Hidden = "hidden";
        bool isHidden = layer == Hidden || (layer.StartsWith(Hidden + "_", StringComparison.Ordinal) && layer.Skip(Hidden.Length + 1).All(char.IsDigit));
        return isHidden ? "node" + layer.Substring(Hidden.Length) : layer;
    }
}
