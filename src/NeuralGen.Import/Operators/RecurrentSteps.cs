using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Writes a recurrent node out step by step: what it says is no layer.</summary>
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
            throw node.Fail($"its weights or lengths are computed, it has several sequences, or activations that no layer has, and it has {steps} steps; {MostSteps} are possible then");
        }

        Value[][] hidden = [.. Enumerable.Range(0, directions).Select(_ => new Value[steps])];
        (Value[] last, Value[] cells) = (new Value[directions], new Value[directions]);
        for (int direction = 0; direction < directions; direction++)
        {
            (last[direction], cells[direction]) = Write(direction, hidden[direction]);
        }

        bool isBatchFirst = node.Flag("layout", false);
        int size = _batch * _units;
        Value[] all = [.. Enumerable.Range(0, steps).SelectMany(step => hidden.Select(list => list[step]))];
        Value sequence = isBatchFirst
            ? Joined([_batch, steps, directions, _units], all, at => (((at[1] * directions) + at[2]) * size) + (at[0] * _units) + at[3], 0)
            : Joined([steps, directions, _batch, _units], all, at => (((at[0] * directions) + at[1]) * size) + (at[2] * _units) + at[3], 0);
        int[] state = isBatchFirst ? [_batch, directions, _units] : [directions, _batch, _units];
        Value States(Value[] values, int index) => Joined(state, values, at => ((isBatchFirst ? at[1] : at[0]) * size) + ((isBatchFirst ? at[0] : at[1]) * _units) + at[2], index);
        return recurrent.Name == "LSTM" ? [sequence, States(last, 1), States(cells, 2)] : [sequence, States(last, 1)];
    }

    private Value Joined(int[] shape, Value[] values, Func<int[], int> place, int index) => node.Move(shape, Dimensions.Walk(shape, place), values, 0, index);

    /// <summary>Writes the steps of a direction.</summary>
    /// <returns>The last hidden state and the last cell state.</returns>
    private (Value Hidden, Value Cell) Write(int direction, Value[] states)
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
            if (recurrent.Lengths?.All(length => length <= step) == true)
            {
                states[step] = zeros;
                continue;
            }

            Value data = Part(recurrent.Data, [_batch, features], at => ((isBatchFirst ? (at[0] * recurrent.Steps) + step : (step * _batch) + at[0]) * features) + at[1]);
            Value gates = Plus(DenseOperators.MatMul(node, data, weights), bias);
            (Value nextHidden, Value nextCell) = recurrent.Name switch
            {
                "LSTM" => Lstm(Map("{0} + {1}", gates, Plus(DenseOperators.MatMul(node, hidden, recurrentWeights), recurrentBias)), cell, direction),
                "GRU" => (Gru(gates, hidden, recurrentWeights, recurrentBias, direction), cell),
                _ => (Map(Apply(direction, 0, "{0} + {1}"), gates, Plus(DenseOperators.MatMul(node, hidden, recurrentWeights), recurrentBias)), cell),
            };
            states[step] = Reached(step, nextHidden, zeros);
            (hidden, cell) = (Reached(step, nextHidden, hidden), recurrent.Name == "LSTM" ? Reached(step, nextCell, cell) : cell);
        }

        // Where there was no step, ONNX Runtime gives zeros instead of the states before it.
        return (recurrent.Hidden is null ? hidden : Reached(0, hidden, zeros), recurrent.Cell is null ? cell : Reached(0, cell, zeros));
    }

    /// <summary>What a step computed, and something else for the sequences that have ended before it.</summary>
    private Value Reached(int step, Value computed, Value ended)
    {
        if (recurrent.OpenLengths is { } open)
        {
            return Map(FormattableString.Invariant($"{{0}} > {step} ? {{1}} : {{2}}"), node.View(open, [_batch, 1]), computed, ended);
        }

        return recurrent.Lengths is { } lengths && lengths.Any(length => length <= step)
            ? node.Move([_batch, _units], Dimensions.Walk([_batch, _units], at => (((lengths[at[0]] > step ? 0 : _batch) + at[0]) * _units) + at[1]), [computed, ended])
            : computed;
    }

    private (Value Hidden, Value Cell) Lstm(Value sums, Value cell, int direction)
    {
        Value input = Peeped(Gate(sums, 0), cell, 0, direction);
        Value forget = Peeped(Gate(sums, 1), cell, 1, direction);
        string gate = Apply(direction, 0, "{0}");
        string kept = node.Flag("input_forget", false) ? $"(1 - {gate})" : Apply(direction, 0, "{3}");
        Value next = Map($"{kept} * {{1}} + {gate} * {Apply(direction, 1, "{2}")}", input, cell, Gate(sums, 2), forget);
        return (Map($"{Apply(direction, 0, "{0}")} * {recurrent.Activations[direction][2].Of("{1}")}", Peeped(Gate(sums, 3), next, 2, direction), next), next);
    }

    private Value Gru(Value gates, Value hidden, Value weights, Value? bias, int direction)
    {
        Value products = Plus(DenseOperators.MatMul(node, hidden, weights), bias);
        Value reset = Map(Apply(direction, 0, "{0} + {1}"), Gate(gates, 0), Gate(products, 0));
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

        Value fresh = Map(Apply(direction, 1, "{0} + {1}"), Gate(gates, 2), candidate);
        Value update = Map(Apply(direction, 0, "{0} + {1}"), Gate(gates, 1), Gate(products, 1));
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

    private string Apply(int direction, int function, string x)
    {
        string bound = ActivationOperators.Number(_clip);
        return recurrent.Activations[direction][function].Of(_clip > 0 ? $"min(max({x}, -{bound}), {bound})" : x);
    }
}
