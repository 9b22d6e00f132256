using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>
/// The constant data of a network: its parameters, and what lowering made of them. Data that is a part of the parameters
/// is read from there, everything else becomes a property of its own.
/// </summary>
/// <param name="constants">The parameters that are constants of the code; none of a trainable network, and of one whose parameters are
/// put together from what it reads from a resource.</param>
/// <param name="taken">The names that no property can have.</param>
internal sealed class ConstantData(Parameter[] constants, string[] taken)
{
    private readonly List<(string Name, string Holder, NetworkNumbers Values)> _properties = [];
    private readonly NameScope _names = new(taken);

    /// <summary>The data that the parameters do not hold, each with the name of a member that may hold it for the property.</summary>
    public IReadOnlyList<(string Name, string Holder, NetworkNumbers Values)> Properties => _properties;

    /// <summary>An expression that gives some numbers as a span.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="name">The name of the property, if one is needed.</param>
    public string Reference(NetworkNumbers values, string name)
    {
        int offset = 0;
        foreach (Parameter parameter in constants)
        {
            if (parameter.Values.Id == values.Id)
            {
                return $"{GeneratedNames.Parameters}.Slice({Literal.Integer(offset)}, {Literal.Integer(values.Count)})";
            }

            offset += parameter.Values.Count;
        }

        if (_properties.Find(known => known.Values?.Id == values.Id) is { Name: { } known })
        {
            return known;
        }

        string property = _names.Declare(values.Derivation is { Part: not DerivedPart.Factors } ? "Folded" + name : name);
        _properties.Add((property, _names.Declare(property + "Data"), values));
        return property;
    }
}
