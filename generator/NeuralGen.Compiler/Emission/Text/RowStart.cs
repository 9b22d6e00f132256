using NeuralGen.Compiler.Networks.IndexMaps;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Says where the rows along an axis begin.</summary>
internal static class RowStart
{
    /// <summary>An expression that gives the position of a row's first value.</summary>
    /// <param name="rows">The axis.</param>
    /// <param name="row">The variable that counts rows.</param>
    public static string Of(AxisRows rows, string row) => rows.Inner == 1
        ? $"{row} * {Literal.Integer(rows.Length)}"
        : $"{row} / {Literal.Integer(rows.Inner)} * {Literal.Integer(rows.Length * rows.Inner)} + {row} % {Literal.Integer(rows.Inner)}";
}
