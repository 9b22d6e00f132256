using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads a <c>.nn.json</c> file: what it says, and what of it cannot be understood.</summary>
internal sealed class NetworkFileReader
{
    /// <summary>The keys of a network, which the schema lists too.</summary>
    internal static readonly string[] Keys =
    [
        "$schema", "name", "namespace", "precision", "trainable", "stateful", "states", "gradients", "batches", "emission", "layout", "seed", "tensors", "inputs", "range", "outputs", "labels", "loss",
        "layers", "tests", "source", "hidden_activation", "output_activation", "weights", "biases",
    ];

    /// <summary>The keys of a loss.</summary>
    internal static readonly string[] LossKeys = ["type", "delta"];

    private readonly FileScope _scope;
    private readonly LayerReader _layers;
    private JsonValue? _weights;
    private JsonValue? _biases;

    private NetworkFileReader(ProblemList problems)
    {
        _scope = new FileScope(problems);
        _layers = new LayerReader(_scope);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static NetworkDeclaration Read(string text, ProblemList problems, CancellationToken cancellationToken)
    {
        JsonDocument? document = JsonDocument.TryParse(text, out JsonError? error, cancellationToken);
        if (document is null)
        {
            problems.Report(FileRules.Malformed, Place.Characters(error!.Start, error.Length), error.Message.TrimEnd('.'));
            return new NetworkDeclaration { IsBroken = true };
        }

        NetworkDeclaration declaration = new NetworkFileReader(problems).Read(document.Root);
        return problems.HasErrors ? declaration with { IsBroken = true } : declaration;
    }

    private NetworkDeclaration Read(JsonValue root)
    {
        if (root.Kind != JsonKind.Object)
        {
            _scope.ReportKind(root, "A network", "an object");
            return new NetworkDeclaration();
        }

        NetworkDeclaration declaration = new();
        foreach (JsonMember member in _scope.Members(root, "the network"))
        {
            declaration = ReadMember(declaration, root, member);
        }

        return declaration with { Nodes = NodeReader.Read(_scope, _weights, _biases) };
    }

    private NetworkDeclaration ReadMember(NetworkDeclaration declaration, JsonValue root, JsonMember member)
    {
        JsonValue value = member.Value;
        string what = $"'{member.Name}'";
        switch (member.Name)
        {
            case "$schema":
                _scope.String(value, what);
                return declaration;
            case "name":
                return declaration with { Name = _scope.String(value, what) };
            case "namespace":
                return declaration with { Namespace = _scope.String(value, what) };
            case "precision":
                return declaration with { Precision = _scope.String(value, what) };
            case "emission":
                return declaration with { Emission = _scope.String(value, what) };
            case "layout":
                return declaration with { Layout = _scope.String(value, what) };
            case "gradients":
                return declaration with { Gradients = _scope.Flag(value, what) };
            case "batches":
                return declaration with { Batches = _scope.Flag(value, what) };
            case "trainable":
                return declaration with { Trainable = _scope.Flag(value, what) };
            case "stateful":
                return declaration with { Stateful = _scope.Flag(value, what) };
            case "states":
                return declaration with { States = StateReader.Read(_scope, value) };
            case "seed":
                return declaration with { Seed = _scope.Integer(value, what) };
            case "tensors":
                return _scope.String(value, what) is { } tensors
                    ? declaration with { Tensors = tensors }
                    : declaration with { Weights = new WeightsFile("", default) { IsKnown = false } };
            case "inputs":
                return value.Kind == JsonKind.Array
                    ? Inputs(declaration, value)
                    : declaration with { InputCount = InputCount(value) };
            case "range":
                return declaration with { Ranges = _scope.Rows(value, what) };
            case "outputs":
                return value.Kind == JsonKind.Array && value.Count > 0 && value[0].Kind == JsonKind.Object
                    ? declaration with { OutputPorts = PortReader.Outputs(_scope, value) }
                    : declaration with { OutputNames = _scope.Strings(value, what) };
            case "labels":
                return declaration with { Labels = LabelReader.Read(_scope, value) };
            case "loss":
                return ReadLoss(declaration, value);
            case "layers":
                return declaration with { Layers = _layers.Read(value) };
            case "tests":
                return declaration with { Tests = TestReader.Read(_scope, value) };
            case "source":
                return declaration with { Source = SourceReader.Read(_scope, value) };
            case "hidden_activation":
                return declaration with { HiddenActivation = _layers.Activation(value, what) };
            case "output_activation":
                return declaration with { OutputActivation = _layers.Activation(value, what) };
            case "weights":
                _weights = value;
                return declaration;
            case "biases":
                _biases = value;
                return declaration;
            default:
                _scope.ReportKey(member, root, "the network", Keys);
                return declaration;
        }
    }

    private NetworkDeclaration Inputs(NetworkDeclaration declaration, JsonValue value) =>
        value.Count > 0 && value[0].Kind == JsonKind.Object
            ? declaration with { InputPorts = PortReader.Inputs(_scope, value) }
            : InputNames(declaration, value);

    /// <summary>Names of which one cannot be read still say how many inputs there are.</summary>
    private NetworkDeclaration InputNames(NetworkDeclaration declaration, JsonValue value) => _scope.Strings(value, "'inputs'") is { } names
        ? declaration with { InputNames = names }
        : declaration with { InputCount = value.Count };

    private int? InputCount(JsonValue value)
    {
        if (value.Kind == JsonKind.Number)
        {
            return _scope.Integer(value, "'inputs'");
        }

        _scope.ReportKind(value, "'inputs'", "a number or an array of names");
        return null;
    }

    private NetworkDeclaration ReadLoss(NetworkDeclaration declaration, JsonValue value)
    {
        if (value.Kind != JsonKind.Object)
        {
            if (value.Kind != JsonKind.String)
            {
                _scope.ReportKind(value, "'loss'", "the name of a loss or an object with its 'type'");
                return declaration;
            }

            return declaration with { Loss = value.GetString() };
        }

        double? delta = null;
        foreach (JsonMember member in _scope.Members(value, "'loss'"))
        {
            switch (member.Name)
            {
                case "type":
                    declaration = declaration with { Loss = _scope.String(member.Value, "'loss.type'") };
                    break;
                case "delta":
                    delta = _scope.Number(member.Value, "'loss.delta'");
                    break;
                default:
                    _scope.ReportKey(member, value, "'loss'", LossKeys);
                    break;
            }
        }

        if (!value.TryGetMember("type", out _))
        {
            _scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), "'loss'", "type");
        }

        // Without its function, nobody can say whether delta fits.
        return declaration.Loss is null ? declaration : declaration with { LossDelta = delta };
    }
}
