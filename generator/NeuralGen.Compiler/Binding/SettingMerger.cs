using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Compiler.Binding;

/// <summary>Brings together what the attributes and the file of one network say: what one leaves out, the other decides.</summary>
/// <param name="attributes">The attributes.</param>
/// <param name="file">The file, or null.</param>
/// <param name="fileName">The file's name, for messages.</param>
/// <param name="problems">Where to report.</param>
internal sealed class SettingMerger(NetworkDeclaration? attributes, NetworkDeclaration? file, string fileName, ProblemList problems)
{
    private readonly HashSet<string> _different = new(StringComparer.Ordinal);

    /// <summary>Whether a reader has reported errors, so that what is missing may be a consequence.</summary>
    public bool IsBroken { get; } = attributes?.IsBroken == true || file?.IsBroken == true;

    /// <summary>Whether a setting that was merged has two values, so that what does not fit one of them may be a consequence.</summary>
    /// <param name="key">Its key in JSON files.</param>
    public bool Differs(string key) => _different.Contains(key);

    /// <summary>A setting, and which of the two declares it.</summary>
    /// <typeparam name="T">The type of the setting.</typeparam>
    /// <param name="select">Where a declaration holds it.</param>
    /// <param name="key">Its key in JSON files.</param>
    /// <param name="describe">How messages write it.</param>
    public (T? Value, DeclarationSource Source) Merge<T>(Func<NetworkDeclaration, T?> select, string key, Func<T, string> describe)
        where T : class
    {
        T? first = attributes is null ? null : select(attributes);
        T? second = file is null ? null : select(file);
        if (first is not null && second is not null && !first.Equals(second))
        {
            Report(key, describe(first), describe(second));
        }

        return first is not null ? (first, DeclarationSource.Attributes)
            : second is not null ? (second, DeclarationSource.File)
            : (null, attributes is null ? DeclarationSource.File : DeclarationSource.Attributes);
    }

    /// <summary>A setting of a value type, and which of the two declares it.</summary>
    /// <typeparam name="T">The type of the setting.</typeparam>
    /// <param name="select">Where a declaration holds it.</param>
    /// <param name="key">Its key in JSON files.</param>
    /// <param name="describe">How messages write it.</param>
    public (T? Value, DeclarationSource Source) MergeValue<T>(Func<NetworkDeclaration, T?> select, string key, Func<T, string> describe)
        where T : struct
    {
        (object? value, DeclarationSource source) = Merge<object>(
            declaration => select(declaration), key, boxed => describe((T)boxed));
        return ((T?)value, source);
    }

    private void Report(string key, string first, string second)
    {
        _different.Add(key);
        problems.Report(DeclarationRules.DiffersFromFile, Place.Attributes.Key(key), $"'{key}'", first, second, fileName);
    }
}
