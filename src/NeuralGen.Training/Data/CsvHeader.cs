namespace NeuralGen.Training;

/// <summary>Finds columns in the first row of a CSV file.</summary>
internal sealed class CsvHeader(IReadOnlyList<string> names, char delimiter)
{
    private const string Delimiters = ",;\t|";

    public int Find(string name)
    {
        int[] found = [.. Enumerable.Range(0, names.Count).Where(index => names[index] == name)];
        return found.Length switch
        {
            1 => found[0],
            0 when names.Count == 0 => throw new DataFormatException("The file is empty."),
            0 => throw new DataFormatException($"There is no column '{name}'; the columns are {NameList.Text(names)}.{Proposal(name)}"),
            _ => throw new DataFormatException(FormattableString.Invariant($"There are {found.Length} columns '{name}'.")),
        };
    }

    private string Proposal(string name)
    {
        string line = string.Join(delimiter, names);
        char other = Delimiters.FirstOrDefault(candidate => candidate != delimiter && line.Split(candidate).Any(part => part.Trim().Trim('"') == name));
        return other != default ? $" The first row has it between other characters: set Delimiter to {(other == '\t' ? "'\\t'" : $"'{other}'")}."
            : names.FirstOrDefault(candidate => NameMatch.Key(candidate) == NameMatch.Key(name)) is { Length: > 0 } similar ? $" Did you mean '{similar}'?"
            : names.All(IsNumber) ? " The first row looks like data; it has to have the names of the columns."
            : string.Empty;
    }

    private static bool IsNumber(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);
}
