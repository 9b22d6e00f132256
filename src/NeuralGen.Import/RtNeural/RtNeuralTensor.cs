using NeuralGen.Import.Writing;

namespace NeuralGen.Import.RtNeural;

/// <summary>The tensor that the next layer reads, with its axes in the order of the file, channels last, or with channels first, as convolutions need it.</summary>
/// <param name="graph">The layers.</param>
/// <param name="layer">The layer that computes it.</param>
/// <param name="shape">Its shape in the file.</param>
internal sealed class RtNeuralTensor(LayerGraph graph, string layer, int[] shape)
{
    private string _layer = layer;
    private bool _isChannelsFirst;

    /// <summary>Its shape in the file.</summary>
    public int[] Shape { get; private set; } = shape;

    /// <summary>How many channels, or features, it has.</summary>
    public int Features => Shape[Shape.Length - 1];

    /// <summary>The layer, its axes in the order of the file.</summary>
    public string AsDeclared() => Turn(isChannelsFirst: false);

    /// <summary>The layer, channels first.</summary>
    public string ChannelsFirst() => Turn(isChannelsFirst: true);

    /// <summary>Takes what a layer computes.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="shape">Its shape in the file.</param>
    /// <param name="isChannelsFirst">Whether it has its channels first.</param>
    public void Set(string layer, int[] shape, bool isChannelsFirst) => (_layer, Shape, _isChannelsFirst) = (layer, shape, isChannelsFirst);

    /// <summary>Adds a layer that changes values where they are.</summary>
    public void Activate(string activation)
    {
        // Softmax is taken over the features.
        string input = activation == "softmax" ? AsDeclared() : _layer;
        _layer = graph.Add("activation", activation, [input], ("activation", activation));
    }

    private string Turn(bool isChannelsFirst)
    {
        if (Shape.Length > 1 && isChannelsFirst != _isChannelsFirst)
        {
            int last = Shape.Length - 1;
            int[] axes = isChannelsFirst ? [last, .. Enumerable.Range(0, last)] : [.. Enumerable.Range(1, last), 0];
            _layer = graph.Add("transpose", isChannelsFirst ? "channels first" : "channels last", [_layer], ("axes", axes));
            _isChannelsFirst = isChannelsFirst;
        }

        return _layer;
    }
}
