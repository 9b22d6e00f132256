using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>The network of one call while it is being made.</summary>
/// <param name="sequence">The network over a whole sequence.</param>
/// <param name="axis">The axis of its input that is taken for time.</param>
internal sealed class StepBuilder(Network sequence, int axis)
{
    private readonly Dictionary<int, StepTensor> _tensors = [];
    private readonly List<Tensor> _made = [];
    private readonly List<Operation> _operations = [];
    private readonly List<(string Name, int Input, int Output)> _states = [];
    private readonly Dictionary<int, int> _numbers = [];
    private int _steps = 1;
    private int _time = 1;

    /// <summary>How many operations could be taken over.</summary>
    public int Done { get; private set; }

    /// <summary>Makes the network.</summary>
    /// <exception cref="StepException">A layer cannot go step by step.</exception>
    public Network Build()
    {
        if (sequence.Input.Shape.Rank < 2)
        {
            throw new StepException(null, $"has an input of shape {sequence.Input.Shape} without an axis for time beside its values");
        }

        _time = sequence.Input.Shape[axis];
        _steps = Strides();
        for (int input = 0; input < sequence.InputCount; input++)
        {
            Tensor tensor = sequence.Tensors[input];
            bool isSequence = tensor.Shape.Rank > axis && tensor.Shape[axis] == _time && (input == 0 || tensor.Shape.Rank == sequence.Input.Shape.Rank);
            Shape shape = isSequence ? tensor.Shape.With(axis, _steps) : tensor.Shape;
            _tensors[input] = new StepTensor(Make(tensor with { Shape = shape }), isSequence ? axis : -1, 1);
        }

        foreach (Operation operation in sequence.Operations)
        {
            StepRules.Take(this, operation);
            Done++;
        }

        return Finish();
    }

    /// <summary>The tensor of the sequence.</summary>
    public Tensor Declared(int tensor) => sequence.Tensors[tensor];

    /// <summary>What a tensor of the sequence has become.</summary>
    public StepTensor this[int tensor] => _tensors[tensor];

    /// <summary>The shape of a tensor here.</summary>
    public Shape ShapeOf(int tensor) => _made[tensor].Shape;

    /// <summary>How many steps a call has of a tensor of some stride.</summary>
    public int StepsOf(int stride) => _steps % stride == 0 ? _steps / stride : throw new StepException(null, $"takes {_steps} steps at once, which its strides do not divide");

    /// <summary>Makes a tensor.</summary>
    public int Make(Tensor tensor)
    {
        _made.Add(tensor);
        return _made.Count - 1;
    }

    /// <summary>Appends an operation.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="shape">The shape of what it computes.</param>
    /// <param name="create">Makes the operation, given its output.</param>
    /// <returns>Its output.</returns>
    public int Append(string layer, Shape shape, Func<int, Operation> create)
    {
        int output = Make(new Tensor(layer, shape));
        _operations.Add(create(output));
        return output;
    }

    /// <summary>Takes an operation over, with the tensors here.</summary>
    /// <param name="operation">The operation, as it is here but for its tensors.</param>
    /// <param name="shape">The shape of what it computes.</param>
    /// <param name="tensor">What is known of its output.</param>
    public void Take(Operation operation, Shape shape, StepTensor tensor)
    {
        Tensor declared = Declared(operation.Output);
        int output = Make(declared with { Shape = shape });
        _operations.Add(operation.Rewire(operation.Inputs.Select(input => _tensors[input].Index).ToEquatableArray(), output));
        Set(operation.Output, tensor with { Index = output });
    }

    /// <summary>Says what a tensor of the sequence has become.</summary>
    public void Set(int declared, StepTensor tensor) => _tensors[declared] = tensor;

    /// <summary>Appends what one call keeps for the next.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Its shape.</param>
    /// <returns>The tensor that receives it.</returns>
    public int Keep(string name, Shape shape)
    {
        int number = 2;
        string free = name;
        while (_states.Exists(state => state.Name == free))
        {
            free = $"{name}{number++}";
        }

        int input = Make(new Tensor(free, shape));
        _states.Add((free, input, -1));
        return input;
    }

    /// <summary>Says which tensor is kept.</summary>
    /// <param name="input">The tensor that receives it.</param>
    /// <param name="output">The tensor.</param>
    public void Keep(int input, int output)
    {
        int index = _states.FindIndex(state => state.Input == input);
        _states[index] = _states[index] with { Output = output };
    }

    /// <summary>How many steps of the input go into a call: what the strides along time multiply to, on the way with the most.</summary>
    private int Strides()
    {
        Dictionary<int, int> strides = Enumerable.Range(0, sequence.InputCount).ToDictionary(input => input, _ => 1);
        foreach (Operation operation in sequence.Operations)
        {
            int before = operation.Inputs.Select(input => strides[input]).Append(1).Max();
            strides[operation.Output] = checked(before * StepRules.StrideOf(operation, axis));
        }

        return strides.Values.Max();
    }

    private Network Finish()
    {
        int ports = sequence.InputCount;
        int[] outputs = [.. sequence.OutputTensors.Select(Output), .. _states.Select(state => state.Output)];
        int[] order = [.. Enumerable.Range(0, ports), .. _states.Select(state => state.Input), .. Enumerable.Range(ports, _made.Count - ports).Except(_states.Select(state => state.Input))];
        for (int i = 0; i < order.Length; i++)
        {
            _numbers[order[i]] = i;
        }

        return sequence with
        {
            Tensors = order.Select((tensor, i) => i < ports ? _made[tensor] with { Shape = Outside(_made[tensor].Shape, _tensors[i]) } : _made[tensor]).ToEquatableArray(),
            InputCount = ports + _states.Count,
            Operations = _operations.Select(operation => operation.Rewire(operation.Inputs.Select(input => _numbers[input]).ToEquatableArray(), _numbers[operation.Output])).ToEquatableArray(),
            OutputTensors = outputs.Select(output => _numbers[output]).ToEquatableArray(),
            States = _states.Select(state => state.Name).ToEquatableArray(),
        };
    }

    /// <summary>The tensor that is an output; what has a value for each step has one in a call, and no axis for it.</summary>
    private int Output(int declared)
    {
        StepTensor tensor = _tensors[declared];
        if (tensor.ResultUnits > 0 || tensor.Lead > 0)
        {
            throw new StepException(Declared(declared).Name, "is an output, which has steps that its input does not have");
        }

        _made[tensor.Index] = _made[tensor.Index] with { Shape = Outside(_made[tensor.Index].Shape, tensor) };
        return tensor.Index;
    }

    /// <summary>The shape as callers see it: of one step there is no axis.</summary>
    private static Shape Outside(Shape shape, StepTensor tensor) =>
        tensor.IsSequence && shape.Rank > tensor.Axis && shape[tensor.Axis] == 1 ? new(shape.Dimensions.Where((_, i) => i != tensor.Axis).ToEquatableArray()) : shape;
}
