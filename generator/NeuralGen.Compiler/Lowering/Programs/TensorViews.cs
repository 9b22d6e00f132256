using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Lowering.Programs;

/// <summary>Tensors whose values are neighbours in another one, in the same order: they take neither room nor time.</summary>
internal sealed class TensorViews
{
    private readonly Dictionary<int, (int Source, int Offset)> _views = [];

    private TensorViews()
    {
    }

    /// <summary>The views among the values of one sample: all parts of others, and others as a whole.</summary>
    /// <param name="network">The network.</param>
    public static TensorViews OfSample(Network network)
    {
        TensorViews views = new();
        foreach (MoveOperation move in network.Operations.OfType<MoveOperation>().Where(move => move.Map.IsSlice))
        {
            // What is copied at the end must still be there: an output that another one overlaps may be one of the caller's inputs.
            bool isOverwritten = network.OutputTensors.Count > 1 && network.OutputTensors.Contains(move.Output) && views.Root(Source(move)) < network.InputCount;
            if (!isOverwritten)
            {
                views.Add(move);
            }
        }

        return views;
    }

    /// <summary>The views among the values of many samples, which lie one behind the other: only what has all values of another.</summary>
    /// <param name="network">The network.</param>
    public static TensorViews OfSamples(Network network)
    {
        TensorViews views = new();
        foreach (MoveOperation move in network.Operations.OfType<MoveOperation>())
        {
            if (move.Inputs.Count == 1 && move.Map.IsIdentity && network.Tensors[move.Inputs[0]].Size == network.Tensors[move.Output].Size)
            {
                views.Add(move);
            }
        }

        return views;
    }

    /// <summary>Whether a tensor is a view.</summary>
    public bool IsView(int tensor) => _views.ContainsKey(tensor);

    /// <summary>The tensor that a view is a part of, which may be a view, too.</summary>
    public int Source(int view) => _views[view].Source;

    /// <summary>Where in its source a view begins.</summary>
    public int Offset(int view) => _views[view].Offset;

    /// <summary>The tensor that has the values: the one itself where it is no view.</summary>
    public int Root(int tensor)
    {
        while (_views.TryGetValue(tensor, out (int Source, int Offset) view))
        {
            tensor = view.Source;
        }

        return tensor;
    }

    private static int Source(MoveOperation move) => move.Inputs[move.Map.Boxes[0].Input];

    private void Add(MoveOperation move)
    {
        IndexBox box = move.Map.Boxes[0];
        _views.Add(move.Output, (Source(move), box.Offset));
    }
}
