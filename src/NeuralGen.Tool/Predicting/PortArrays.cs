using NeuralGen.Compiler.Networks;

namespace NeuralGen.Tool.Predicting;

/// <summary>Makes the arrays in which rows lie for a compiled network.</summary>
internal static class PortArrays
{
    /// <summary>An array per input or output, with room for some rows.</summary>
    public static Array[] Create(IEnumerable<Port> ports, FloatPrecision precision, int rows) =>
        [.. ports.Select(port => Create(port.Type, precision, rows * port.Size))];

    private static Array Create(Element type, FloatPrecision precision, int length) => type switch
    {
        Element.Float => precision == FloatPrecision.Double ? new double[length] : new float[length],
        Element.Int => new int[length],
        Element.Long => new long[length],
        Element.Bool => new bool[length],
        Element.Byte => new byte[length],
        _ => new sbyte[length],
    };
}
