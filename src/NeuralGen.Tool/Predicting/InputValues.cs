using System.Globalization;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Tool.Predicting;

/// <summary>The values that a network reads from a row.</summary>
internal static class InputValues
{
    /// <summary>The values in order, with the names by which columns are found: those of a single input's values, or of inputs of one value
    /// themselves, and numbered ones where several inputs have more than one.</summary>
    public static IReadOnlyList<InputValue> Of(NetworkSignature signature)
    {
        bool isOnly = signature.Inputs.Count == 1;
        return [.. signature.Inputs.SelectMany((port, i) => Enumerable.Range(0, port.Size).Select(element => new InputValue(i, element, port.Type, NameOf(port, element))))];

        string NameOf(Port port, int element) =>
            isOnly ? (signature.InputNames.Count == port.Size ? signature.InputNames[element] : "")
            : port.Size == 1 ? port.Name
            : string.Create(CultureInfo.InvariantCulture, $"{port.Name}_{element}");
    }
}
