namespace NeuralGen.Compiler.Emission.Text;

/// <summary>
/// Short names for what statements about vectors and functions say again and again. The language reserves names with two underscores for
/// tools like this one, so that nothing of the user's is meant, wherever it is declared.
/// </summary>
internal static class VectorAliases
{
    /// <summary>Vectors of as many numbers as the machine likes.</summary>
    public const string Floats = "__Floats";

    /// <summary>The functions of these.</summary>
    public const string Vector = "__Vector";

    /// <summary>Vectors of sixteen numbers.</summary>
    public const string Floats16 = "__Floats16";

    /// <summary>The functions of vectors of sixteen numbers.</summary>
    public const string Vector512 = "__Vector512";

    /// <summary>The instructions for sixteen numbers.</summary>
    public const string Avx512 = "__Avx512";

    /// <summary>Vectors of eight numbers.</summary>
    public const string Floats8 = "__Floats8";

    /// <summary>The functions of vectors of eight numbers.</summary>
    public const string Vector256 = "__Vector256";

    /// <summary>Vectors of four numbers.</summary>
    public const string Floats4 = "__Floats4";

    /// <summary>The functions of vectors of four numbers.</summary>
    public const string Vector128 = "__Vector128";

    /// <summary>The instructions that multiply and add.</summary>
    public const string Fma = "__Fma";

    /// <summary>The instructions for eight numbers.</summary>
    public const string Avx = "__Avx";

    /// <summary>The instructions for four numbers.</summary>
    public const string Sse = "__Sse";

    /// <summary>The library's functions of vectors of as many numbers as the machine likes.</summary>
    public const string RowLanes = "__RowLanes";

    /// <summary>The library's functions of vectors of sixteen numbers.</summary>
    public const string WideRowLanes = "__WideRowLanes";

    /// <summary>The library's activation functions.</summary>
    public const string Functions = "__Functions";

    /// <summary>References that are moved.</summary>
    public const string Unsafe = "__Unsafe";

    private const string Intrinsics = "global::System.Runtime.Intrinsics";

    private static readonly (string Alias, string Meaning)[] All =
    [
        (Avx, $"{Intrinsics}.X86.Avx"),
        (Avx512, $"{Intrinsics}.X86.Avx512F"),
        (Fma, $"{Intrinsics}.X86.Fma"),
        (Floats, "global::System.Numerics.Vector<float>"),
        (Floats16, $"{Intrinsics}.Vector512<float>"),
        (Floats4, $"{Intrinsics}.Vector128<float>"),
        (Floats8, $"{Intrinsics}.Vector256<float>"),
        (Functions, "global::NeuralGen.Kernels.Functions"),
        (RowLanes, "global::NeuralGen.RowLanes"),
        (Sse, $"{Intrinsics}.X86.Sse"),
        (Unsafe, "global::System.Runtime.CompilerServices.Unsafe"),
        (Vector, "global::System.Numerics.Vector"),
        (Vector128, $"{Intrinsics}.Vector128"),
        (Vector256, $"{Intrinsics}.Vector256"),
        (Vector512, $"{Intrinsics}.Vector512"),
        (WideRowLanes, "global::NeuralGen.WideRowLanes"),
    ];

    /// <summary>All aliases, which no variable can be called.</summary>
    public static IEnumerable<string> Names => All.Select(item => item.Alias);

    /// <summary>The directives for the aliases that a file uses, an empty line behind them; nothing if it uses none.</summary>
    /// <param name="text">The file's code.</param>
    public static string Directives(string text)
    {
        string lines = string.Concat(All.Where(item => Uses(text, item.Alias)).Select(item => $"using {item.Alias} = {item.Meaning};\n"));
        return lines.Length == 0 ? "" : lines + "\n";
    }

    /// <summary>Whether a text has the alias, and not only another that begins with it.</summary>
    private static bool Uses(string text, string alias)
    {
        for (int at = text.IndexOf(alias, StringComparison.Ordinal); at >= 0; at = text.IndexOf(alias, at + 1, StringComparison.Ordinal))
        {
            int end = at + alias.Length;
            if (end == text.Length || !char.IsLetterOrDigit(text[end]))
            {
                return true;
            }
        }

        return false;
    }
}
