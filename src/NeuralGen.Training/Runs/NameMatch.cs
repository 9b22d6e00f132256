namespace NeuralGen.Training;

/// <summary>Compares the names of data with those that are wanted. A name is found by its letters and digits, in upper or lower
/// case, as long as that tells the names apart: <c>sepal length</c> is <c>sepal_length</c>.</summary>
internal static class NameMatch
{
    /// <summary>Finds where the wanted names are in data.</summary>
    /// <returns>the index in the data of each wanted name, or null if one of the two has no names, or they have nothing in
    /// common.</returns>
    /// <exception cref="ArgumentException">only some names are the same.</exception>
    public static int[]? Order(IReadOnlyList<string> names, IReadOnlyList<string> wanted, string things, string parameter)
    {
        if (names.Count == 0 || wanted.Count == 0)
        {
            return null;
        }

        Func<string, string> key = AreApart(names) && AreApart(wanted) ? Key : name => name;
        string[] keys = [.. names.Select(key)];
        int[] order = [.. wanted.Select(name => Array.IndexOf(keys, key(name)))];
        return order.All(index => index < 0) ? null
            : order.All(index => index >= 0) && names.Count == wanted.Count ? order
            : throw new ArgumentException($"The {things} are named {NameList.Text(names)}; the network has {NameList.Text(wanted)}. Give the data the network's names, or none.", parameter);
    }

    /// <summary>Finds a name exactly as it is.</summary>
    public static int IndexOf(IReadOnlyList<string> names, string name)
    {
        int index = 0;
        while (index < names.Count && names[index] != name)
        {
            index++;
        }

        return index;
    }

    /// <summary>Gets what names are compared by.</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool AreApart(IReadOnlyList<string> names) => names.Select(Key).Distinct().Count() == names.Count;
}
