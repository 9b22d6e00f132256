using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Fusion;

/// <summary>A formula that multiplies each row of one operand by the factors in another, as squeeze and excitation does.</summary>
/// <param name="Rows">The number of the operand with rows.</param>
/// <param name="Factors">The number of the operand with a factor for each value of a row.</param>
/// <param name="Count">The number of factors.</param>
internal sealed record RowFactors(int Rows, int Factors, int Count)
{
    /// <summary>What a formula multiplies; null where it is another one.</summary>
    /// <param name="map">The formula.</param>
    public static RowFactors? Of(MapOperation map)
    {
        if (map.Formula is not BinaryTerm { Type: ElementType.Float, Sign: '*', Left: OperandTerm left, Right: OperandTerm right }
            || left.Index == right.Index || left.Type != ElementType.Float || right.Type != ElementType.Float
            || MapAxis.Of(map) is not { Count: 2 } axes)
        {
            return null;
        }

        (MapAxis rows, MapAxis columns) = (axes[0], axes[1]);
        if (columns.Output != 1 || rows.Output != columns.Size)
        {
            return null;
        }

        bool AreRows(OperandTerm operand) => columns.Steps[operand.Index] == 1 && rows.Steps[operand.Index] == columns.Size;
        bool AreFactors(OperandTerm operand) => columns.Steps[operand.Index] == 1 && rows.Steps[operand.Index] == 0;
        return AreRows(left) && AreFactors(right) ? new(left.Index, right.Index, columns.Size)
            : AreRows(right) && AreFactors(left) ? new(right.Index, left.Index, columns.Size) : null;
    }
}
