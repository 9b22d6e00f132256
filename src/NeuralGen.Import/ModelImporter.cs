using NeuralGen.Import.Batches;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Operators;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Reading;
using NeuralGen.Import.Translation;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import;

/// <summary>Turns a model into layers.</summary>
internal sealed class ModelImporter
{
    private const int NewestOpset = 26;
    private const int OldestOpset = 6;
    private const int NewestFormat = 13;
    private const int OldestFormat = 3;

    private readonly ModelProto _model;
    private readonly string _file;
    private readonly ImportOptions _options;
    private readonly List<ImportProblem> _problems;
    private readonly GraphTranslator _graph;
    private readonly GraphScope _scope = new(null);

    private ModelImporter(ModelProto model, string file, string folder, ImportOptions options, List<ImportProblem> problems)
    {
        _model = model;
        _file = file;
        _options = options;
        _problems = problems;
        _graph = new GraphTranslator(model, new TensorReader(folder), problems, OperatorCatalog.Find, BatchTracker.Follow)
        {
            IsTrainable = options.Trainable.Equals("true", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>Turns a model into layers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="file">Its file's name, for messages.</param>
    /// <param name="folder">The folder of its file.</param>
    /// <param name="options">What the project says of it.</param>
    /// <param name="problems">Where to report.</param>
    /// <returns>The layers; after a problem inputs and outputs alone, or null where these are not known either.</returns>
    public static ImportedModel? Import(ModelProto model, string file, string folder, ImportOptions options, List<ImportProblem> problems)
    {
        try
        {
            return new ModelImporter(model, file, folder, options, problems).Import();
        }
        catch (ImportException exception)
        {
            problems.Add(exception.Problem);
            return null;
        }
    }

    private ImportedModel? Import()
    {
        CheckVersions();
        GraphProto graph = _model.Graph;
        _graph.AddInitializers(graph, _scope);
        ValueInfoProto[] inputs = [.. graph.Input.Where(input => !_scope.HasOwn(input.Name))];
        Dictionary<string, double[]> constants = Pairs("Constants", _options.Constants, graph.Input, ImportSettings.Numbers, "numbers with commas between them");
        Dictionary<string, int[]> shapes = Pairs("InputShapes", _options.InputShapes, inputs, ImportSettings.Sizes, "whole numbers with commas between them");
        Dictionary<string, string[]> states = Pairs<string>("States", _options.States, inputs, text => [ImportSettings.Unquote(text)], "the name of an output");
        InputReader reader = new([.. inputs.Where(input => !constants.ContainsKey(input.Name))], shapes, _graph);
        List<Port> ports = [];
        List<ModelPort> modelInputs = [];
        bool hasBatches = true;
        _graph.IsBatchOpen = reader.IsBatchOpen;
        foreach (ValueInfoProto input in graph.Input.Where(input => constants.ContainsKey(input.Name) || !_scope.HasOwn(input.Name)))
        {
            if (constants.TryGetValue(input.Name, out double[]? numbers))
            {
                Value constant = Constant(input, numbers);
                _scope.Add(input.Name, constant);
                modelInputs.Add(new ModelPort(input.Name, null, constant.Constant));
                continue;
            }

            ElementKind kind = (ElementKind)(input.Type?.TensorType?.ElemType ?? 0);
            int[]? shape = CheckBorder("Input", input, kind) ? reader.Read(input) : null;
            if (shape is null)
            {
                _scope.Add(input.Name, new Value(input.Name, kind, []) { IsBroken = true });
                continue;
            }

            // What goes in and out as a state keeps all its axes.
            bool isBatchFirst = InputReader.IsBatchFirst(input.Type, shape) && !states.ContainsKey(input.Name);
            hasBatches &= isBatchFirst || states.ContainsKey(input.Name);
            int[] passed = isBatchFirst ? [.. shape.Skip(1)] : shape;
            passed = passed.Length == 0 ? [1] : passed;
            string name = _graph.Layers.Names.Claim(input.Name);
            ports.Add(new Port(name, passed, kind, name));
            modelInputs.Add(new ModelPort(input.Name, ports[ports.Count - 1], null));
            _scope.Add(input.Name, new Value(input.Name, kind, shape) { Layer = name, LayerShape = passed, Samples = isBatchFirst ? SampleAxis.First : null });
        }

        if (graph.Output.Count == 0)
        {
            _graph.Report(ImportProblem.Of(ImportRules.Graph, graph.Name, "it has no outputs"));
        }

        ValueInfoProto[] outputs = Outputs(graph, [.. states.Values.Select(output => output[0])]);
        _graph.Translate(graph.Node, [.. outputs.Select(output => output.Name)], _graph.Opsets, _scope, graph.Name);
        ModelPort[] modelOutputs = [.. outputs.Select(output => new ModelPort(output.Name, Output(output, states.Values.Any(state => state[0] == output.Name)), null))];
        Port[] results = [.. modelOutputs.Select(output => output.Port).OfType<Port>()];
        if (_problems.Count > 0)
        {
            Port[] declared = [.. outputs.Select((output, i) => modelOutputs[i].Port ?? Declared(output)).OfType<Port>()];
            return new ImportedModel(ports, declared.Length == outputs.Length ? declared : [], [], ports.Exists(port => port.Kind == ElementKind.Double))
            {
                IsMissing = true,
                Labels = _graph.Labels,
                States = [.. states.Select(state => (NameOf(modelInputs, state.Key), NameOf(modelOutputs, state.Value[0])))],
            };
        }

        bool isDouble = ports.Concat(results).Any(port => port.Kind == ElementKind.Double);
        bool hasLabels = results.Length == 1 && results[0].Kind.IsFloat() && Dimensions.Count(results[0].Shape) == _graph.Labels.Count;
        return new ImportedModel(ports, results, UsedLayers.Of(_graph.Layers.Layers, results), isDouble)
        {
            ModelInputs = modelInputs,
            ModelOutputs = [.. graph.Output.Select(output => modelOutputs.FirstOrDefault(known => known.Name == output.Name) ?? new ModelPort(output.Name, null, null))],
            States = [.. states.Select(state => (NameOf(modelInputs, state.Key), NameOf(modelOutputs, state.Value[0])))],
            Producer = _model.ProducerName,
            ProducerVersion = _model.ProducerVersion,
            Opset = _graph.Opsets.TryGetValue("", out long opset) ? opset : null,
            HasExternalData = _graph.Tensors.HasExternalData,
            HasBatches = states.Count > 0 || _options.Stateful.Equals("true", StringComparison.OrdinalIgnoreCase) || (hasBatches && outputs.All(IsPerSample)),
            Labels = hasLabels ? _graph.Labels : [],
        };
    }

    /// <summary>What the network calls an input or output; the model's name where a problem hides it.</summary>
    private static string NameOf(IEnumerable<ModelPort> ports, string name) => ports.FirstOrDefault(port => port.Name == name)?.Port?.Name ?? name;

    private void CheckVersions()
    {
        if (_model.Graph is null || (_model.Graph.Node.Count == 0 && _model.Graph.Output.Count == 0))
        {
            throw ImportException.Of(ImportRules.Malformed, _file, "it has no graph");
        }

        if (_model.IrVersion is < OldestFormat or > NewestFormat)
        {
            throw ImportException.Of(ImportRules.Version, _file, FormattableString.Invariant($"is of version {_model.IrVersion} of the format; versions {OldestFormat} to {NewestFormat} are known"));
        }

        if (!_graph.Opsets.TryGetValue("", out long opset))
        {
            // Models of other domains alone need not say it.
            if (_graph.Opsets.Count == 0 || _model.Graph.Node.Any(node => node.Domain is "" or "ai.onnx"))
            {
                throw ImportException.Of(ImportRules.Version, _file, "does not say which version of the operators it uses");
            }

            return;
        }

        if (opset is < OldestOpset or > NewestOpset)
        {
            throw ImportException.Of(ImportRules.Version, _file, FormattableString.Invariant($"uses version {opset} of the operators; versions {OldestOpset} to {NewestOpset} are known"));
        }
    }

    private bool CheckBorder(string side, ValueInfoProto port, ElementKind kind)
    {
        if (kind.IsPassed())
        {
            return true;
        }

        TypeProto? type = port.Type;
        string words = type?.SequenceType is not null ? "sequence" : type?.MapType is not null ? "map" : type?.OptionalType is not null ? "optional" : kind.Name();
        _graph.Report(ImportProblem.Of(ImportRules.Border, side, port.Name, words));
        return false;
    }

    private Dictionary<string, T[]> Pairs<T>(string setting, string text, IEnumerable<ValueInfoProto> known, Func<string, T[]?> read, string form)
    {
        string[] names = [.. known.Select(input => input.Name)];
        Dictionary<string, T[]> pairs = new(StringComparer.Ordinal);
        foreach ((string name, string? value) in ImportSettings.Pairs(text))
        {
            if (!names.Contains(name))
            {
                _graph.Report(ImportProblem.Of(ImportRules.Setting, setting, _file, $"names '{name}', which is none of its inputs, {string.Join(", ", names.Select(input => $"'{input}'"))}"));
            }
            else if (value is null || read(value) is not { } numbers)
            {
                _graph.Report(ImportProblem.Of(ImportRules.Setting, setting, _file, $"has '{value}' for '{name}'; it takes {form}"));
            }
            else
            {
                pairs[name] = numbers;
            }
        }

        return pairs;
    }

    private Value Constant(ValueInfoProto input, double[] numbers)
    {
        ElementKind kind = (ElementKind)(input.Type?.TensorType?.ElemType ?? (int)ElementKind.Float);
        int[] shape = [.. input.Type?.TensorType?.Shape?.Dim.Select(size => size.DimValue > 0 ? (int)size.DimValue : size.ValueCase == DimensionProto.ValueOneofCase.DimValue && numbers.Length == 0 ? 0 : -1) ?? (numbers.Length == 1 ? [] : [-1])];
        int open = Array.IndexOf(shape, -1);
        if (open >= 0)
        {
            int others = Dimensions.Count(shape.Where((_, axis) => axis != open).Select(size => Math.Max(1, size)));
            shape = Dimensions.With([.. shape.Select(size => Math.Max(0, size))], open, numbers.Length / Math.Max(1, others));
        }

        int count = Dimensions.Count(shape);
        if (numbers.Length != count && numbers.Length != 1)
        {
            _graph.Report(ImportProblem.Of(ImportRules.Setting, "Constants", _file, $"has {numbers.Length} values for '{input.Name}', whose shape {Dimensions.Text(shape)} holds {count}"));
            return new Value(input.Name, kind, shape) { IsBroken = true };
        }

        double[] values = numbers.Length == count ? numbers : [.. Enumerable.Repeat(numbers[0], count)];
        Literal literal = Literal.Of(ElementKind.Double, shape, values).Cast(kind);
        return new Value(input.Name, kind, shape) { Constant = literal };
    }

    private ValueInfoProto[] Outputs(GraphProto graph, string[] states)
    {
        foreach (string name in states.Where(name => graph.Output.All(output => output.Name != name)))
        {
            _graph.Report(ImportProblem.Of(ImportRules.Setting, "States", _file, $"names '{name}', which is none of its outputs, {string.Join(", ", graph.Output.Select(output => $"'{output.Name}'"))}"));
        }

        string[] wanted = [.. ImportSettings.Split(_options.Outputs).Select(ImportSettings.Unquote)];
        foreach (string name in wanted.Where(name => graph.Output.All(output => output.Name != name)))
        {
            _graph.Report(ImportProblem.Of(ImportRules.Setting, "Outputs", _file, $"names '{name}', which is none of its outputs, {string.Join(", ", graph.Output.Select(output => $"'{output.Name}'"))}"));
        }

        wanted = wanted.Length == 0 ? wanted : [.. wanted, .. states.Except(wanted)];
        return wanted.Length == 0 ? [.. graph.Output] : [.. wanted.SelectMany(name => graph.Output.Where(output => output.Name == name))];
    }

    /// <summary>Whether an output has the samples one behind the other; labels, which leave the signature, are no matter.</summary>
    private bool IsPerSample(ValueInfoProto output) => _scope.Find(output.Name) is { } value && (value.Label is not null || value.Places.Any(place => place is { Axis: 0, Outer: 1 }));

    /// <summary>An output as the model declares it, where it says a whole shape.</summary>
    private static Port? Declared(ValueInfoProto output)
    {
        ElementKind kind = (ElementKind)(output.Type?.TensorType?.ElemType ?? 0);
        int[]? shape = output.Type?.TensorType?.Shape?.Dim.Select((size, axis) => size.DimValue > 0 ? (int)Math.Min(int.MaxValue, size.DimValue) : axis == 0 ? 1 : 0).ToArray();
        if (!kind.IsPassed() || shape is null || Array.IndexOf(shape, 0) >= 0)
        {
            return null;
        }

        int[] passed = InputReader.IsBatchFirst(output.Type, shape) ? [.. shape.Skip(1)] : shape;
        return new Port(output.Name, passed.Length == 0 ? [1] : passed, kind, output.Name);
    }

    private Port? Output(ValueInfoProto output, bool isState)
    {
        Value? value = _scope.Find(output.Name);
        if (value is null)
        {
            _graph.Report(ImportProblem.Of(ImportRules.Graph, _model.Graph.Name, $"nothing computes its output '{output.Name}'"));
            return null;
        }

        if (value.IsBroken || (value.Label is not null && _model.Graph.Output.Count > 1) || !CheckBorder("Output", output, value.Kind))
        {
            return null;
        }

        if (value.Count == 0)
        {
            _graph.Report(ImportProblem.Of(ImportRules.Graph, _model.Graph.Name, $"its output '{output.Name}' has no elements"));
            return null;
        }

        if (output.Type?.TensorType?.Shape is { } declared && !InputReader.Fits(declared, value.Shape))
        {
            _graph.Report(ImportProblem.Of(ImportRules.Graph, _model.Graph.Name, $"its output '{output.Name}' is declared as {InputReader.Text(declared)}, and computed as {Dimensions.Text(value.Shape)}"));
            return null;
        }

        int[] passed = InputReader.IsBatchFirst(output.Type, value.Shape) && !isState ? [.. value.Shape.Skip(1)] : value.Shape;
        passed = passed.Length == 0 ? [1] : passed;
        return _graph.Layers.Output(value, output.Name, passed);
    }
}
