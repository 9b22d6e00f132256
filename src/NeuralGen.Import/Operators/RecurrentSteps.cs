using System.Globalization;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Writes a recurrent node out step by step: its weights are computed, or there are several sequences.</summary>
/// <param name="node">The node.</param>
/// <param name="recurrent">What it says.</param>
/// <param name="order">For each gate in our order its place.</param>
/// <param name="peepholeOrder">The same of peepholes.</param>
internal sealed class RecurrentSteps(NodeTranslation node, RecurrentNode recurrent, int[] order, int[] peepholeOrder)
{
    private const int MostSteps = 1024;

    private readonly int _units = recurrent.Units;
    private readonly int _batch = recurrent.Batch;
    private readonly double _clip = node.Float("clip", 0);

    private int Sums => order.Length * _units;

    /// <summary>Writes all steps of all directions.</summary>
    public Value[] Write()
    {
        (int steps, int directions) = (recurrent.Steps, recurrent.Directions);
        if (steps > MostSteps)
        {
            throw node.Fail($"its weights are computed, or it has several sequences, and it has {steps} steps; {MostSteps} are possible then");
        }

        Value[][] hidden = [.. Enumerable.Range(0, directions).Select(_ => new Value[steps])];
        Value[] cells = new Value[directions];
        for (int direction = 0; direction < directions; direction++)
        {
            cells[direction] = Write(direction, hidden[direction]);
        }

        bool isBatchFirst = node.Flag("layout", false);
        int size = _batch * _units;
        Value[] all = [.. Enumerable.Range(0, steps).SelectMany(step => hidden.Select(list => list[step]))];
        Value[] last = [.. hidden.Select((list, direction) => list[recurrent.IsReverse(direction) ? 0 : steps - 1])];
        Value sequence = isBatchFirst
            ? Joined([_batch, steps, directions, _units], all, at => (((at[1] * directions) + at[2]) * size) + (at[0] * _units) + at[3], 0)
            : Joined([steps, directions, _batch, _units], all, at => (((at[0] * directions) + at[1]) * size) + (at[2] * _units) + at[3], 0);
        int[] state = isBatchFirst ? [_batch, directions, _units] : [directions, _batch, _units];
        Value States(Value[] values, int index) => Joined(state, values, at => ((isBatchFirst ? at[1] : at[0]) * size) + ((isBatchFirst ? at[0] : at[1]) * _units) + at[2], index);
        return recurrent.Name == "LSTM" ? [sequence, States(last, 1), States(cells, 2)] : [sequence, States(last, 1)];
    }

    private Value Joined(int[] shape, Value[] values, Func<int[], int> place, int index) => node.Move(shape, Dimensions.Walk(shape, place), values, 0, index);

    /// <summary>Writes the steps of a direction.</summary>
    /// <returns>The last cell state.</returns>
    private Value Write(int direction, Value[] states)
    {
        int features = recurrent.Features;
        Value weights = Part(recurrent.Weights, [features, Sums], at => (((direction * Sums) + Row(at[1])) * features) + at[0]);
        Value recurrentWeights = Part(recurrent.RecurrentWeights, [_units, Sums], at => (((direction * Sums) + Row(at[1])) * _units) + at[0]);
        Value? bias = recurrent.Bias is { } both ? Part(both, [1, Sums], at => (direction * 2 * Sums) + Row(at[1])) : null;
        Value? recurrentBias = recurrent.Bias is { } other ? Part(other, [1, Sums], at => (direction * 2 * Sums) + Sums + Row(at[1])) : null;
        Value zeros = new(node.OutputName() + " zeros", recurrent.Data.Kind, [_batch, _units]) { Constant = Literal.Of(recurrent.Data.Kind, [_batch, _units], new double[_batch * _units]) };
        Value hidden = recurrent.Hidden is { } first ? Part(first, [_batch, _units], at => (direction * _batch * _units) + (at[0] * _units) + at[1]) : zeros;
        Value cell = recurrent.Cell is { } firstCell ? Part(firstCell, [_batch, _units], at => (direction * _batch * _units) + (at[0] * _units) + at[1]) : zeros;
        bool isBatchFirst = node.Flag("layout", false);
        for (int i = 0; i < recurrent.Steps; i++)
        {
            int step = recurrent.IsReverse(direction) ? recurrent.Steps - 1 - i : i;
            Value data = Part(recurrent.Data, [_batch, features], at => ((isBatchFirst ? (at[0] * recurrent.Steps) + step : (step * _batch) + at[0]) * features) + at[1]);
            Value gates = Plus(DenseOperators.MatMul(node, data, weights), bias);
            if (recurrent.Name == "LSTM")
            {
                (hidden, cell) = Lstm(Map("{0} + {1}", gates, Plus(DenseOperators.MatMul(node, hidden, recurrentWeights), recurrentBias)), cell, direction);
            }
            else if (recurrent.Name == "GRU")
            {
                hidden = Gru(gates, hidden, recurrentWeights, recurrentBias);
            }
            else
            {
                hidden = Map(Apply(0, "{0} + {1}"), gates, Plus(DenseOperators.MatMul(node, hidden, recurrentWeights), recurrentBias));
            }

            states[step] = hidden;
        }

        return cell;
    }

    private (Value Hidden, Value Cell) Lstm(Value sums, Value cell, int direction)
    {
        Value input = Peeped(Gate(sums, 0), cell, 0, direction);
        Value forget = Peeped(Gate(sums, 1), cell, 1, direction);
        string gate = Apply(0, "{0}");
        string kept = node.Flag("input_forget", false) ? $"(1 - {gate})" : Apply(0, "{3}");
        Value next = Map($"{kept} * {{1}} + {gate} * {Apply(1, "{2}")}", input, cell, Gate(sums, 2), forget);
        return (Map($"{Apply(0, "{0}")} * {Apply(2, "{1}")}", Peeped(Gate(sums, 3), next, 2, direction), next), next);
    }

    private Value Gru(Value gates, Value hidden, Value weights, Value? bias)
    {
        Value products = Plus(DenseOperators.MatMul(node, hidden, weights), bias);
        Value reset = Map(Apply(0, "{0} + {1}"), Gate(gates, 0), Gate(products, 0));
        Value candidate = Gate(products, 2);
        if (node.Flag("linear_before_reset", false))
        {
            candidate = Map("{0} * {1}", reset, candidate);
        }
        else
        {
            Value part = Part(weights, [_units, _units], at => (at[0] * Sums) + (2 * _units) + at[1]);
            Value? own = bias is null ? null : Part(bias, [1, _units], at => (2 * _units) + at[1]);
            candidate = Plus(DenseOperators.MatMul(node, Map("{0} * {1}", reset, hidden), part), own);
        }

        Value fresh = Map(Apply(1, "{0} + {1}"), Gate(gates, 2), candidate);
        Value update = Map(Apply(0, "{0} + {1}"), Gate(gates, 1), Gate(products, 1));
        return Map("(1 - {0}) * {1} + {0} * {2}", update, fresh, hidden);
    }

    private Value Peeped(Value sum, Value cell, int gate, int direction) => recurrent.Peepholes is { } peepholes
        ? Map("{0} + {1} * {2}", sum, Part(peepholes, [1, _units], at => (((direction * 3) + peepholeOrder[gate]) * _units) + at[1]), cell)
        : sum;

    private Value Gate(Value sums, int gate) => Part(sums, [sums.Shape[0], _units], at => (at[0] * Sums) + (gate * _units) + at[1]);

    private Value Plus(Value value, Value? summand) => summand is null ? value : Map("{0} + {1}", value, summand);

    private Value Map(string formula, params Value[] values) => node.Map(recurrent.Data.Kind, formula, null, values);

    private Value Part(Value value, int[] shape, Func<int[], int> place) => node.Move(value, shape, place);

    /// <summary>The row of a gate's value in the model's order.</summary>
    private int Row(int sum) => (order[sum / _units] * _units) + (sum % _units);

    private string Apply(int function, string x)
    {
        (string type, (string Key, double Value)[] arguments) = recurrent.Activations[function];
        string bound = _clip.ToString("R", CultureInfo.InvariantCulture);
        string read = _clip > 0 ? $"min(max({x}, -{bound}), {bound})" : x;
        return $"{type}({string.Join(", ", arguments.Select(argument => argument.Value.ToString("R", CultureInfo.InvariantCulture)).Prepend(read))})";
    }
}
