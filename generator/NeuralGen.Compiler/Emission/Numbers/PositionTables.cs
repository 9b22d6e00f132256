using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>The positions that layers without a rule take their values from: each list is made once, in a nested class of its own.</summary>
/// <param name="writer">Where to write.</param>
internal sealed class PositionTables(SourceWriter writer)
{
    /// <summary>The nested class.</summary>
    public const string TypeName = "Positions";

    private const int PositionsPerLine = 20;

    private readonly NameScope _names = new([TypeName]);
    private readonly Dictionary<EquatableArray<int>, string> _tables = [];
    private readonly List<(EquatableArray<int> Positions, string Name)> _order = [];

    /// <summary>An expression that gives the positions of a table.</summary>
    /// <param name="layer">The layer that it belongs to.</param>
    /// <param name="table">The table.</param>
    public string Field(string layer, IndexTable table)
    {
        if (!_tables.TryGetValue(table.Positions, out string? name))
        {
            name = _names.Declare(Identifier.Member(layer));
            _tables.Add(table.Positions, name);
            _order.Add((table.Positions, name));
        }

        return $"{TypeName}.{name}";
    }

    /// <summary>Writes the nested class, if there is anything for it.</summary>
    public void Write()
    {
        if (_order.Count == 0)
        {
            return;
        }

        writer.Line("/// <summary>Where layers that follow no rule take their values from: the positions in what they read.</summary>");
        writer.Open($"private static class {TypeName}");
        foreach ((EquatableArray<int> positions, string name) in _order)
        {
            writer.Line($"internal static readonly int[] {name} = new[]");
            writer.Line("{");
            writer.Indent();
            for (int start = 0; start < positions.Count; start += PositionsPerLine)
            {
                writer.Line(string.Join(", ", positions.Skip(start).Take(PositionsPerLine).Select(position => Literal.Integer(position))) + ",");
            }

            writer.Outdent();
            writer.Line("};");
        }

        writer.Close();
        writer.Line();
    }
}
