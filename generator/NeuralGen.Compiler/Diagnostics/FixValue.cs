namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Something that a code fix needs to know, given among the arguments of a message that does not speak of it.</summary>
/// <param name="Property">Its name, one of <see cref="FixProperties"/>.</param>
/// <param name="Value">The value; null when there is nothing that a code fix could do.</param>
internal sealed record FixValue(string Property, string? Value)
{
    /// <summary>What messages tell code fixes that speak for themselves: nothing.</summary>
    public static IReadOnlyDictionary<string, string?> None { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>What the arguments of a message tell code fixes.</summary>
    public static IReadOnlyDictionary<string, string?> Of(IEnumerable<object?> arguments)
    {
        Dictionary<string, string?> properties = new(StringComparer.Ordinal);
        foreach (object? argument in arguments)
        {
            switch (argument)
            {
                case Suggestion { Replacement: { } name }:
                    properties.Add(FixProperties.Replacement, name);
                    break;
                case FixValue { Value: { } value } fix:
                    properties.Add(fix.Property, value);
                    break;
            }
        }

        return properties.Count == 0 ? None : properties;
    }
}
