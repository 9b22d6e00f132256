using System.Collections.Immutable;

namespace NeuralGen.Generator.Diagnostics;

/// <summary>Something that a code fix needs to know, given among the arguments of a message that does not speak of it.</summary>
/// <param name="Property">Its name, one of <see cref="FixProperties"/>.</param>
/// <param name="Value">The value; null when there is nothing that a code fix could do.</param>
internal sealed record FixValue(string Property, string? Value)
{
    /// <summary>What the arguments of a message tell code fixes.</summary>
    public static ImmutableDictionary<string, string?> Of(IEnumerable<object?> arguments)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        foreach (object? argument in arguments)
        {
            properties = argument switch
            {
                Suggestion { Replacement: { } name } => properties.Add(FixProperties.Replacement, name),
                FixValue { Value: { } value } fix => properties.Add(fix.Property, value),
                _ => properties,
            };
        }

        return properties;
    }
}
