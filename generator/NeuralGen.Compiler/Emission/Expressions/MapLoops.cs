using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>
/// Writes the loops that compute a formula: one for each axis along which operands lie in another way, so that no position is divided, and
/// vectors of neighbours in the innermost one where the platform has them.
/// </summary>
/// <param name="block">The method body.</param>
/// <param name="map">The formula.</param>
/// <param name="variables">The loops' variables, a letter each.</param>
internal sealed class MapLoops(LoopBlock block, MapOperation map, string variables = LoopOperands.Variables)
{
    /// <summary>The variables of loops that follow others in the same method, whose names they cannot have.</summary>
    public const string Following = "rstuvwqz";

    private readonly SourceWriter _writer = block.Writer;
    private readonly IReadOnlyList<MapAxis> _axes = MapAxis.Of(map);

    /// <summary>The size of the innermost axis: of the only one the span's length, which tells the JIT that no position is outside.</summary>
    private string Length => _axes.Count == 1 ? $"{block.Output}.Length" : Literal.Integer(_axes[_axes.Count - 1].Size);

    /// <summary>Writes the loops.</summary>
    public void Write()
    {
        if (_axes.Count == 0 || _axes.Count > variables.Length)
        {
            WriteByPosition();
            return;
        }

        LoopOperands operands = new(block, map.Formula, _axes, variables);
        int innermost = _axes.Count - 1;
        operands.Write(-1);
        for (int axis = 0; axis < innermost; axis++)
        {
            string variable = operands.Variable(axis);
            _writer.Open($"for (int {variable} = 0; {variable} < {Literal.Integer(_axes[axis].Size)}; {variable}++)");
            operands.Write(axis);
        }

        if (!WriteVectors(operands))
        {
            string variable = operands.Variable(innermost);
            _writer.Open($"for (int {variable} = 0; {variable} < {Length}; {variable}++)");
            WriteOne(operands);
        }

        for (int axis = 0; axis <= innermost; axis++)
        {
            _writer.Close();
        }
    }

    /// <summary>Writes the body of the innermost loop.</summary>
    private void WriteOne(LoopOperands operands)
    {
        operands.Write(_axes.Count - 1);
        string result = operands.Result();
        _writer.Line($"{block.Output}[{operands.Position(axis => axis.Output)}] = {result};");
    }

    /// <summary>Writes a loop over vectors, and opens one over what is left of them; does nothing where vectors cannot compute it.</summary>
    private bool WriteVectors(LoopOperands operands)
    {
        if (_axes[_axes.Count - 1].Output != 1 || operands.VectorResult() is not { } result)
        {
            return false;
        }

        string vector = VectorAliases.Floats;
        string variable = operands.Variable(_axes.Count - 1);
        operands.WriteSpread();
        _writer.Line($"int {variable} = 0;");
        _writer.Open($"for (; {variable} <= {Length} - {vector}.Count; {variable} += {vector}.Count)");
        operands.WriteNeighbours();
        string results = block.Local(vector, "results", result);
        _writer.Line($"{results}.CopyTo({block.Output}.Slice({operands.Position(axis => axis.Output)}));");
        _writer.Close();
        _writer.Line();
        _writer.Open($"for (; {variable} < {Length}; {variable}++)");
        WriteOne(operands);
        return true;
    }

    private void WriteByPosition()
    {
        string variable = variables.Substring(0, 1);
        block.ForEach(variable, block.Output);
        string[] operands = [.. map.Walks.Select((walk, input) => map.Formula.TypeOf(input) is { } type
            ? block.Local(block.Arithmetic.TypeOf(type), $"value{(map.Walks.Count == 1 ? "" : Literal.Integer(input))}", $"{block.Inputs[input]}[{walk.At(variable)}]")
            : "")];
        TermWriter writer = new(block.Arithmetic, operands, block.Local);
        string result = writer.Root(map.Formula);
        _writer.Line($"{block.Output}[{variable}] = {result};");
        _writer.Close();
    }
}
