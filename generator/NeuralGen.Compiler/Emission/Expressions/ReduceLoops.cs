using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>
/// Writes the loops of a reduction, whose values a formula may give: vectors of values that make one result, or of neighbouring results,
/// where the platform has them.
/// </summary>
/// <param name="block">The method body, whose inputs are the formula's operands, or the values themselves.</param>
/// <param name="reduce">The reduction; not that of exponentials, which needs its values twice.</param>
/// <param name="formula">The formula of the values; null where they are read as they are.</param>
/// <param name="axes">What the loops go along.</param>
internal sealed class ReduceLoops(LoopBlock block, ReduceOperation reduce, MapOperation? formula, ReduceAxes axes)
{
    /// <summary>So many vectors at once hide how long an addition takes.</summary>
    private const int VectorsAtOnce = 4;

    /// <summary>From so many neighbours on they are taken four vectors at a time.</summary>
    private const int FewestOfVectorsAtOnce = 128;

    private readonly SourceWriter _writer = block.Writer;
    private readonly Term _term = formula?.Formula ?? new OperandTerm(0);
    private readonly ReductionText _text = new(reduce, block.Arithmetic);

    /// <summary>Writes the loops.</summary>
    public void Write()
    {
        if (!WriteAcrossResults())
        {
            WriteEach();
        }
    }

    /// <summary>A loop over results around those over the values that make one.</summary>
    private void WriteEach()
    {
        MapAxis[] all = [.. axes.Kept, .. axes.Reduced];
        LoopOperands operands = new(block, _term, all);
        string? vectors = axes.Reduced.Count > 0 && _text.HasVectors ? operands.VectorResult() : null;
        string accumulator = _text.Accumulator;
        operands.Write(-1, reduce.First);
        for (int axis = 0; axis < axes.Kept.Count; axis++)
        {
            Open(operands, all, axis);
        }

        _writer.Line($"{block.Type} {accumulator} = {_text.Start(block.Arithmetic)};");
        int parts = formula is null && all[all.Length - 1].Size >= FewestOfVectorsAtOnce ? VectorsAtOnce : 1;
        string[] sums = vectors is null ? [] : [.. Enumerable.Range(0, parts).Select(part => block.Names.Declare($"{accumulator}s{(parts == 1 ? "" : Literal.Integer(part))}"))];
        foreach (string sum in sums)
        {
            _writer.Line($"{VectorAliases.Floats} {sum} = {_text.Start(block.Arithmetic.Lanes!)};");
        }

        for (int axis = axes.Kept.Count; axis < all.Length - 1; axis++)
        {
            Open(operands, all, axis);
        }

        if (vectors is not null)
        {
            WriteVectors(operands, all, vectors, sums);
        }
        else if (axes.Reduced.Count > 0)
        {
            Open(operands, all, all.Length - 1, writesOperands: false);
        }

        WriteValue(operands, axes.Reduced.Count > 0 ? all.Length - 1 : -2);
        Close(axes.Reduced.Count);
        if (axes.Reduced.Count > 0)
        {
            _writer.Line();
        }

        if (vectors is not null)
        {
            _writer.Line(_text.UpdateByLanes(accumulator, sums));
        }

        _writer.Line($"{block.Output}[{operands.Position(axis => axis.Output)}] = {_text.Result(accumulator)};");
        Close(axes.Kept.Count);
    }

    /// <summary>Vectors of values, and the loop over what is left of them, which stays open.</summary>
    private void WriteVectors(LoopOperands operands, MapAxis[] all, string result, string[] sums)
    {
        string vector = VectorAliases.Floats;
        (string variable, string size) = (operands.Variable(all.Length - 1), Literal.Integer(all[all.Length - 1].Size));
        operands.WriteSpread();
        _writer.Line($"int {variable} = 0;");
        if (sums.Length > 1)
        {
            string several = $"{Literal.Integer(sums.Length)} * {vector}.Count";
            _writer.Open($"for (; {variable} <= {size} - {several}; {variable} += {several})");
            string start = operands.Position(axis => axis.Steps[0], reduce.First);
            for (int part = 0; part < sums.Length; part++)
            {
                string offset = part == 0 ? "" : part == 1 ? $" + {vector}.Count" : $" + {Literal.Integer(part)} * {vector}.Count";
                string values = block.Local(vector, $"values{Literal.Integer(part)}", $"new {vector}({block.Input}.Slice({start}{offset}))");
                _writer.Line(_text.UpdateVector(sums[part], _text.VectorTerm(values)));
            }

            _writer.Close();
            _writer.Line();
        }

        _writer.Open($"for (; {variable} <= {size} - {vector}.Count; {variable} += {vector}.Count)");
        operands.WriteNeighbours(reduce.First);
        string local = formula is null ? result : block.Local(vector, "results", result);
        _writer.Line(_text.UpdateVector(sums[0], _text.VectorTerm(local)));
        _writer.Close();
        _writer.Line();
        _writer.Open($"for (; {variable} < {size}; {variable}++)");
    }

    /// <summary>
    /// Vectors of neighbouring results, which are brought up to date value by value where they lie: their values lie in the same order,
    /// while those that make one are far apart.
    /// </summary>
    private bool WriteAcrossResults()
    {
        MapAxis[] all = [.. axes.Kept.Take(axes.Kept.Count - 1), .. axes.Reduced, .. axes.Kept.Skip(axes.Kept.Count - 1)];
        if (axes.Kept.Count == 0 || axes.Reduced.Count == 0 || !_text.HasVectors || all[all.Length - 1].Output != 1
            || (axes.Reduced[axes.Reduced.Count - 1] is { Size: > 1 } last && last.Steps.All(step => step is 0 or 1) && last.Steps.Any(step => step == 1)))
        {
            return false;
        }

        LoopOperands operands = new(block, _term, all);
        if (operands.VectorResult() is not { } result)
        {
            return false;
        }

        string vector = VectorAliases.Floats;
        MapAxis neighbours = all[all.Length - 1];
        (string variable, string size) = (operands.Variable(all.Length - 1), Literal.Integer(neighbours.Size));
        string row = axes.Kept.Count == 1 ? block.Output : "row";
        operands.Write(-1, reduce.First);
        for (int axis = 0; axis < axes.Kept.Count - 1; axis++)
        {
            Open(operands, all, axis);
        }

        if (axes.Kept.Count > 1)
        {
            _writer.Line($"global::System.Span<{block.Type}> row = {block.Output}.Slice({operands.Position(axis => axis == neighbours ? 0 : axis.Output)}, {size});");
        }

        _writer.Line($"{row}.Fill({_text.Start(block.Arithmetic)});");
        for (int axis = axes.Kept.Count - 1; axis < all.Length - 1; axis++)
        {
            Open(operands, all, axis);
        }

        operands.WriteSpread();
        _writer.Line($"int {variable} = 0;");
        _writer.Open($"for (; {variable} <= {size} - {vector}.Count; {variable} += {vector}.Count)");
        operands.WriteNeighbours(reduce.First);
        string values = formula is null ? result : block.Local(vector, "results", result);
        string sums = block.Local(vector, $"{_text.Accumulator}s", $"new {vector}({row}.Slice({variable}))");
        _writer.Line(_text.UpdateVector(sums, _text.VectorTerm(values)));
        _writer.Line($"{sums}.CopyTo({row}.Slice({variable}));");
        _writer.Close();
        _writer.Line();
        _writer.Open($"for (; {variable} < {size}; {variable}++)");
        operands.Write(all.Length - 1, reduce.First);
        string value = formula is null ? operands.Result() : block.Local(block.Type, "result", operands.Result());
        _writer.Line(_text.Update($"{row}[{variable}]", _text.Term(value)));
        Close(1 + axes.Reduced.Count);
        if (_text.Result("x") != "x")
        {
            _writer.Line();
            _writer.Open($"for (int {variable} = 0; {variable} < {row}.Length; {variable}++)");
            _writer.Line($"{row}[{variable}] = {_text.Result($"{row}[{variable}]")};");
            _writer.Close();
        }

        Close(axes.Kept.Count - 1);
        return true;
    }

    private void WriteValue(LoopOperands operands, int axis)
    {
        operands.Write(axis, reduce.First);
        string result = operands.Result();
        string value = formula is null ? result : block.Local(block.Type, "result", result);
        _writer.Line(_text.Update(_text.Accumulator, _text.Term(value)));
    }

    private void Open(LoopOperands operands, MapAxis[] all, int axis, bool writesOperands = true)
    {
        string variable = operands.Variable(axis);
        _writer.Open($"for (int {variable} = 0; {variable} < {Literal.Integer(all[axis].Size)}; {variable}++)");
        if (writesOperands)
        {
            operands.Write(axis, reduce.First);
        }
    }

    private void Close(int loops)
    {
        for (int i = 0; i < loops; i++)
        {
            _writer.Close();
        }
    }
}
