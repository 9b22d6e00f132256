using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Emission;

/// <summary>What all networks of a project have to do with each other.</summary>
/// <param name="Clashes">The types whose names differ from another's in letter case only.</param>
/// <param name="DataForm">How many numbers at once are written.</param>
internal sealed record ProjectNetworks(ValueList<string> Clashes, DataForm DataForm)
{
    /// <summary>
    /// An assembly holds 16 MB of text, two bytes a character; some of it is for the project's own.
    /// </summary>
    private const long MostCharacters = 7_000_000;

    /// <summary>Looks at all networks of a project.</summary>
    public static ProjectNetworks Of(IEnumerable<NetworkSize> sizes)
    {
        NetworkSize[] all = [.. sizes];
        return new ProjectNetworks(
            HintName.Clashes(all.Select(size => size.FullName)),
            all.Sum(size => size.Characters) <= MostCharacters ? DataForm.Text : DataForm.Packed);
    }
}
