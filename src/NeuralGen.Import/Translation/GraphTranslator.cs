using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Reading;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Translation;

/// <summary>Turns the nodes of a model into layers, in their order; what is known is computed on the way.</summary>
/// <param name="model">The model.</param>
/// <param name="reader">Reads its tensors.</param>
/// <param name="problems">Where to report.</param>
/// <param name="find">Finds operators by domain and name.</param>
/// <param name="follow">Says of a node's results where the samples of a batch lie in them.</param>
internal sealed class GraphTranslator(
    ModelProto model, TensorReader reader, List<ImportProblem> problems, Func<string, string, Translator?> find, Action<NodeTranslation, IReadOnlyList<Value>, Translator> follow)
{
    /// <summary>Graphs within graphs, and functions that call functions, are refused below.</summary>
    private const int MostDepth = 64;

    private const int MostNodes = 1 << 18;

    private readonly Dictionary<Value, NodeTranslation> _makers = [];
    private Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private HashSet<string> _reported = new(StringComparer.Ordinal);
    private List<ImportProblem> _problems = problems;
    private int _nodes;

    /// <summary>The layers so far.</summary>
    public LayerGraph Layers { get; private set; } = new();

    /// <summary>Whether the network is to be trained, so that all of it needs derivatives.</summary>
    public bool IsTrainable { get; set; }

    /// <summary>The versions of domains that the model asks for.</summary>
    public IReadOnlyDictionary<string, long> Opsets { get; } = model.OpsetImport.GroupBy(import => Domain(import.Domain)).ToDictionary(group => group.Key, group => group.First().Version);

    /// <summary>The classes, where an operator names them.</summary>
    public IReadOnlyList<string> Labels { get; set; } = [];

    /// <summary>Whether the model leaves the number of samples open; where it says 1, shapes may say so too.</summary>
    public bool IsBatchOpen { get; set; }

    /// <summary>Reads tensors.</summary>
    public TensorReader Tensors => reader;

    /// <summary>How often a tensor is read.</summary>
    public int UsesOf(string name) => _uses.TryGetValue(name, out int count) ? count : 0;

    /// <summary>The node that computed a tensor; null for what goes in.</summary>
    public NodeTranslation? MakerOf(Value value) => _makers.TryGetValue(value, out NodeTranslation? maker) ? maker : null;

    /// <summary>Reports a problem, once.</summary>
    public void Report(ImportProblem problem)
    {
        if (_reported.Add(problem.Message))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Turns nodes into layers, and forgets their problems where there are any.</summary>
    /// <param name="translate">Turns the nodes into them.</param>
    /// <returns>Whether there were none.</returns>
    public bool IsSound(Action translate)
    {
        (HashSet<string> reported, List<ImportProblem> found) = (_reported, _problems);
        (_reported, _problems) = (new HashSet<string>(StringComparer.Ordinal), []);
        try
        {
            translate();
            return _problems.Count == 0;
        }
        catch (Exception exception) when (exception is ImportException or BrokenTensorException)
        {
            return false;
        }
        finally
        {
            (_reported, _problems) = (reported, found);
        }
    }

    /// <summary>Turns nodes into layers of a network of their own, and leaves no other trace.</summary>
    /// <param name="layers">The layers of that network.</param>
    /// <param name="translate">Turns the nodes into them.</param>
    /// <returns>The first problem; null where there is none.</returns>
    public ImportProblem? Try(LayerGraph layers, Action translate)
    {
        (LayerGraph outer, Dictionary<string, int> uses, HashSet<string> reported, List<ImportProblem> found) = (Layers, _uses, _reported, _problems);
        (Layers, _uses, _reported, _problems) = (layers, new Dictionary<string, int>(uses, StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), []);
        try
        {
            translate();
            return _problems.FirstOrDefault();
        }
        catch (ImportException exception)
        {
            return _problems.FirstOrDefault() ?? exception.Problem;
        }
        catch (BrokenTensorException)
        {
            // What it cannot compute has been reported.
            return _problems.FirstOrDefault();
        }
        finally
        {
            // Nodes stay counted: loops within loops are tried at each level.
            (Layers, _uses, _reported, _problems) = (outer, uses, reported, found);
        }
    }

    /// <summary>Adds the tensors that a graph brings along.</summary>
    public void AddInitializers(GraphProto graph, GraphScope scope)
    {
        foreach (TensorProto tensor in graph.Initializer)
        {
            scope.Defer(tensor.Name, () => Constant(tensor.Name, () => reader.Read(tensor)));
        }

        foreach (SparseTensorProto tensor in graph.SparseInitializer)
        {
            string name = tensor.Values?.Name ?? "";
            scope.Defer(name, () => Constant(name, () => reader.Read(tensor)));
        }
    }

    /// <summary>Turns nodes into layers.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="outputs">What is needed in the end.</param>
    /// <param name="opsets">The versions of domains.</param>
    /// <param name="scope">The tensors, to which theirs are added.</param>
    /// <param name="name">What they are the nodes of.</param>
    public void Translate(IReadOnlyList<NodeProto> nodes, IReadOnlyList<string> outputs, IReadOnlyDictionary<string, long> opsets, GraphScope scope, string name)
    {
        if (scope.Depth > MostDepth)
        {
            throw ImportException.Of(ImportRules.Graph, name, $"graphs and functions are nested more than {MostDepth} deep");
        }

        if (NodeOrder.Of(nodes, outputs) is not { } sorted)
        {
            throw ImportException.Of(ImportRules.Graph, name, "some of its nodes read, one from the other, their own results");
        }

        foreach (string output in outputs.Concat(sorted.SelectMany(node => node.Input)).Concat(sorted.SelectMany(InnerReads)))
        {
            _uses[output] = UsesOf(output) + 1;
        }

        foreach (NodeProto proto in sorted)
        {
            if (++_nodes > MostNodes)
            {
                throw ImportException.Of(ImportRules.Graph, name, $"it has more than {MostNodes} nodes when loops and functions are written out");
            }

            Translate(proto, opsets, scope);
        }
    }

    private static IEnumerable<string> InnerReads(NodeProto node) =>
        node.Attribute.Any(attribute => attribute.G is not null) ? NodeOrder.Reads(node) : [];

    private void Translate(NodeProto proto, IReadOnlyDictionary<string, long> opsets, GraphScope scope)
    {
        string domain = proto.Domain == "ai.onnx" ? "" : proto.Domain;
        string shown = proto.Name.Length > 0 ? proto.Name : proto.Output.FirstOrDefault(output => output.Length > 0) ?? "";
        Dictionary<string, AttributeProto> attributes = new(StringComparer.Ordinal);
        foreach (AttributeProto attribute in proto.Attribute)
        {
            attributes[attribute.Name] = attribute;
        }

        Node node = new(shown, domain, proto.OpType, opsets.TryGetValue(domain, out long version) ? version : 1, proto.Input, proto.Output, attributes);
        IReadOnlyList<Value> results = [];
        try
        {
            Value?[] inputs = [.. proto.Input.Select(input => input.Length == 0 ? null : scope.Find(input) ?? throw ImportException.Of(
                ImportRules.Graph, model.Graph.Name, $"node '{shown}' reads '{input}', which is neither an input nor computed by any node"))];
            results = inputs.Any(input => input is { IsBroken: true }) ? [] : Results(node, proto, inputs, scope);
        }
        catch (ImportException exception)
        {
            Report(exception.Problem);
        }
        catch (BrokenTensorException)
        {
            // What it cannot compute has been reported.
        }
        catch (Exception exception) when (exception is OverflowException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or NullReferenceException or KeyNotFoundException or OutOfMemoryException)
        {
            // Whatever a model says, the build goes on and names the node.
            Report(ImportProblem.Of(ImportRules.Operator, node.Name, node.Words, $"what it reads does not fit it ({exception.GetType().Name})"));
        }

        for (int i = 0; i < proto.Output.Count; i++)
        {
            if (proto.Output[i].Length > 0)
            {
                scope.Add(proto.Output[i], i < results.Count ? results[i] : new Value(proto.Output[i], ElementKind.Undefined, []) { IsBroken = true });
            }
        }
    }

    private IReadOnlyList<Value> Results(Node node, NodeProto proto, Value?[] inputs, GraphScope scope)
    {
        NodeTranslation translation = new(node, inputs, this) { Scope = scope };
        if (model.Functions.FirstOrDefault(function => function.Name == node.Operator && Domain(function.Domain) == node.Domain && function.Overload == proto.Overload) is { } called)
        {
            return FunctionCall.Translate(translation, called);
        }

        Translator translator = find(node.Domain, node.Operator) ?? throw translation.Fail("the operator is not supported");
        WidenedNumbers.Check(translation);
        IReadOnlyList<Value> results = [.. translator(translation).Select((result, index) => WidenedNumbers.Fit(translation, result, index))];
        follow(translation, results, translator);
        foreach (Value result in results.Where(result => !_makers.ContainsKey(result)))
        {
            _makers.Add(result, translation);
        }

        return results;
    }

    private static string Domain(string domain) => domain == "ai.onnx" ? "" : domain;

    private Value Constant(string name, Func<Literal> read)
    {
        try
        {
            Literal literal = read();
            return new Value(name, literal.Kind, literal.Shape) { Constant = literal };
        }
        catch (ImportException exception)
        {
            Report(exception.Problem);
            return new Value(name, ElementKind.Undefined, []) { IsBroken = true };
        }
    }
}
