using System.Globalization;

namespace NeuralGen.Compiler.Binding;

/// <summary>
/// What the name of a node says: <c>node_LAYER_INDEX</c>, <c>node_INDEX</c> when there is one hidden layer,
/// <c>output</c>, or <c>output_INDEX</c> when there are several outputs.
/// </summary>
/// <param name="Form">Which of the four forms.</param>
/// <param name="Layer">The hidden layer; 0 for all other forms.</param>
/// <param name="Index">The position in the layer; 0 for the single output.</param>
internal sealed record NodeName(NodeForm Form, int Layer, int Index)
{
    /// <summary>Whether the node is an output.</summary>
    public bool IsOutput => Form is NodeForm.Output or NodeForm.NumberedOutput;

    /// <summary>Reads a name; null when it has none of the forms.</summary>
    public static NodeName? Parse(string name)
    {
        string[] parts = name.Split('_');
        return parts[0] switch
        {
            "output" when parts.Length == 1 => new NodeName(NodeForm.Output, 0, 0),
            "output" when parts.Length == 2 && Number(parts[1]) is { } index => new NodeName(NodeForm.NumberedOutput, 0, index),
            "node" when parts.Length == 2 && Number(parts[1]) is { } index => new NodeName(NodeForm.SingleHidden, 0, index),
            "node" when parts.Length == 3 && Number(parts[1]) is { } layer && Number(parts[2]) is { } index =>
                new NodeName(NodeForm.Hidden, layer, index),
            _ => null,
        };
    }

    private static int? Number(string digits) =>
        digits.Length is > 0 and < 7 && digits.All(digit => digit is >= '0' and <= '9') && (digits.Length == 1 || digits[0] != '0')
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : null;
}
