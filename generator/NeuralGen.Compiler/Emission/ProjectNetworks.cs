using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission;

/// <summary>What all networks of a project have to do with each other.</summary>
/// <param name="Clashes">The types whose names differ from another's in letter case only.</param>
/// <param name="Rooms">The networks whose numbers do not all fit into the assembly's text, with the characters that are left for them.</param>
internal sealed record ProjectNetworks(ValueList<string> Clashes, ValueList<TextRoom> Rooms)
{
    /// <summary>
    /// An assembly holds 16 MB of text, two bytes a character; some of it is for the project's own.
    /// </summary>
    public const int MostCharacters = 7_000_000;

    /// <summary>Looks at all networks of a project.</summary>
    public static ProjectNetworks Of(IEnumerable<NetworkSize> sizes)
    {
        // In the order of names, which the order of files and of types in them leaves as it is.
        NetworkSize[] all = [.. sizes.OrderBy(size => size.FullName, StringComparer.Ordinal)];
        return new ProjectNetworks(
            HintName.Clashes(all.Select(size => size.FullName)), ValueList<TextRoom>.Of(Share(all)));
    }

    /// <summary>The place of one network among them.</summary>
    public PlacedNetwork Place(NetworkModel model)
    {
        string name = model.Target.FullName;
        TextRoom? room = Rooms.Items.FirstOrDefault(room => room.FullName == name);
        return new PlacedNetwork(model, HintName.Of(name, Clashes), room?.Characters ?? MostCharacters);
    }

    private static IEnumerable<TextRoom> Share(IEnumerable<NetworkSize> sizes)
    {
        int left = MostCharacters;
        foreach (NetworkSize size in sizes)
        {
            if (size.Characters > left)
            {
                yield return new TextRoom(size.FullName, left);
            }

            left -= (int)Math.Min(size.Characters, left);
        }
    }
}
