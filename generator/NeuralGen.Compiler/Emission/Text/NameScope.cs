using System.Text;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Repeats;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Text;

/// <summary>Gives out names that are each used once in a scope of the generated code.</summary>
internal sealed class NameScope
{
    /// <summary>What generated code refers to from anywhere, so that nothing else can be called so.</summary>
    private static readonly string[] Everywhere =
    [
        .. GeneratedNames.All, .. GeneratedNames.Private,
        .. VectorAliases.Names, PackedForBatches.TypeName, PackedForBatches.LargeTypeName, SpatialWindows.TypeName, SpatialWindows.ResamplingTypeName, PositionTables.TypeName, StoredTensors.TypeName, RepeatedBodies.TypeName, "nameof",
    ];

    private static readonly char[] Digits = [.. "0123456789"];

    private readonly HashSet<string> _used;

    /// <summary>The last number that each name has got.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>A scope in which some names are taken from the start.</summary>
    public NameScope(params string[] taken) => _used = new HashSet<string>(taken.Select(Plain).Concat(Everywhere), StringComparer.Ordinal);

    private NameScope(HashSet<string> used) => _used = used;

    /// <summary>A scope within this one.</summary>
    public NameScope Fork() => new(new HashSet<string>(_used, StringComparer.Ordinal));

    /// <summary>A name like the one wanted: the same where it is free, else with the next free number from 2; keywords are escaped.</summary>
    public string Declare(string wanted)
    {
        string name = Local(wanted);

        // A private member has a number behind its name where the user's type has one without, so that no number helps here.
        name = GeneratedNames.Private.Contains(name.TrimEnd(Digits)) ? name + "Value" : name;
        string separator = char.IsDigit(name[name.Length - 1]) ? "_" : "";
        string free = name;
        while (!_used.Add(free))
        {
            _numbers[name] = _numbers.TryGetValue(name, out int number) ? number + 1 : 2;
            free = name + separator + Literal.Integer(_numbers[name]);
        }

        return Keywords.IsReserved(free) ? "@" + free : free;
    }

    /// <summary>Marks names as taken, escaped ones included.</summary>
    public void Take(IEnumerable<string> names) => _used.UnionWith(names.Select(Plain));

    private static string Plain(string name) => name.TrimStart('@');

    /// <summary>Any text as an identifier: letters, digits and underscores stay.</summary>
    private static string Local(string text)
    {
        StringBuilder name = new();
        foreach (char letter in text.Take(60))
        {
            name.Append(char.IsLetterOrDigit(letter) ? letter : '_');
        }

        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }
}
