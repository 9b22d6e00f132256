using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>An argument that names a type of elements.</summary>
internal static class ElementTypeArgument
{
    /// <summary>Finds the type.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="type">The type; null where it was left out.</param>
    /// <returns>False after a problem, which is reported.</returns>
    public static bool TryBind(LayerBinding layer, string argument, out ElementType? type)
    {
        type = null;
        if (layer.Find(argument) is not { } declared)
        {
            return true;
        }

        // The members of the attributes' enum have words where these have letters.
        type = declared is DeclaredWord { Value: var word } ? ElementTypes.Find(word.Replace("_", "")) : null;
        if (type is null && declared is DeclaredWord { Value: var unknown })
        {
            layer.Report(
                DeclarationRules.SettingUnknown, layer.Place.Key(argument), Texts.PascalCase(argument), unknown, Suggestion.For(unknown, ElementTypes.Names), $" of layer '{layer.Name}'");
        }

        return type is not null;
    }
}
