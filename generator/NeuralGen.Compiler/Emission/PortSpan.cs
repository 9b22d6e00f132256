using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission;

/// <summary>A tensor that callers pass as a span, and what it is called.</summary>
/// <param name="Port">The tensor.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Parameter">The parameter that holds one sample of it.</param>
/// <param name="Samples">The parameter that holds many.</param>
/// <param name="Word">Its name as a part of those of members.</param>
/// <param name="Inner">The parameter that holds many within the nested class.</param>
/// <param name="Some">The variable there that holds those of them that are computed together.</param>
internal sealed record PortSpan(Port Port, string Type, string Parameter, string Samples, string Word, string Inner, string Some)
{
    /// <summary>The constant with the number of its values.</summary>
    public string SizeConstant => Word + "Size";

    /// <summary>The property with its sizes along the axes.</summary>
    public string ShapeProperty => Word + "Shape";

    /// <summary>The field behind that.</summary>
    public string AxesField => Word + "Axes";

    /// <summary>How many values it has.</summary>
    public int Size => Port.Size;

    /// <summary>The parameter without the sign that makes it no keyword.</summary>
    public string PlainParameter => Parameter.TrimStart('@');

    /// <summary>A span of it that is read.</summary>
    public string ReadOnlySpan => $"global::System.ReadOnlySpan<{Type}>";

    /// <summary>A span of it that is written.</summary>
    public string Span => $"global::System.Span<{Type}>";

    /// <summary>The members of inputs and outputs that a type cannot hold, since it uses their names itself.</summary>
    /// <param name="signature">What callers see.</param>
    /// <param name="target">The type.</param>
    public static IEnumerable<string> Taken(NetworkSignature signature, TargetType target)
    {
        if (target.OwnPortNames.Count == 0)
        {
            return [];
        }

        IReadOnlyList<PortSpan> inputs = Inputs(signature, ElementTypes.Name);
        return inputs
            .Concat(Outputs(signature, ElementTypes.Name, inputs))
            .SelectMany(port => new[] { port.SizeConstant, port.ShapeProperty, port.AxesField })
            .Where(name => target.OwnPortNames.Contains(name));
    }

    /// <summary>The inputs of a network.</summary>
    /// <param name="signature">What callers see.</param>
    /// <param name="typeOf">The type of an element.</param>
    public static IReadOnlyList<PortSpan> Inputs(NetworkSignature signature, Func<ElementType, string> typeOf) =>
        Of(signature, signature.Inputs, "input", "Input", typeOf, new NameScope(GeneratedNames.PortParameters), [.. GeneratedNames.PortWords, .. signature.Outputs.Count == 1 ? ["Output"] : Array.Empty<string>()]);

    /// <summary>The outputs of a network.</summary>
    /// <param name="signature">What callers see.</param>
    /// <param name="typeOf">The type of an element.</param>
    /// <param name="inputs">The inputs, whose names are taken.</param>
    public static IReadOnlyList<PortSpan> Outputs(NetworkSignature signature, Func<ElementType, string> typeOf, IReadOnlyList<PortSpan> inputs) =>
        Of(
            signature,
            signature.Outputs,
            "output",
            "Output",
            typeOf,
            new NameScope([.. GeneratedNames.PortParameters, .. inputs.Select(input => input.PlainParameter)]),
            [.. GeneratedNames.PortWords, .. inputs.Select(input => input.Word)]);

    private static PortSpan[] Of(
        NetworkSignature signature, EquatableArray<Port> ports, string noun, string word, Func<ElementType, string> typeOf, NameScope parameters, HashSet<string> words)
    {
        bool isOnly = signature.Inputs.Count == 1 && signature.Outputs.Count == 1;
        return [.. ports.Select(port =>
        {
            string parameter = isOnly ? noun : parameters.Declare(Identifier.Parameter(port.Name).TrimStart('@'));
            return new PortSpan(
                port,
                typeOf(port.Type),
                parameter,
                isOnly ? noun + "s" : parameter,
                ports.Count == 1 ? word : GeneratedNames.Forms(Identifier.Member(port.Name)).First(words.Add),
                isOnly ? noun + "s" : $"{parameter.TrimStart('@')}_{noun}s",
                isOnly ? "some" : $"some_{parameter.TrimStart('@')}");
        })];
    }
}
