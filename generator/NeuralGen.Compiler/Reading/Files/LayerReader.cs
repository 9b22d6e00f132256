using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads a layer of a file.</summary>
/// <param name="scope">Reads its values.</param>
/// <param name="within">What messages put before the list of layers: the path of the network that has it, with a dot, where that is within a layer.</param>
internal sealed class LayerReader(FileScope scope, string within = "")
{
    /// <summary>The keys of every layer, beside the arguments of its kind.</summary>
    internal static readonly string[] CommonKeys = ["type", "name", "inputs", "tensor"];

    /// <summary>The keys of an activation.</summary>
    internal static readonly string[] ActivationKeys = ["type", .. ActivationCatalog.Arguments, "weights"];

    /// <summary>Reads a list of layers; null after a problem with the list itself.</summary>
    /// <param name="value">The list in the file.</param>
    public EquatableArray<LayerDeclaration>? Read(JsonValue value)
    {
        if (value.Kind != JsonKind.Array)
        {
            scope.ReportKind(value, $"'{within}layers'", "an array of layers");
            return null;
        }

        List<LayerDeclaration> layers = [];
        foreach (JsonValue element in value.Elements)
        {
            layers.Add(Read(element, layers.Count));
        }

        return layers.ToEquatableArray();
    }

    private LayerDeclaration Read(JsonValue value, int index)
    {
        string path = $"{within}layers[{index}]";
        string what = within.Length == 0 ? $"layer {index}" : $"'{path}'";
        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, $"'{path}'", "an object");
            return new LayerDeclaration(null, null, null, default);
        }

        LayerKind? kind = Kind(value, path, within.Length == 0 ? $"Layer {index}" : $"'{path}'");
        string? name = null;
        string? tensor = null;
        EquatableArray<string>? sources = null;
        bool areSourcesSound = true;
        List<LayerArgument> arguments = [];
        foreach (JsonMember member in scope.Members(value, what))
        {
            switch (member.Name)
            {
                case "type":
                    break;
                case "name":
                    name = scope.String(member.Value, $"'{path}.name'");
                    break;
                case "tensor":
                    tensor = scope.String(member.Value, $"'{path}.tensor'");
                    break;
                case "inputs":
                    sources = scope.Strings(member.Value, $"'{path}.inputs'");
                    areSourcesSound = sources is not null;
                    break;
                default:
                    if (kind?.Find(member.Name) is { } argument)
                    {
                        arguments.Add(new LayerArgument(argument.Name, Argument(argument, member.Value, $"'{path}.{member.Name}'")));
                    }
                    else if (kind is not null)
                    {
                        scope.ReportKey(
                            member, value, $"{what} ({kind.Type})", CommonKeys.Concat(kind.Arguments.Select(candidate => candidate.Name)));
                    }

                    break;
            }
        }

        return new LayerDeclaration(kind?.Type, name, sources, arguments.ToEquatableArray()) { AreSourcesKnown = areSourcesSound, Tensor = tensor };
    }

    /// <summary>Reads an activation: its name, or an object of its name and its parameters.</summary>
    /// <param name="value">The activation in the file.</param>
    /// <param name="what">What messages call it.</param>
    public DeclaredActivation? Activation(JsonValue value, string what)
    {
        if (value.Kind == JsonKind.String)
        {
            return new DeclaredActivation(value.GetString());
        }

        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, what, "the name of an activation or an object with its 'type'");
            return null;
        }

        string? type = null;
        NumberArray? slopes = null;
        List<LayerArgument> arguments = [];
        bool areSlopesSound = true;
        foreach (JsonMember member in scope.Members(value, what))
        {
            switch (member.Name)
            {
                case "type":
                    type = scope.String(member.Value, FileScope.Member(what, "type"));
                    break;
                case "weights":
                    slopes = scope.Numbers(member.Value, FileScope.Member(what, "weights"));
                    areSlopesSound = slopes is not null;
                    break;
                default:
                    if (!ActivationKeys.Contains(member.Name))
                    {
                        scope.ReportKey(member, value, what, ActivationKeys);
                    }
                    else if (scope.Number(member.Value, FileScope.Member(what, member.Name)) is { } number)
                    {
                        arguments.Add(new LayerArgument(member.Name, DeclaredNumber.Of(number)));
                    }
                    else
                    {
                        arguments.Add(new LayerArgument(member.Name, new DeclaredInvalid()));
                    }

                    break;
            }
        }

        if (!value.TryGetMember("type", out _))
        {
            scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), what, "type");
        }

        // Slopes that cannot be read are not missing.
        return type is null || !areSlopesSound ? null : new DeclaredActivation(type, arguments.ToEquatableArray(), slopes);
    }

    private LayerKind? Kind(JsonValue value, string path, string words)
    {
        if (!value.TryGetMember("type", out JsonValue type))
        {
            scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), words, "type");
            return null;
        }

        if (scope.String(type, $"'{path}.type'") is not { } name)
        {
            return null;
        }

        LayerKind? kind = LayerCatalog.Find(name);
        if (kind is null)
        {
            scope.Problems.Report(
                FileRules.UnknownLayerType, FileScope.PlaceOf(type), name, Suggestion.For(name, LayerCatalog.All.Select(known => known.Type)));
        }

        return kind;
    }

    private DeclaredValue Argument(ArgumentDescriptor argument, JsonValue value, string what) => argument.Kind switch
    {
        ArgumentKind.Numbers or ArgumentKind.Rows or ArgumentKind.Tensor or ArgumentKind.Elements when value.Kind == JsonKind.Object =>
            TensorName(value, what) is { } name ? new DeclaredTensorName(name) : new DeclaredInvalid(),
        ArgumentKind.Number => scope.Number(value, what) is { } number ? DeclaredNumber.Of(number) : new DeclaredInvalid(),
        ArgumentKind.Integer => scope.Integer(value, what) is { } number ? DeclaredNumber.Of(number) : new DeclaredInvalid(),
        ArgumentKind.Flag => scope.Flag(value, what) is { } flag ? new DeclaredFlag(flag) : new DeclaredInvalid(),
        ArgumentKind.Layout or ArgumentKind.Word or ArgumentKind.Text => scope.String(value, what) is { } word ? new DeclaredWord(word) : new DeclaredInvalid(),
        ArgumentKind.Numbers => scope.Numbers(value, what) is { } numbers ? new DeclaredNumbers(numbers) : new DeclaredInvalid(),
        ArgumentKind.Tensor => NestedNumbers.Read(scope, value, what) is { } tensor ? tensor : new DeclaredInvalid(),
        ArgumentKind.Elements => new NestedElements(scope).Read(value, what) is { } elements ? elements : new DeclaredInvalid(),
        ArgumentKind.Integers => scope.Integers(value, what) is { } list ? new DeclaredSizes(list, IsList: true) : new DeclaredInvalid(),
        ArgumentKind.Names => scope.Strings(value, what) is { } names ? new DeclaredNames(names) : new DeclaredInvalid(),
        ArgumentKind.Sizes => Sizes(value, what) is { } sizes ? sizes : new DeclaredInvalid(),
        ArgumentKind.Padding when value.Kind == JsonKind.String => new DeclaredWord(value.GetString()),
        ArgumentKind.Padding => Sizes(value, what) is { } sizes ? sizes : new DeclaredInvalid(),
        ArgumentKind.Network => BodyReader.Read(scope, value, what) is { } body ? new DeclaredNetwork(body) : new DeclaredInvalid(),
        ArgumentKind.Rows => scope.Rows(value, what) is { } rows ? new DeclaredRows(rows) : new DeclaredInvalid(),
        _ => (DeclaredValue?)Activation(value, what) ?? new DeclaredInvalid(),
    };

    /// <summary>The name of a tensor of the file of weights, which stands in for numbers.</summary>
    private string? TensorName(JsonValue value, string what)
    {
        string? name = null;
        foreach (JsonMember member in scope.Members(value, what))
        {
            if (member.Name == "tensor")
            {
                name = scope.String(member.Value, FileScope.Member(what, "tensor"));
            }
            else
            {
                scope.ReportKey(member, value, what, ["tensor"]);
            }
        }

        if (!value.TryGetMember("tensor", out _))
        {
            scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), what, "tensor");
        }

        return name;
    }

    /// <summary>A whole number, or a list of them.</summary>
    private DeclaredSizes? Sizes(JsonValue value, string what)
    {
        if (value.Kind == JsonKind.Number)
        {
            return scope.Integer(value, what) is { } size ? new DeclaredSizes(new([size]), IsList: false) : null;
        }

        return scope.Integers(value, what) is { } sizes ? new DeclaredSizes(sizes, IsList: true) : null;
    }
}
