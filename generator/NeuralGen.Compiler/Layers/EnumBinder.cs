using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Compiler.Layers;

/// <summary>Turns the name of a setting's value into the value.</summary>
internal static class EnumBinder
{
    /// <summary>Finds the member of an enum by its name in JSON files.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="setting">The setting and which source declares it.</param>
    /// <param name="key">The setting's key, for places and messages.</param>
    /// <param name="absent">The value when nothing is declared.</param>
    /// <param name="problems">Where to report.</param>
    public static T Bind<T>((string? Value, DeclarationSource Source) setting, string key, T absent, ProblemList problems)
        where T : struct, Enum => Bind(setting, Place.Of(setting.Source).Key(key).Key("type"), key, absent, problems);

    /// <summary>Finds the member of an enum by its name in JSON files.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="setting">The setting and which source declares it.</param>
    /// <param name="place">Where it is declared.</param>
    /// <param name="key">The setting's key, for messages.</param>
    /// <param name="absent">The value when nothing is declared.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="layer">The name of the layer that has the setting; null where the network has it.</param>
    public static T Bind<T>((string? Value, DeclarationSource Source) setting, Place place, string key, T absent, ProblemList problems, string? layer = null)
        where T : struct, Enum
    {
        if (setting.Value is not { } name)
        {
            return absent;
        }

        foreach (T value in Enum.GetValues(typeof(T)))
        {
            if (Texts.SnakeCase(value.ToString()) == name)
            {
                return value;
            }
        }

        problems.Report(
            DeclarationRules.SettingUnknown,
            place,
            Texts.PascalCase(key),
            name,
            Suggestion.For(name, Enum.GetNames(typeof(T)).Select(Texts.SnakeCase)),
            layer is null ? "" : $" of layer '{layer}'");
        return absent;
    }
}
