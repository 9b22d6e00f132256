using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission;

/// <summary>What a network keeps from call to call, and what it is called.</summary>
/// <param name="Input">What a call reads.</param>
/// <param name="Output">What a call leaves for the next.</param>
/// <param name="Property">The property of what the next call reads.</param>
internal sealed record StateSpan(PortSpan Input, PortSpan Output, string Property)
{
    /// <summary>The property of what a call writes.</summary>
    public string NextProperty => "Next" + Property;

    /// <summary>The field behind the property.</summary>
    public string Field => "_" + char.ToLowerInvariant(Property[0]) + Property.Substring(1);

    /// <summary>The field behind the property of what a call writes.</summary>
    public string NextField => "_next" + Property;

    /// <summary>The states of a network.</summary>
    /// <param name="signature">What callers see.</param>
    /// <param name="typeOf">The type of an element.</param>
    /// <param name="ports">The inputs and outputs, whose names are taken.</param>
    public static IReadOnlyList<StateSpan> Of(NetworkSignature signature, Func<ElementType, string> typeOf, IEnumerable<PortSpan> ports)
    {
        NameScope parameters = new([.. ports.Select(port => port.PlainParameter), "state", "workspace", "output", "destination"]);
        NameScope properties = new(StateWriter.Reserved);
        return [.. signature.States.Select(state =>
        {
            string parameter = parameters.Declare(Identifier.Parameter(state.Name).TrimStart('@'));
            string property = properties.Declare(Identifier.Member(state.Name));
            return new StateSpan(Span(state, typeOf, parameter, property), Span(state, typeOf, parameters.Declare("next_" + parameter), property), property);
        })];
    }

    private static PortSpan Span(Port port, Func<ElementType, string> typeOf, string parameter, string word) =>
        new(port, typeOf(port.Type), parameter, parameter, word, parameter, parameter);
}
