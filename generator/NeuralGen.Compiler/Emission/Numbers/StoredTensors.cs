using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>The resources that a network reads numbers from: each is opened once, in a nested class of its own.</summary>
/// <param name="context">What the writers share.</param>
internal sealed class StoredTensors(EmissionContext context)
{
    /// <summary>The nested class.</summary>
    public const string TypeName = "Stored";

    private const string TensorsType = "global::NeuralGen.StoredTensors";

    private readonly NameScope _names = new();
    private readonly List<(string Resource, string Name)> _resources = [];
    private readonly List<(string Name, string Value, string Summary)> _copies = [];
    private readonly List<(string Name, string Value, string Summary)> _derived = [];

    private Precision Precision => context.Arithmetic.Precision;

    /// <summary>An expression that gives stored numbers as a span of the network's precision.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="name">What a copy is called, where they are stored in another precision.</param>
    public string Span(StoredNumbers numbers, string name)
    {
        string range = $"{Literal.Integer(numbers.Offset)}L, {Literal.Integer(numbers.Count)}";
        string resource = Resource(numbers.Resource);
        if (numbers.Precision == Precision)
        {
            return $"{TypeName}.{resource}.{Precision}({range})";
        }

        return Keep(_copies, name, $"{resource}.To{Precision}({range})", "A copy, since the file has the numbers in another precision.");
    }

    /// <summary>An expression that gives numbers which are worked out from stored ones, once.</summary>
    /// <param name="name">What they are called.</param>
    /// <param name="value">What makes them.</param>
    /// <param name="summary">What they are.</param>
    public string Derived(string name, string value, string summary) => Keep(_derived, name, value, summary);

    /// <summary>Writes the nested class, if anything is stored.</summary>
    public void Write()
    {
        if (_resources.Count == 0)
        {
            return;
        }

        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>The resources of the assembly that hold numbers of the network, read where the system has mapped them.</summary>");
        writer.Open($"private static class {TypeName}");
        foreach ((string resource, string name) in _resources)
        {
            writer.Line($"internal static readonly {TensorsType} {name} = new {TensorsType}(typeof({TypeName}).Assembly, {Literal.String(resource)});");
        }

        // The fields are set in this order, and what is derived may read a copy.
        foreach ((string name, string value, string summary) in _copies.Concat(_derived))
        {
            writer.Line();
            writer.Line($"/// <summary>{summary}</summary>");
            writer.Line($"internal static readonly {context.Type}[] {name} = {value};");
        }

        writer.Close();
    }

    private string Keep(List<(string Name, string Value, string Summary)> list, string name, string value, string summary)
    {
        string kept = _names.Declare(name);
        list.Add((kept, value, summary));
        return $"{TypeName}.{kept}";
    }

    private string Resource(string resource)
    {
        string? name = _resources.Find(known => known.Resource == resource).Name;
        if (name is null)
        {
            name = _names.Declare("Tensors");
            _resources.Add((resource, name));
        }

        return name;
    }
}
