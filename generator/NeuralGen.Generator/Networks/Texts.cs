using System.Globalization;

namespace NeuralGen.Generator.Networks;

/// <summary>Writes values into messages the same way on every machine.</summary>
internal static class Texts
{
    /// <summary>A number, short and invariant.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>batch_normalization as BatchNormalization.</summary>
    public static string PascalCase(string name) =>
        string.Concat(name.Split('_').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>BatchNormalization as batch_normalization.</summary>
    public static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, index) =>
            char.IsUpper(letter) && index > 0 ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
