using NeuralGen.Compiler.Binding.Streaming;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds what a network keeps from call to call: what layers need of the steps before, or pairs of an output and an input.</summary>
internal sealed class StateBinder
{
    private readonly string _name;
    private readonly ProblemList _problems;
    private readonly EquatableArray<StateDeclaration> _pairs;
    private readonly Place _place;

    private StateBinder(string name, bool isStepwise, EquatableArray<StateDeclaration> pairs, Place place, ProblemList problems)
    {
        _name = name;
        _pairs = pairs;
        _place = place;
        _problems = problems;
        IsStepwise = isStepwise;
    }

    /// <summary>Whether a call computes one step of the sequence that is declared.</summary>
    public bool IsStepwise { get; }

    /// <summary>Whether anything is kept from call to call.</summary>
    public bool HasState => IsStepwise || _pairs.Count > 0;

    /// <summary>Reads what is declared.</summary>
    /// <param name="name">The network's name.</param>
    /// <param name="attributes">What the type's attributes say.</param>
    /// <param name="file">What the file says.</param>
    /// <param name="settings">Both together.</param>
    /// <param name="isTrainable">Whether the type owns parameters that can be trained.</param>
    /// <param name="problems">Where to report.</param>
    public static StateBinder Bind(string name, NetworkDeclaration? attributes, NetworkDeclaration? file, SettingMerger settings, bool isTrainable, ProblemList problems)
    {
        // A class may go step by step through what a file says of a sequence: what was trained so runs so.
        bool isStepwise = attributes?.Stateful == true
            || settings.MergeValue(d => d.Stateful, "stateful", value => value ? "true" : "false").Value == true;
        EquatableArray<StateDeclaration> pairs = file?.States ?? default;
        Place place = attributes?.Stateful == true ? Place.Attributes.Key("stateful") : Place.File.Key(isStepwise ? "stateful" : "states");
        if (isTrainable && (isStepwise || pairs.Count > 0))
        {
            problems.Report(DeclarationRules.TrainableKeepsNothing, place, name);
        }

        if (isStepwise && pairs.Count > 0)
        {
            problems.Report(DeclarationRules.MixedForms, Place.File.Key("states"), name, "'stateful'", "'states'");
        }

        return new StateBinder(name, isStepwise, pairs, place, problems);
    }

    /// <summary>The network of one call; null after a problem.</summary>
    /// <param name="network">The network as declared; null where a mistake hides it.</param>
    /// <param name="outputs">Its outputs.</param>
    /// <param name="placeOf">Where a layer is declared; null where it is not known.</param>
    public Network? Apply(Network? network, EquatableArray<Port> outputs, Func<string, Place?> placeOf)
    {
        if (network is null || !HasState || network.IsTrainable)
        {
            return network;
        }

        return IsStepwise
            ? StepNetwork.Of(network, layer => layer is null ? _place : placeOf(layer) ?? _place, _problems)
            : Paired(network, outputs);
    }

    /// <summary>What is kept as far as the declaration tells, for callers of a network that a mistake hides.</summary>
    /// <param name="inputs">The inputs as declared.</param>
    /// <param name="layers">The layers as declared.</param>
    public EquatableArray<Port> Declared(EquatableArray<Port> inputs, EquatableArray<LayerDeclaration> layers) =>
        IsStepwise ? DeclaredStates.Of(layers) : Kept(_pairs, inputs);

    /// <summary>The inputs that are states.</summary>
    /// <param name="pairs">Which output an input gets from the call before.</param>
    /// <param name="inputs">The inputs as declared.</param>
    public static EquatableArray<Port> Kept(EquatableArray<StateDeclaration> pairs, EquatableArray<Port> inputs) =>
        pairs.Select(pair => inputs.FirstOrDefault(port => port.Name == pair.Input) ?? new Port(pair.Input, null)).ToEquatableArray();

    /// <summary>The inputs and outputs that callers see.</summary>
    /// <param name="network">The network of one call; null after a problem.</param>
    /// <param name="inputs">The inputs as declared.</param>
    /// <param name="outputs">The outputs as declared.</param>
    public (EquatableArray<Port> Inputs, EquatableArray<Port> Outputs) Ports(Network? network, EquatableArray<Port> inputs, EquatableArray<Port> outputs)
    {
        if (!HasState)
        {
            return (inputs, outputs);
        }

        EquatableArray<Port> given = inputs.Where(port => _pairs.All(pair => pair.Input != port.Name)).ToEquatableArray();
        EquatableArray<Port> found = outputs.Where(port => _pairs.All(pair => pair.Output != port.Name)).ToEquatableArray();
        return (
            given.Select((port, i) => port with { Shape = network?.Tensors[i].Shape }).ToEquatableArray(),
            found.Select((port, i) => port with { Shape = network is null || i >= network.OutputTensors.Count ? null : network.Tensors[network.OutputTensors[i]].Shape }).ToEquatableArray());
    }

    /// <summary>The network with its states behind all other inputs and outputs.</summary>
    private Network? Paired(Network network, EquatableArray<Port> outputs)
    {
        int before = _problems.Problems.Count;
        List<(int Input, int Output)> states = [];
        foreach (StateDeclaration pair in _pairs)
        {
            Place place = _place.Key(pair.Input);
            int input = network.Inputs.ToList().FindIndex(tensor => tensor.Name == pair.Input);
            int output = outputs.ToList().FindIndex(port => port.Name == pair.Output);
            if (input < 0)
            {
                _problems.Report(StateRules.Pair, place, pair.Input, _name, $"is no input{Suggestion.For(pair.Input, network.Inputs.Select(tensor => tensor.Name))}");
            }
            else if (output < 0)
            {
                _problems.Report(StateRules.Pair, place, pair.Input, _name, $"gets '{pair.Output}', which is no output{Suggestion.For(pair.Output, outputs.Select(port => port.Name))}");
            }
            else if (states.Exists(state => state.Output == output))
            {
                _problems.Report(StateRules.Pair, place, pair.Input, _name, $"gets '{pair.Output}', which another state gets");
            }
            else if (network.Tensors[input] is var read && (read.Type != outputs[output].Type || !read.Shape.Equals(outputs[output].Shape)))
            {
                _problems.Report(StateRules.Pair, place, pair.Input, _name, $"of shape {read.Shape} and type '{ElementTypes.Name(read.Type)}' gets '{pair.Output}' of shape {outputs[output].Shape} and type '{ElementTypes.Name(outputs[output].Type)}'");
            }
            else
            {
                states.Add((input, output));
            }
        }

        if (_problems.Problems.Count == before && states.Count == outputs.Count)
        {
            _problems.Report(StateRules.Pair, _place.Key(_pairs[0].Input), _pairs[0].Input, _name, "leaves no output for callers");
        }

        return _problems.Problems.Count > before ? null : Ordered(network, states);
    }

    private static Network Ordered(Network network, List<(int Input, int Output)> states)
    {
        int[] kept = [.. states.Select(state => state.Input)];
        int[] left = [.. states.Select(state => state.Output)];
        int[] order = [.. Enumerable.Range(0, network.InputCount).Except(kept), .. kept, .. Enumerable.Range(network.InputCount, network.Tensors.Count - network.InputCount)];
        int[] numbers = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            numbers[order[i]] = i;
        }

        return network with
        {
            Tensors = order.Select(tensor => network.Tensors[tensor]).ToEquatableArray(),
            Operations = network.Operations.Select(operation => operation.Rewire(operation.Inputs.Select(input => numbers[input]).ToEquatableArray(), numbers[operation.Output])).ToEquatableArray(),
            OutputTensors = Enumerable.Range(0, network.OutputTensors.Count).Except(left).Concat(left).Select(output => numbers[network.OutputTensors[output]]).ToEquatableArray(),
            States = kept.Select(input => network.Tensors[input].Name).ToEquatableArray(),
        };
    }
}
