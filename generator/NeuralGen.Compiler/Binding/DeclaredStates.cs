using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Layers.Recurrent;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>
/// What a network step by step keeps, by what its layers are called: a mistake hides the network, and callers may name its states. Some may keep
/// nothing, which hurts nobody.
/// </summary>
internal static class DeclaredStates
{
    /// <summary>The states of some layers.</summary>
    /// <param name="layers">The layers as declared.</param>
    public static EquatableArray<Port> Of(EquatableArray<LayerDeclaration> layers)
    {
        string[] names = LayerNames.Assign(layers);
        return names.SelectMany((name, i) => Suffixes(layers[i]).Select(suffix => new Port(name + suffix, null))).ToEquatableArray();
    }

    private static IEnumerable<string> Suffixes(LayerDeclaration layer)
    {
        bool isUnknown = layer.Type is null;
        if (isUnknown || layer.Type is "rnn" or "gru" or "lstm")
        {
            // The arguments of an unknown layer are unknown, too.
            double count = layer.Find("layers") is DeclaredNumber { Value: >= 1 and <= RecurrentArguments.MostLayers } number ? number.Value : isUnknown ? RecurrentArguments.MostLayers : 1;
            for (int i = 0; i < count; i++)
            {
                string suffix = RecurrentArguments.Suffix(i, isReverse: false);
                yield return suffix + "_hidden";
                if (isUnknown || layer.Type == "lstm")
                {
                    yield return suffix + "_cell";
                }
            }
        }

        if (isUnknown || layer.Type!.StartsWith("conv", StringComparison.Ordinal) || layer.Type.Contains("_pool"))
        {
            yield return "_history";
        }
    }
}
