using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>One value made of several: those along some axes.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Reduction">What is made of them.</param>
/// <param name="Outputs">For each output, where the first of its values lies.</param>
/// <param name="Values">How far behind the first each of them lies.</param>
internal sealed record ReduceOperation(string Layer, EquatableArray<int> Inputs, int Output, Reduction Reduction, Walk Outputs, Walk Values)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>Where the first value of the first output lies.</summary>
    public int First { get; init; }

    /// <summary>The layers before it that only move values, from whose sources it reads them.</summary>
    public EquatableArray<string> FoldedLayers { get; init; }

    /// <summary>How many values make one output.</summary>
    public int Count => Values.Count;

    /// <inheritdoc/>
    public override string Kind => "reduce";

    /// <summary>What is made of the values, in words.</summary>
    public string Words => Reduction switch
    {
        Reduction.Max => "largest",
        Reduction.Min => "smallest",
        Reduction.L1 => "sum of the magnitudes",
        Reduction.L2 => "root of the sum of squares",
        Reduction.SumOfSquares => "sum of the squares",
        Reduction.LogSum => "logarithm of the sum",
        Reduction.LogSumExp => "logarithm of the sum of exponentials",
        _ => Texts.SnakeCase(Reduction.ToString()),
    };

    /// <inheritdoc/>
    public override long? UnrolledTerms => Outputs.Count * (long)Count * (Reduction == Reduction.Product ? Count : 1);

    /// <summary>The positions of the values that make an output.</summary>
    /// <param name="output">The position of the output.</param>
    public IEnumerable<int> Sources(int output)
    {
        int first = First + Outputs.At(output);
        return Enumerable.Range(0, Count).Select(i => first + Values.At(i));
    }

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    [MethodImpl(ColdBuild.Optimized)]
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        double[] output = new double[Outputs.Count];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = Reduce([.. Sources(i).Select(source => inputs[0][source])], rounding);
        }

        return output;
    }

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool[] result = new bool[size];
        for (int i = 0; i < needed.Length; i++)
        {
            foreach (int source in needed[i] ? Sources(i) : [])
            {
                result[source] = true;
            }
        }

        return result;
    }

    private double Reduce(double[] values, Rounding rounding)
    {
        double Sum(Func<double, double> term) => rounding.Sum(Array.ConvertAll(values, value => rounding.Of(term(value))));
        switch (Reduction)
        {
            case Reduction.Sum:
                return rounding.Sum(values);
            case Reduction.Mean:
                return rounding.Of(rounding.Sum(values) / values.Length);
            case Reduction.Max:
                return values.Any(double.IsNaN) ? double.NaN : values.Max();
            case Reduction.Min:
                return values.Any(double.IsNaN) ? double.NaN : values.Min();
            case Reduction.Product:
                return values.Aggregate((product, value) => rounding.Of(product * value));
            case Reduction.L1:
                return Sum(Math.Abs);
            case Reduction.L2:
                return rounding.Of(Math.Sqrt(Sum(value => value * value)));
            case Reduction.SumOfSquares:
                return Sum(value => value * value);
            case Reduction.LogSum:
                return rounding.Of(Math.Log(rounding.Sum(values)));
            default:
                double max = values.Any(double.IsNaN) ? double.NaN : values.Max();
                double shift = double.IsInfinity(max) ? 0 : max;
                return rounding.Of(shift + rounding.Of(Math.Log(Sum(value => Math.Exp(rounding.Of(value - shift))))));
        }
    }
}
