namespace NeuralGen.Compiler.Values.Names;

/// <summary>The words that C# keeps for itself, in all versions up to 14.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Reserved = Split(
        """
        abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum
        event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long
        namespace new null object operator out override params private protected public readonly ref return sbyte sealed short
        sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual
        void volatile while __arglist __makeref __reftype __refvalue
        """);

    private static readonly HashSet<string> Contextual = Split(
        """
        add alias allows and ascending assembly async await by descending equals extension field file from get global group init
        into join let managed method module nameof not notnull on or orderby param partial property record remove required
        scoped select set type typevar unmanaged value var when where with yield
        """);

    /// <summary>Whether a word can never be a name.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>Whether a word means something else than a name in some place.</summary>
    public static bool IsReservedSomewhere(string word) => Reserved.Contains(word) || Contextual.Contains(word);

    private static HashSet<string> Split(string words) =>
        new(words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
