using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>Appends the operations of attention: softmax(Q·Kᵀ/√(features of a head) + mask)·V for each head, between two dense layers.</summary>
/// <param name="layer">The layer.</param>
/// <param name="heads">How many heads there are.</param>
/// <param name="queries">The shape of the sequence that asks.</param>
/// <param name="memory">The shape of the sequence that is asked.</param>
/// <param name="isCausal">Whether a step asks no later ones.</param>
internal sealed class AttentionStack(LayerBinding layer, int heads, Shape queries, Shape memory, bool isCausal)
{
    private readonly int _features = queries.Features;
    private readonly int _width = queries.Features / heads;

    /// <summary>Appends them.</summary>
    /// <param name="weights">[3·features, features].</param>
    /// <param name="bias">A value per row of these, or null.</param>
    /// <param name="outputWeights">[features, features].</param>
    /// <param name="outputBias">A value per row of these, or null.</param>
    public void Append(NumberArray weights, NumberArray? bias, NumberArray outputWeights, NumberArray? outputBias)
    {
        // Sequences that differ go through the same weights, of which each leaves the others' part unread.
        NetworkNumbers shared = layer.Own(weights);
        NetworkNumbers? sharedBias = bias is null ? null : layer.Own(bias);
        Dictionary<int, int> projections = [];
        foreach (int source in layer.Inputs.Distinct())
        {
            projections.Add(source, Dense(source, layer.ShapeOf(source)![0], 3 * _features, shared, sharedBias, "", layer.Find("weights") is not null));
        }

        int query = Head(projections[layer.Inputs[0]], queries[0], 0);
        int key = Head(projections[layer.Inputs[Math.Min(1, layer.Inputs.Count - 1)]], memory[0], 1);
        int value = Head(projections[layer.Inputs[layer.Inputs.Count - 1]], memory[0], 2);
        Shape heading = Shape.Of(heads, queries[0], _width);
        Shape asked = Shape.Of(heads, memory[0], _width);
        int mixed = new AttentionCore(layer, layer.Round(1 / Math.Sqrt(_width)), isCausal).Append((query, heading), (key, asked), (value, asked), null);
        int joined = layer.Append(queries, output => Whole(new MoveOperation(layer.Name, LayerBinding.Of(mixed), output, "transpose", IndexMap.Transpose(heading, [1, 0, 2]))));
        Dense(joined, queries[0], _features, layer.Own(outputWeights), outputBias is null ? null : layer.Own(outputBias), "output_", layer.Find("output_weights") is not null);
    }

    private int Dense(int source, int rows, int units, NetworkNumbers weights, NetworkNumbers? bias, string prefix, bool areDeclared)
    {
        Window window = new(new([new WindowAxis(rows, 1, 1, 1, 0, 0, rows)]));
        return layer.Append(Shape.Of(rows, units), output => Whole(new ConvolutionOperation(layer.Name, LayerBinding.Of(source), output, window, _features, units, 1, weights, bias)
        {
            AreWeightsDeclared = areDeclared,
            AreChannelsLast = true,
            IsDense = true,
            NumbersPrefix = prefix,
        }));
    }

    /// <summary>The part of each head of the queries, the keys or the values: [heads, time, features of a head].</summary>
    private int Head(int projection, int time, int part)
    {
        Shape shape = Shape.Of(heads, time, _width);
        IndexBox box = new(new([0, 0, 0]), shape.Dimensions, 0, part * _features, new([_width, 3 * _features, 1]));
        return layer.Append(shape, output => Whole(new MoveOperation(layer.Name, LayerBinding.Of(projection), output, "slice", new IndexMap(shape, new([box])))));
    }

    private Operation Whole(Operation operation) => AttentionCore.Whole(layer, operation);
}
