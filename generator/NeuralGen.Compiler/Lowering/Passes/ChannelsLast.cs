using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>
/// Lets kernels have the channels of a pixel as neighbours, which vectors read, while callers keep the planes of the declaration:
/// values change their order where both meet.
/// </summary>
internal sealed class ChannelsLast
{
    private readonly List<Tensor> _tensors;
    private readonly List<Operation> _operations = [];

    /// <summary>Of the tensors that exist pixel by pixel, the index of that form.</summary>
    private readonly Dictionary<int, int> _pixels = [];

    /// <summary>Of the tensors that exist as declared, the index of that form.</summary>
    private readonly Dictionary<int, int> _planes = [];

    private ChannelsLast(Network network)
    {
        _tensors = [.. network.Tensors];
        for (int input = 0; input < network.InputCount; input++)
        {
            _planes[input] = input;
        }
    }

    /// <summary>Whether a network has operations that want it.</summary>
    public static bool IsWanted(Network network) => network.Operations.Any(Wants);

    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network)
    {
        if (!IsWanted(network))
        {
            return network;
        }

        ChannelsLast pass = new(network);
        foreach (Operation operation in network.Operations)
        {
            pass.Add(operation);
        }

        EquatableArray<int> outputs = network.OutputTensors.Select(pass.Planes).ToEquatableArray();
        return network with
        {
            Tensors = pass._tensors.ToEquatableArray(),
            Operations = pass._operations.ToEquatableArray(),
            OutputTensors = outputs,
        };
    }

    private static bool Wants(Operation operation) =>
        operation is ConvolutionOperation { AreChannelsLast: false } or PoolOperation { AreChannelsLast: false };

    private void Add(Operation operation)
    {
        Operation? moved = Wants(operation) || operation.Inputs.Any(IsOnlyPixels) ? Moved(operation) : null;
        int[] inputs = [.. operation.Inputs.Select(tensor => moved is null ? Planes(tensor) : Pixels(tensor))];
        _operations.Add((moved ?? operation).Rewire(new EquatableArray<int>(inputs), operation.Output));
        (moved is null ? _planes : _pixels)[operation.Output] = operation.Output;
    }

    private bool IsOnlyPixels(int tensor) => _pixels.ContainsKey(tensor) && !_planes.ContainsKey(tensor);

    /// <summary>The same operation on channels that are neighbours; null where there is none.</summary>
    private Operation? Moved(Operation operation)
    {
        Shape shape = _tensors[operation is MapOperation ? operation.Output : operation.Inputs[0]].Shape;
        ChannelMap neighbours = new(shape.Rank == 0 ? 1 : shape[0], 1);
        return operation switch
        {
            ConvolutionOperation { AreChannelsLast: false } convolution => convolution with { AreChannelsLast = true },
            PoolOperation pool => pool with { AreChannelsLast = true },
            ActivationOperation { Function: PreluActivation { Channels.HasChannels: true } prelu } activation when IsByChannel(prelu.Channels, shape) =>
                activation with { Function = prelu with { Channels = neighbours } },
            ActivationOperation { Function: PreluActivation { Channels.HasChannels: true } } => null,
            ActivationOperation { Function: ElementwiseActivation } or AddOperation or DropoutOperation => operation,
            BatchNormalizationOperation batch when IsByChannel(batch.Channels, shape) => batch with { Channels = neighbours },
            AffineOperation affine when IsByChannel(affine.Channels, shape) => affine with { Channels = neighbours },
            NormalizationOperation normalization when IsByChannel(normalization.Channels, shape) => normalization with { Channels = neighbours },
            SoftmaxOperation { Outer: 1 } softmax => softmax with { Outer = softmax.Inner, Inner = 1 },
            ConcatOperation concat => Concat(concat),
            MapOperation map => Map(map),
            _ => null,
        };
    }

    private static bool IsByChannel(ChannelMap channels, Shape shape) => channels == ChannelMap.Along(shape, 0);

    /// <summary>Channels one behind the other are, pixel by pixel, rows one behind the other.</summary>
    private MoveOperation Concat(ConcatOperation concat)
    {
        Shape output = _tensors[concat.Output].Shape;
        int pixels = output.Product(1, output.Rank);
        List<IndexBox> boxes = [];
        int start = 0;
        for (int i = 0; i < concat.Inputs.Count; i++)
        {
            int channels = concat.Sizes[i] / pixels;
            boxes.Add(new IndexBox(new([0, start]), new([pixels, channels]), i, 0, new([channels, 1])));
            start += channels;
        }

        return new MoveOperation(concat.Layer, concat.Inputs, concat.Output, concat.Kind, new IndexMap(Shape.Of(pixels, output[0]), boxes.ToEquatableArray()));
    }

    /// <summary>A formula of whole images, channels, pixels and single values; null where an operand is met in another order.</summary>
    private MapOperation? Map(MapOperation map)
    {
        Shape output = _tensors[map.Output].Shape;
        (int channels, int pixels) = (output.Rank == 0 ? 1 : output[0], output.Rank == 0 ? 1 : output.Product(1, output.Rank));
        List<Walk> walks = [];
        for (int input = 0; input < map.Inputs.Count; input++)
        {
            Walk walk = map.Walks[input];
            Shape shape = _tensors[map.Inputs[input]].Shape;
            int size = shape.Size;
            if (walk == Walk.Of([channels, pixels], [pixels, 1]) && shape.Equals(output))
            {
                walks.Add(Walk.Of([pixels, channels], [channels, 1]));
            }
            else if (walk == Walk.Of([channels, pixels], [1, 0]) && size == channels && shape.Rank > 0 && shape[0] == channels)
            {
                walks.Add(Walk.Of([pixels, channels], [0, 1]));
            }
            else if (walk == Walk.Of([channels, pixels], [0, 1]) && size == pixels && shape.Rank == output.Rank)
            {
                walks.Add(Walk.Of([pixels, channels], [1, 0]));
            }
            else if (size == 1)
            {
                walks.Add(Walk.Of([pixels, channels], [0, 0]));
            }
            else
            {
                return null;
            }
        }

        return map with { Walks = walks.ToEquatableArray() };
    }

    private int Planes(int tensor) => Form(tensor, _planes, _pixels, areChannelsLast: false);

    private int Pixels(int tensor) => Form(tensor, _pixels, _planes, areChannelsLast: true);

    private int Form(int tensor, Dictionary<int, int> wanted, Dictionary<int, int> others, bool areChannelsLast)
    {
        if (wanted.TryGetValue(tensor, out int known))
        {
            return known;
        }

        Tensor source = _tensors[tensor];
        Shape shape = source.Shape;
        int pixels = shape.Rank == 0 ? 1 : shape.Product(1, shape.Rank);
        int channels = shape.Rank == 0 ? 1 : shape[0];
        if (pixels == 1 || channels == 1)
        {
            // Both orders are the same.
            return wanted[tensor] = others[tensor];
        }

        Shape from = areChannelsLast ? Shape.Of(channels, pixels) : Shape.Of(pixels, channels);
        int index = _tensors.Count;
        _tensors.Add(source with { Name = $"{source.Name}_{(areChannelsLast ? "pixels" : "planes")}" });
        _operations.Add(new MoveOperation(source.Name, new([others[tensor]]), index, "layout", IndexMap.Transpose(from, [1, 0])));
        return wanted[tensor] = index;
    }
}
