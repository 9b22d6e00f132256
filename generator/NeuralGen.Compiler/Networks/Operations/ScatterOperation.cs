using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// A tensor in which, along an axis, updates replace the values at the positions that a tensor of indices says, or are added to them.
/// Indices and updates have one shape, which is at no axis larger than the tensor's.
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The tensor, the indices, the updates.</param>
/// <param name="Output">The tensor it writes, of the first one's shape.</param>
/// <param name="Data">The first tensor's shape.</param>
/// <param name="Updates">The shape of the indices and updates.</param>
/// <param name="Axis">The axis.</param>
/// <param name="IndexName">The name of the tensor of indices, for messages.</param>
/// <param name="Adds">Whether updates are added.</param>
internal sealed record ScatterOperation(string Layer, EquatableArray<int> Inputs, int Output, Shape Data, Shape Updates, int Axis, string IndexName, bool Adds)
    : Operation(Layer, Inputs, Output)
{
    /// <inheritdoc/>
    public override string Kind => "scatter";

    /// <inheritdoc/>
    public override bool HasStatements => false;

    /// <summary>Where each update goes if its index is 0.</summary>
    public int[] Bases()
    {
        int[] steps = IndexMap.StepsOf(Data);
        return [.. Enumerable.Range(0, Updates.Size).Select(update => Updates.Position(update).Select((position, axis) => axis == Axis ? 0 : position * steps[axis]).Sum())];
    }

    /// <summary>How far apart neighbours along the axis are.</summary>
    public int Step => IndexMap.StepsOf(Data)[Axis];

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs)
    {
        double[] output = (double[])inputs[0].Clone();
        int[] bases = Bases();
        for (int i = 0; i < bases.Length; i++)
        {
            double index = inputs[1][i] < 0 ? inputs[1][i] + Data[Axis] : inputs[1][i];
            if (!(index >= 0 && index < Data[Axis]))
            {
                throw new DataIndexException(IndexName, i, inputs[1][i], Data[Axis]);
            }

            int target = bases[i] + ((int)index * Step);
            output[target] = Adds ? output[target] + inputs[2][i] : inputs[2][i];
        }

        return output;
    }
}
