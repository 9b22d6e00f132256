using NeuralGen.Compiler.Emission.Text;

namespace NeuralGen.Compiler.Emission.AcrossSamples;

/// <summary>Vectors of one number each that statements of a loop share: variables which are made before the loop, and stay in registers.</summary>
/// <param name="names">The names of local variables.</param>
internal sealed class LaneConstants(NameScope names)
{
    /// <summary>Of 32 registers so many are left by the variables of a small network.</summary>
    private const int Most = 20;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    /// <summary>Whether there are registers for all of them.</summary>
    public bool Fit => _values.Count <= Most;

    /// <summary>The variable that holds a vector.</summary>
    /// <param name="value">The vector as an expression.</param>
    public string this[string value]
    {
        get
        {
            if (!_names.TryGetValue(value, out string? name))
            {
                name = names.Declare($"constant{Literal.Integer(_values.Count)}");
                _names.Add(value, name);
                _values.Add(value);
            }

            return name;
        }
    }

    /// <summary>The declarations.</summary>
    /// <param name="type">The type of a variable.</param>
    public IEnumerable<string> Declarations(string type) => _values.Select(value => $"{type} {_names[value]} = {value};");
}
