using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Finds the characters of a place in a file.</summary>
internal static class PlaceInFile
{
    /// <summary>The characters of a place; of the nearest place around it, where the place itself is missing from the file.</summary>
    /// <param name="document">The file; null where it is none that can be read.</param>
    /// <param name="place">The place.</param>
    public static (int Start, int Length) Find(JsonDocument? document, Place place)
    {
        if (place.Length is { } exact)
        {
            return (place.Index, exact);
        }

        if (document is null)
        {
            return (0, 0);
        }

        JsonValue value = document.Root;
        foreach (Place step in place.Steps())
        {
            if (step.KeyName is { } key)
            {
                if (value.Kind != JsonKind.Object || !value.TryGetMember(key, out JsonValue member))
                {
                    break;
                }

                value = member;
            }
            else if (value.Kind == JsonKind.Array && step.Index < value.Count)
            {
                value = value[step.Index];
            }
            else
            {
                break;
            }
        }

        return (value.Start, value.Length);
    }
}
