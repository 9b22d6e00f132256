using System.Globalization;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Tool.CommandLine;

namespace NeuralGen.Tool.Learning;

/// <summary>Reads the hidden layers as a command line has them: <c>64,relu,dropout:0.1,32,relu</c>.</summary>
internal static class LayerSizes
{
    private const int MostUnits = 65_536;

    /// <summary>The layers as JSON, a line each.</summary>
    /// <param name="text">What the command line says; empty or <c>none</c> for no hidden layer.</param>
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static IReadOnlyList<string> Read(string text)
    {
        List<string> layers = [];
        string[] words = text is "none" ? [] : text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i];
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int units) && units is > 0 and <= MostUnits)
            {
                string activation = i + 1 < words.Length && ActivationCatalog.Find(words[i + 1]) is not null ? words[++i] : "linear";
                layers.Add(string.Create(CultureInfo.InvariantCulture, $"{{ \"type\": \"dense\", \"units\": {units}, \"activation\": \"{activation}\" }}"));
            }
            else if (word.StartsWith("dropout:", StringComparison.Ordinal) && double.TryParse(word.AsSpan(8), NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && rate is >= 0 and < 1)
            {
                layers.Add(string.Create(CultureInfo.InvariantCulture, $"{{ \"type\": \"dropout\", \"rate\": {rate:R} }}"));
            }
            else
            {
                throw ToolException.Usage(
                    $"--layers has '{word}'; it takes numbers of units, each with an activation behind it ({string.Join(", ", ActivationCatalog.Names)}), and dropout:RATE, such as 64,relu,dropout:0.1,32,relu");
            }
        }

        return layers;
    }
}
