using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Reading.Attributes;

/// <summary>Reads the attributes on a type: what they say, and what of it cannot be understood.</summary>
internal static class AttributeReader
{
    /// <summary>Reads the declaration on a type.</summary>
    /// <param name="type">The type, which has the attribute of a network.</param>
    /// <param name="problems">Where to report.</param>
    public static AttributedDeclaration Read(INamedTypeSymbol type, ProblemList problems)
    {
        AttributeArguments network = new(KnownAttributes.FindNetwork(type)!);
        AttributeData[] layers = KnownAttributes.Layers(type);
        AttributeData[] nodes = KnownAttributes.Nodes(type);
        AttributeArguments[] layerArguments = [.. layers.Select(layer => new AttributeArguments(layer))];
        AttributeArguments[] nodeArguments = [.. nodes.Select(node => new AttributeArguments(node))];
        ReportSeveralDeclarations(type, layers, "layers", problems);
        AttributeArguments[] inputs = [.. KnownAttributes.Inputs(type).Select(input => new AttributeArguments(input))];
        AttributeArguments[] outputs = [.. KnownAttributes.Outputs(type).Select(output => new AttributeArguments(output))];
        ReportSeveralDeclarations(type, KnownAttributes.Inputs(type), "input_ports", problems);
        ReportSeveralDeclarations(type, KnownAttributes.Outputs(type), "output_ports", problems);
        if (inputs.Length > 0 && network.Has("input_shape"))
        {
            problems.Report(DeclarationRules.MixedForms, Place.Attributes.Key("input_shape"), type.Name, "'InputShape'", "attributes of its inputs");
        }

        bool areNodesBroken = nodeArguments.Any(arguments => arguments.IsBroken);
        NetworkDeclaration declaration = new()
        {
            Precision = network.Member("precision"),
            Emission = network.Member("emission"),
            Layout = network.Member("layout"),
            Gradients = network.Flag("gradients"),
            Trainable = network.Flag("trainable"),
            Stateful = network.Flag("stateful"),
            Seed = network.Integer("seed"),
            Tensors = network.String("tensors"),
            InputCount = network.Integer("inputs"),
            InputNames = network.Strings("input_names"),
            InputPorts = inputs.Length > 0 ? inputs.Select(Input).ToEquatableArray()
                : network.Integers("input_shape") is { } shape ? new EquatableArray<PortDeclaration>([new PortDeclaration(null, new Shape(shape), null)])
                : null,
            OutputPorts = outputs.Length > 0 ? outputs.Select(Output).ToEquatableArray() : null,
            OutputNames = network.Strings("output_names") is { Count: > 0 } outputNames ? outputNames : null,
            Labels = network.Strings("labels")?.Select(text => new LabelDeclaration(text, null)).ToEquatableArray(),
            Loss = network.Member("loss"),
            LossDelta = network.Number("loss_delta"),
            HiddenActivation = network.Member("hidden_activation") is { } hidden ? new DeclaredActivation(hidden) : null,
            OutputActivation = network.Member("output_activation") is { } output ? new DeclaredActivation(output) : null,
            Layers = layers.Length == 0 ? null : layers.Zip(layerArguments, Layer).ToEquatableArray(),
            Nodes = nodes.Length == 0 || areNodesBroken ? null : nodeArguments.Select(Node).ToEquatableArray(),
            IsBroken = problems.HasErrors || network.IsBroken || areNodesBroken || layerArguments.Concat(inputs).Concat(outputs).Any(arguments => arguments.IsBroken),
        };
        return new AttributedDeclaration(declaration, network.String("file"));
    }

    private static PortDeclaration Input(AttributeArguments arguments) => new(
        arguments.String("name") ?? "",
        arguments.Integers("shape") is { } shape ? new Shape(shape) : arguments.IsBroken ? null : new Shape(EquatableArray<int>.Empty),
        arguments.Member("type")?.Replace("_", ""));

    private static PortDeclaration Output(AttributeArguments arguments) => new(arguments.String("name") ?? "", null, null, arguments.String("from"));

    private static NodeDeclaration Node(AttributeArguments arguments) =>
        new(arguments.String("name") ?? "", arguments.Numbers("weights") ?? NumberArray.Empty, arguments.Number("bias"));

    private static LayerDeclaration Layer(AttributeData attribute, AttributeArguments arguments)
    {
        LayerKind kind = LayerCatalog.Find(KnownAttributes.Kind(attribute)!)!;
        List<LayerArgument> values = [];
        foreach (ArgumentDescriptor argument in kind.Arguments)
        {
            if (Value(argument, arguments) is { } value)
            {
                values.Add(new LayerArgument(argument.Name, value));
            }
            else if (arguments.IsBroken)
            {
                // The compiler has said what is wrong; what it left out is not missing.
                values.Add(new LayerArgument(argument.Name, new DeclaredInvalid()));
            }
        }

        return new LayerDeclaration(kind.Type, arguments.String("name"), arguments.Strings("inputs"), values.ToEquatableArray()) { Tensor = arguments.String("tensor") };
    }

    private static DeclaredValue? Value(ArgumentDescriptor argument, AttributeArguments arguments) => argument.Kind switch
    {
        ArgumentKind.Numbers or ArgumentKind.Rows or ArgumentKind.Tensor when arguments.String(argument.Name + "_tensor") is { } tensor => new DeclaredTensorName(tensor),
        ArgumentKind.Number => arguments.Number(argument.Name) is { } number ? DeclaredNumber.Of(number) : null,
        ArgumentKind.Integer => arguments.Integer(argument.Name) is { } number ? DeclaredNumber.Of(number) : null,
        ArgumentKind.Flag => arguments.Flag(argument.Name) is { } flag ? new DeclaredFlag(flag) : null,
        ArgumentKind.Integers => arguments.Integers(argument.Name) is { } list ? new DeclaredSizes(list, IsList: true) : null,
        ArgumentKind.Names => arguments.Strings(argument.Name) is { } names ? new DeclaredNames(names) : null,
        ArgumentKind.Padding when arguments.Member("padding_mode") is { } mode and not "explicit" => new DeclaredWord(mode),
        ArgumentKind.Sizes or ArgumentKind.Padding => Sizes(argument, arguments),
        ArgumentKind.Layout or ArgumentKind.Word => arguments.Member(argument.Name) is { } word ? new DeclaredWord(word) : null,
        ArgumentKind.Text => arguments.String(argument.Name) is { } text ? new DeclaredWord(text) : null,
        ArgumentKind.Activation => Activation(argument.Name, arguments),
        _ => arguments.Numbers(argument.Name) is { } numbers ? new DeclaredNumbers(numbers) : null,
    };

    /// <summary>A list of sizes, or one for all axes: two properties of an attribute.</summary>
    private static DeclaredSizes? Sizes(ArgumentDescriptor argument, AttributeArguments arguments) =>
        argument.ListName is { } list && arguments.Integers(list) is { } sizes ? new DeclaredSizes(sizes, IsList: true)
        : arguments.Integer(argument.Name) is { } size ? new DeclaredSizes(new([size]), IsList: false)
        : null;

    private static DeclaredActivation? Activation(string name, AttributeArguments arguments)
    {
        if (arguments.Member(name) is not { } function)
        {
            return null;
        }

        IEnumerable<LayerArgument> numbers = ActivationCatalog.Arguments
            .Where(argument => arguments.Number(argument) is not null)
            .Select(argument => new LayerArgument(argument, DeclaredNumber.Of(arguments.Number(argument)!.Value)));
        return new DeclaredActivation(function, numbers.ToEquatableArray(), arguments.Numbers("slopes"));
    }

    /// <summary>Reports layers on several parts of a type; nodes may stand anywhere, since their names say their order.</summary>
    private static void ReportSeveralDeclarations(INamedTypeSymbol type, AttributeData[] attributes, string key, ProblemList problems)
    {
        SyntaxNode?[] owners = [.. attributes.Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent)];
        int other = Array.FindIndex(owners, owner => owner != owners[0]);
        if (other > 0)
        {
            problems.Report(DeclarationRules.LayersOnSeveralDeclarations, Place.Attributes.Key(key).At(other), type.Name);
        }
    }
}
