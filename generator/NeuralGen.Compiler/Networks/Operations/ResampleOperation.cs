using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>Planes of one to three axes brought to another size: each value is a weighted sum of some of its plane, axis by axis.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor it reads.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Planes">How many planes there are.</param>
/// <param name="Axes">What is taken along each axis, the outermost first.</param>
internal sealed record ResampleOperation(string Layer, EquatableArray<int> Inputs, int Output, int Planes, EquatableArray<ResampleAxis> Axes)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "resize";

    /// <inheritdoc/>
    public override long MultiplyAdds => Axes.Aggregate((long)Planes, (product, axis) => product * axis.Sources.Count);

    /// <inheritdoc/>
    public override long? UnrolledTerms => MultiplyAdds;

    /// <summary>The sources of a value, with their weights.</summary>
    /// <param name="index">The position of the value.</param>
    /// <param name="rounding">The rounding of the weights.</param>
    public IEnumerable<(int Source, double Weight)> Products(int index, Rounding rounding)
    {
        int[] position = new int[Axes.Count];
        for (int axis = position.Length - 1; axis >= 0; axis--)
        {
            position[axis] = index % Axes[axis].Output;
            index /= Axes[axis].Output;
        }

        IEnumerable<(int Source, double Weight)> taps = [(index, 1)];
        for (int i = 0; i < position.Length; i++)
        {
            (ResampleAxis axis, int at) = (Axes[i], position[i]);
            taps = taps.SelectMany(outer => axis.Taps(at).Select(tap => ((outer.Source * axis.Input) + tap.Source, rounding.Of(outer.Weight * rounding.Of(tap.Weight)))));
        }

        return taps;
    }

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, new Rounding(Precision.Double));

    /// <inheritdoc/>
    [MethodImpl(ColdBuild.Optimized)]
    public override double[] Evaluate(double[][] inputs, Rounding rounding)
    {
        double[] output = new double[Axes.Aggregate(Planes, (product, axis) => product * axis.Output)];
        for (int i = 0; i < output.Length; i++)
        {
            foreach ((int source, double weight) in Products(i, rounding))
            {
                output[i] = rounding.Of(output[i] + rounding.Of(weight * inputs[0][source]));
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override bool[] NeededInputs(int input, int size, bool[] needed)
    {
        if (size > MostExactElements)
        {
            return base.NeededInputs(input, size, needed);
        }

        bool[] result = new bool[size];
        for (int i = 0; i < needed.Length; i++)
        {
            foreach ((int source, _) in needed[i] ? Products(i, new Rounding(Precision.Double)) : [])
            {
                result[source] = true;
            }
        }

        return result;
    }
}
