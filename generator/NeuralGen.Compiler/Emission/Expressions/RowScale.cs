using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>Products of the rows of one operand and the factors in another, such as those of squeeze and excitation: the library has a kernel for
/// them, since rows of a few channels are too short for a loop of vectors each.</summary>
internal static class RowScale
{
    private const int FewestFactors = 4;

    /// <summary>The call that computes a formula; null where it is something else.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="map">The formula.</param>
    public static string? Call(LoopBlock block, MapOperation map)
    {
        if (block.Arithmetic.Lanes is null || map.Formula is not BinaryTerm { Type: ElementType.Float, Sign: '*', Left: OperandTerm left, Right: OperandTerm right }
            || left.Index == right.Index || left.Type != ElementType.Float || right.Type != ElementType.Float
            || MapAxis.Of(map) is not { Count: 2 } axes)
        {
            return null;
        }

        (MapAxis rows, MapAxis columns) = (axes[0], axes[1]);
        if (columns.Output != 1 || columns.Size < FewestFactors || rows.Output != columns.Size)
        {
            return null;
        }

        bool AreRows(OperandTerm operand) => columns.Steps[operand.Index] == 1 && rows.Steps[operand.Index] == columns.Size;
        bool AreFactors(OperandTerm operand) => columns.Steps[operand.Index] == 1 && rows.Steps[operand.Index] == 0;
        return AreRows(left) && AreFactors(right) ? Text(left, right) : AreRows(right) && AreFactors(left) ? Text(right, left) : null;

        string Text(OperandTerm values, OperandTerm factors) =>
            $"global::NeuralGen.Elementwise.Scale({block.Inputs[values.Index]}, {block.Inputs[factors.Index]}, {block.Output});";
    }
}
