using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Diagnostics;

/// <summary>What somebody probably meant; as an argument of a message, the words that say so.</summary>
/// <param name="Name">The name that was meant; null when none is close to what was written.</param>
internal sealed record Suggestion(string? Name)
{
    /// <summary>The name that a code fix may write; null when that would be no cure.</summary>
    public string? Replacement { get; init; } = Name;

    /// <summary>The closest of <paramref name="candidates"/>.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">What could have been written.</param>
    public static Suggestion For(string written, IEnumerable<string> candidates) => new(Closest(written, candidates));

    /// <summary>The words that name the nearest of some names, however far it is.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">What could have been written.</param>
    public static string Nearest(string written, IEnumerable<string> candidates)
    {
        string? nearest = candidates.OrderBy(candidate => Distance(written, candidate)).ThenBy(candidate => candidate, StringComparer.Ordinal).FirstOrDefault();
        return nearest is null ? "" : $"; the closest is '{nearest}'";
    }

    /// <summary>The words to add to a message; none when no name is close.</summary>
    public override string ToString() => Name is null ? "" : $"; did you mean '{Name}'?";

    private static string? Closest(string written, IEnumerable<string> candidates)
    {
        string plain = Plain(written);
        if (ForeignNames.Contains(plain))
        {
            return null;
        }

        string? best = null;
        int bestDistance = MostErrors(plain) + 1;
        foreach (string candidate in candidates.Distinct(StringComparer.Ordinal).OrderBy(candidate => candidate, StringComparer.Ordinal))
        {
            string other = Plain(candidate);
            if (Math.Abs(other.Length - plain.Length) > MostErrors(plain) || !plain.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit)))
            {
                continue;
            }

            // Where two names are as close, either may be meant: no guess is better than a wrong one.
            int distance = Distance(plain, other);
            if (distance <= bestDistance && AreWordsClose(written, candidate))
            {
                best = distance < bestDistance ? candidate : null;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>How many typing errors a name of a length may have; the shortest names differ by a letter from all others.</summary>
    private static int MostErrors(string plain) => plain.Length <= 3 ? 0 : Math.Max(1, plain.Length / 3);

    /// <summary>Whether no word is replaced by another: a typing error is in a word, but group and batch are two things.</summary>
    private static bool AreWordsClose(string written, string candidate)
    {
        string[] words = Words(written);
        string[] others = Words(candidate);
        if (words.Length != others.Length)
        {
            // A space may be missing or too many, but no word.
            return Distance(Plain(written), Plain(candidate)) <= 2;
        }

        return words.Zip(others, (word, other) => Distance(word, other) <= Math.Max(1, word.Length / 3)).All(isClose => isClose);
    }

    private static string[] Words(string name)
    {
        List<string> words = [];
        bool startsWord = true;
        char before = ' ';
        foreach (char letter in name.Take(100))
        {
            startsWord |= char.IsLower(before) && char.IsUpper(letter);
            before = letter;
            if (!char.IsLetterOrDigit(letter))
            {
                startsWord = true;
                continue;
            }

            if (startsWord)
            {
                words.Add("");
                startsWord = false;
            }

            words[words.Count - 1] += char.ToLowerInvariant(letter);
        }

        return [.. words];
    }

    /// <summary>What remains of a name when spelling habits are taken away: batchNorm, batch-norm and BATCH_NORM are one.</summary>
    private static string Plain(string name) =>
        new([.. Composition.Compose(name).Take(100).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>How many insertions, deletions, replacements and swaps of neighbours lead from one word to the other.</summary>
    private static int Distance(string a, string b)
    {
        int[,] distance = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                int replace = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(replace, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[a.Length, b.Length];
    }
}
