using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>One step of a recurrent layer by its formulas, every result rounded: the oracle of the generated code.</summary>
/// <param name="operation">The layer.</param>
/// <param name="rounding">The rounding.</param>
internal sealed class RecurrentReference(RecurrentOperation operation, Rounding rounding)
{
    private readonly int _units = operation.Units;

    /// <summary>Computes the states behind a step.</summary>
    /// <param name="gates">What the gates get from the input.</param>
    /// <param name="hidden">The hidden state before the step.</param>
    /// <param name="cell">The cell state before the step.</param>
    public (double[] Hidden, double[] Cell) Step(double[] gates, double[] hidden, double[] cell) => operation.Cell switch
    {
        RecurrentCell.Lstm => Lstm(gates, Products(hidden, 0, 4), cell),
        RecurrentCell.Gru => (Gru(gates, hidden), cell),
        _ => (Rnn(gates, Products(hidden, 0, 1)), cell),
    };

    private double[] Rnn(double[] gates, double[] products) =>
        Each(unit => Apply(operation.Activation, rounding.Of(gates[unit] + products[unit]), unit));

    private (double[] Hidden, double[] Cell) Lstm(double[] gates, double[] products, double[] cell)
    {
        double[] next = new double[_units];
        double[] hidden = Each(unit =>
        {
            double Sum(int gate) => rounding.Of(gates[(gate * _units) + unit] + products[(gate * _units) + unit]);
            double input = Apply(operation.GateActivation, Peeped(Sum(0), 0, unit, cell[unit]), unit);
            double forget = operation.IsCoupled ? rounding.Of(1 - input) : Apply(operation.GateActivation, Peeped(Sum(1), 1, unit, cell[unit]), unit);
            double candidate = Apply(operation.Activation, Sum(2), unit);
            next[unit] = rounding.Of(rounding.Of(forget * cell[unit]) + rounding.Of(input * candidate));
            double output = Apply(operation.GateActivation, Peeped(Sum(3), 2, unit, next[unit]), unit);
            return rounding.Of(output * rounding.Of(operation.OutputActivation.Value(next[unit], unit)));
        });
        return (hidden, next);
    }

    private double[] Gru(double[] gates, double[] hidden)
    {
        double[] products = Products(hidden, 0, operation.IsResetAfter ? 3 : 2);
        double Gate(int gate, int unit) =>
            Apply(operation.GateActivation, rounding.Of(gates[(gate * _units) + unit] + products[(gate * _units) + unit]), unit);
        double[] reset = Each(unit => Gate(0, unit));
        double[] candidates = operation.IsResetAfter
            ? Each(unit => rounding.Of(reset[unit] * products[(2 * _units) + unit]))
            : Products(Each(unit => rounding.Of(reset[unit] * hidden[unit])), 2, 3);
        int first = operation.IsResetAfter ? 0 : 2 * _units;
        return Each(unit =>
        {
            double update = Gate(1, unit);
            double candidate = Apply(operation.Activation, rounding.Of(gates[(2 * _units) + unit] + candidates[first + unit]), unit);
            return rounding.Of(rounding.Of(rounding.Of(1 - update) * candidate) + rounding.Of(update * hidden[unit]));
        });
    }

    private double Peeped(double sum, int gate, int unit, double cell) =>
        operation.Peepholes is { } peepholes ? rounding.Of(sum + rounding.Of(rounding.Of(peepholes[(gate * _units) + unit]) * cell)) : sum;

    private double Apply(ElementwiseActivation function, double x, int unit)
    {
        double bounded = operation.Clip > 0 ? Math.Min(Math.Max(x, -operation.Clip), operation.Clip) : x;
        return rounding.Of(function.Value(bounded, unit));
    }

    /// <summary>The products of some gates' weights and a state, with their bias; those of other gates stay 0.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    private double[] Products(double[] state, int firstGate, int endGate)
    {
        double[] products = new double[operation.Sums];
        for (int row = firstGate * _units; row < endGate * _units; row++)
        {
            double sum = 0;
            for (int i = 0; i < _units; i++)
            {
                sum = rounding.Of(sum + rounding.Of(rounding.Of(operation.Weights[(row * _units) + i]) * state[i]));
            }

            products[row] = operation.Bias is null ? sum : rounding.Of(sum + rounding.Of(operation.Bias[row]));
        }

        return products;
    }

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, _units).Select(value)];
}
