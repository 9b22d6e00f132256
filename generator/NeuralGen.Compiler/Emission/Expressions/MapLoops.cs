using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>
/// Writes the loops that compute a formula: one for each axis along which operands lie in another way, so that no position is divided, and
/// vectors of neighbours in the innermost one where the platform has them.
/// </summary>
/// <param name="block">The method body.</param>
/// <param name="map">The formula.</param>
internal sealed class MapLoops(LoopBlock block, MapOperation map)
{
    private const int MostAxes = 8;

    /// <summary>Shorter runs of neighbours gain nothing from vectors.</summary>
    private const int FewestNeighbours = 16;

    private readonly SourceWriter _writer = block.Writer;
    private readonly IReadOnlyList<MapAxis> _axes = MapAxis.Of(map);
    private readonly NameScope _names = new([.. SamplesBlock.Reserved, .. block.Inputs, block.Output]);

    /// <summary>The size of the innermost axis: of the only one the span's length, which tells the JIT that no position is outside.</summary>
    private string Length => _axes.Count == 1 ? $"{block.Output}.Length" : Literal.Integer(_axes[_axes.Count - 1].Size);

    /// <summary>Writes the loops.</summary>
    public void Write()
    {
        if (_axes.Count is 0 or > MostAxes)
        {
            WriteByPosition();
            return;
        }

        string[] values = new string[map.Walks.Count];
        int innermost = _axes.Count - 1;
        WriteOperands(values, -1);
        for (int axis = 0; axis < innermost; axis++)
        {
            string variable = Variable(axis);
            _writer.Open($"for (int {variable} = 0; {variable} < {Literal.Integer(_axes[axis].Size)}; {variable}++)");
            WriteOperands(values, axis);
        }

        if (!WriteVectors(values))
        {
            string variable = Variable(innermost);
            _writer.Open($"for (int {variable} = 0; {variable} < {Length}; {variable}++)");
            WriteOne(values);
        }

        for (int axis = 0; axis <= innermost; axis++)
        {
            _writer.Close();
        }
    }

    /// <summary>Writes the body of the innermost loop.</summary>
    private void WriteOne(string[] values)
    {
        WriteOperands(values, _axes.Count - 1);
        TermWriter writer = new(block.Arithmetic, values, (type, name, value) => Local(type, name, value));
        string result = writer.Root(map.Formula);
        _writer.Line($"{block.Output}[{Position(axis => axis.Output)}] = {result};");
    }

    /// <summary>Writes a loop over vectors, and opens one over what is left of them; does nothing where vectors cannot compute it.</summary>
    private bool WriteVectors(string[] values)
    {
        MapAxis last = _axes[_axes.Count - 1];
        if (block.Arithmetic.Lanes is not { } lanes || last.Size < FewestNeighbours || last.Output != 1
            || Enumerable.Range(0, values.Length).Any(input => map.Formula.TypeOf(input) is not (null or ElementType.Float) || last.Steps[input] is not (0 or 1)))
        {
            return false;
        }

        NameScope names = new([.. SamplesBlock.Reserved, .. block.Inputs, block.Output, .. values.Where(value => value is not null)]);
        string[] vectors = [.. values.Select((value, input) => map.Formula.TypeOf(input) is null ? "" : names.Declare(OperandName(input) + "s"))];
        if (new LaneTerm(lanes, vectors).Text(map.Formula) is not { } result)
        {
            return false;
        }

        string vector = VectorAliases.Floats;
        string variable = Variable(_axes.Count - 1);
        for (int input = 0; input < vectors.Length; input++)
        {
            if (vectors[input].Length > 0 && last.Steps[input] == 0)
            {
                _writer.Line($"{vector} {vectors[input]} = new {vector}({values[input]});");
            }
        }

        _writer.Line($"int {variable} = 0;");
        _writer.Open($"for (; {variable} <= {Length} - {vector}.Count; {variable} += {vector}.Count)");
        for (int input = 0; input < vectors.Length; input++)
        {
            if (vectors[input].Length > 0 && last.Steps[input] == 1)
            {
                _writer.Line($"{vector} {vectors[input]} = new {vector}({block.Inputs[input]}.Slice({Position(axis => axis.Steps[input])}));");
            }
        }

        _writer.Line($"{vector} results = {result};");
        _writer.Line($"results.CopyTo({block.Output}.Slice({Position(axis => axis.Output)}));");
        _writer.Close();
        _writer.Line();
        _writer.Open($"for (; {variable} < {Length}; {variable}++)");
        WriteOne(values);
        return true;
    }

    /// <summary>Writes variables for the operands that change along an axis, and along none within it; those that never change for -1.</summary>
    private void WriteOperands(string[] values, int axis)
    {
        for (int input = 0; input < values.Length; input++)
        {
            bool isLast = LastAxis(input) == axis;
            if (isLast && map.Formula.TypeOf(input) is { } type)
            {
                values[input] = Local(block.Arithmetic.TypeOf(type), OperandName(input), $"{block.Inputs[input]}[{Position(a => a.Steps[input])}]");
            }
        }
    }

    private int LastAxis(int input) => Enumerable.Range(0, _axes.Count).LastOrDefault(axis => _axes[axis].Steps[input] != 0) is var last && _axes[last].Steps[input] != 0 ? last : -1;

    private void WriteByPosition()
    {
        block.ForEach("i", block.Output);
        string[] operands = [.. map.Walks.Select((walk, input) => map.Formula.TypeOf(input) is { } type
            ? Local(block.Arithmetic.TypeOf(type), OperandName(input), $"{block.Inputs[input]}[{walk.At("i")}]")
            : "")];
        TermWriter writer = new(block.Arithmetic, operands, (type, name, value) => Local(type, name, value));
        string result = writer.Root(map.Formula);
        _writer.Line($"{block.Output}[i] = {result};");
        _writer.Close();
    }

    private string OperandName(int input) => $"value{(map.Walks.Count == 1 ? "" : Literal.Integer(input))}";

    private string Local(string type, string name, string value)
    {
        string local = _names.Declare(name);
        _writer.Line($"{type} {local} = {value};");
        return local;
    }

    /// <summary>The position of a value in a span, by the loops' variables.</summary>
    private string Position(Func<MapAxis, int> step)
    {
        List<string> terms = [];
        for (int axis = 0; axis < _axes.Count; axis++)
        {
            int distance = step(_axes[axis]);
            if (distance != 0)
            {
                terms.Add(distance == 1 ? Variable(axis) : $"{Literal.Integer(distance)} * {Variable(axis)}");
            }
        }

        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    private static string Variable(int axis) => "ijklmnop"[axis].ToString();
}
