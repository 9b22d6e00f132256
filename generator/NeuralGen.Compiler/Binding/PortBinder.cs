using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds inputs and outputs that are declared as tensors.</summary>
/// <param name="network">The network's name.</param>
/// <param name="precision">The network's precision.</param>
/// <param name="problems">Where to report.</param>
internal sealed class PortBinder(string network, Precision precision, ProblemList problems)
{
    /// <summary>Binds the inputs.</summary>
    /// <param name="declared">The inputs as declared.</param>
    /// <param name="count">How many values the declaration counts or names beside them; null when it does not.</param>
    /// <param name="source">Which source declares them.</param>
    public EquatableArray<Port> Inputs(EquatableArray<PortDeclaration> declared, int? count, DeclarationSource source)
    {
        List<Port> ports = [];
        if (count is { } values && declared.Count > 1)
        {
            problems.Report(
                DeclarationRules.InputCountDiffers, Place.Of(source).Key("inputs"), network, Texts.Count(values, "input"), $"{declared.Count.ToString(CultureInfo.InvariantCulture)} that are tensors of their own");
        }

        for (int i = 0; i < declared.Count; i++)
        {
            PortDeclaration port = declared[i];
            Place place = PlaceOf(source, "inputs", i, port);
            if (string.IsNullOrEmpty(port.Name) && !port.IsNameUnreadable && declared.Count > 1)
            {
                problems.Report(DeclarationRules.NameUnusable, place.Key("name"), $"Input {i.ToString(CultureInfo.InvariantCulture)}", port.Name is null ? "has no name" : "has an empty name");
            }

            Shape? shape = ShapeOf(port, declared.Count == 1 ? "an input" : $"an input '{port.Name}'", port.Name is null && source == DeclarationSource.Attributes ? Place.Attributes.Key("input_shape") : place.Key("shape"));
            if (shape is not null && declared.Count == 1 && count is { } number && number != shape.Count)
            {
                problems.Report(
                    DeclarationRules.InputCountDiffers,
                    port.Name is null && source == DeclarationSource.Attributes ? Place.Attributes.Key("input_shape") : place.Key("shape"),
                    network,
                    Texts.Count(number, "input"),
                    $"an input shape {shape}, which makes {shape.Count.ToString(CultureInfo.InvariantCulture)}");
                shape = null;
            }

            // What reads elements of no known type is not judged.
            ElementType? type = TypeOf(port, place.Key("type"));
            shape = type is null ? null : shape;
            ports.Add(new Port(port.Name is { Length: > 0 } name ? name : declared.Count == 1 ? LayerNames.Input : $"{LayerNames.Input}{i.ToString(CultureInfo.InvariantCulture)}", shape, type ?? ElementType.Float));
        }

        return ports.ToEquatableArray();
    }

    /// <summary>Binds the outputs: each is the tensor of a layer.</summary>
    /// <param name="declared">The outputs as declared.</param>
    /// <param name="source">Which source declares them.</param>
    /// <param name="graph">The bound layers.</param>
    /// <returns>The outputs and the indices of their tensors; null after a problem.</returns>
    public (EquatableArray<Port> Ports, EquatableArray<int> Tensors)? Outputs(EquatableArray<PortDeclaration> declared, DeclarationSource source, GraphBuilder graph)
    {
        List<Port> ports = [];
        List<int> tensors = [];
        for (int i = 0; i < declared.Count; i++)
        {
            PortDeclaration port = declared[i];
            Place place = PlaceOf(source, "outputs", i, port);
            if (port.IsNameUnreadable)
            {
                continue;
            }

            if (string.IsNullOrEmpty(port.Name))
            {
                problems.Report(DeclarationRules.NameUnusable, place.Key("name"), $"Output {i.ToString(CultureInfo.InvariantCulture)}", port.Name is null ? "has no name" : "has an empty name");
                continue;
            }

            string from = port.From ?? port.Name!;
            if (graph.PartsOf(from) is { } parts)
            {
                problems.Report(ShapeRules.UnnamedPart, place.Key("from"), $"Output '{port.Name}' is", from, parts, "outputs");
            }
            else if (!graph.TryFind(from, out int tensor))
            {
                problems.Report(DeclarationRules.OutputUnknown, place.Key("from"), port.Name!, network, from, Suggestion.For(from, graph.Names));
            }
            else
            {
                if (port.Shape is { } shape && graph.ShapeOf(tensor) is { } computed && !shape.Equals(computed))
                {
                    problems.Report(ShapeRules.OutputDiffers, place.Key("shape"), port.Name!, shape, from, computed);
                }

                if (port.Type is not null && TypeOf(port, place.Key("type")) is { } type && type != graph.TypeOf(tensor))
                {
                    problems.Report(ShapeRules.OutputDiffers, place.Key("type"), port.Name!, $"'{port.Type}'", from, $"'{ElementTypes.Name(graph.TypeOf(tensor))}'");
                }

                ports.Add(new Port(port.Name!, graph.ShapeOf(tensor), graph.TypeOf(tensor)));
                tensors.Add(tensor);
            }
        }

        return ports.Count == declared.Count ? (ports.ToEquatableArray(), tensors.ToEquatableArray()) : null;
    }

    /// <summary>Where inputs or outputs stand: in a list of the file, or as attributes of their own.</summary>
    /// <param name="source">Which source declares them.</param>
    /// <param name="key">Their key in files.</param>
    /// <param name="areTensors">Whether they are tensors, not values of one.</param>
    public static Place ListOf(DeclarationSource source, string key, bool areTensors) =>
        Place.Of(source).Key(source == DeclarationSource.File || !areTensors ? key : key == "inputs" ? "input_ports" : "output_ports");

    private static Place PlaceOf(DeclarationSource source, string key, int index, PortDeclaration port) =>
        source == DeclarationSource.Attributes && port.Name is null ? Place.Attributes.Key(key) : ListOf(source, key, areTensors: true).At(index);

    private ElementType? TypeOf(PortDeclaration port, Place place)
    {
        string? name = port.Type;
        if (name is null or "float" || (name == "double" && precision == Precision.Double))
        {
            return ElementType.Float;
        }

        if (ElementTypes.Find(name) is { } type)
        {
            return type;
        }

        string hint = name == "double" ? "; numbers of a network whose precision is single are floats"
            : Suggestion.For(name, ElementTypes.Names).ToString();
        problems.Report(DeclarationRules.ElementTypeUnknown, place, port.Name ?? LayerNames.Input, network, name, hint);
        return null;
    }

    private Shape? ShapeOf(PortDeclaration port, string what, Place place)
    {
        if (port.Shape is not { } shape)
        {
            return null;
        }

        int wrong = shape.Dimensions.ToList().FindIndex(size => size < 1);
        if (wrong >= 0 || (shape.Rank == 0 && port.Name is null))
        {
            string words = shape.Rank == 0 ? $"has {what} without axes" : $"has {what} of shape {shape}";
            problems.Report(DeclarationRules.NoInputs, wrong >= 0 ? place.At(wrong) : place, network, $"{words}; each of its sizes must be at least 1");
            return null;
        }

        if (shape.Count > Tensor.MostValues)
        {
            problems.Report(ShapeRules.TooLarge, place, $"The input of network '{network}'", shape.Count, Tensor.MostValues);
            return null;
        }

        return shape;
    }
}
