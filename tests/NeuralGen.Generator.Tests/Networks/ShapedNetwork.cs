using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>A chain of dense layers of given sizes, as a file.</summary>
internal static class ShapedNetwork
{
    /// <summary>The sizes as text, separated by dashes.</summary>
    public static int[] Sizes(string sizes) => [.. sizes.Split('-').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];

    /// <summary>Writes the file.</summary>
    /// <param name="sizes">The sizes of input and layers.</param>
    /// <param name="activation">The activation of all layers.</param>
    /// <param name="zeros">The share of weights that are zero.</param>
    /// <param name="emission">The shape of code asked for.</param>
    /// <param name="precision">The precision.</param>
    public static string Json(int[] sizes, string activation, double zeros = 0, string emission = "auto", string precision = "single")
    {
        Random random = new(sizes.Length + sizes.Sum());
        double Next(double scale) => Math.Round(((2 * random.NextDouble()) - 1) * scale, 7);
        JsonArray layers = [];
        for (int i = 1; i < sizes.Length; i++)
        {
            double scale = 1.7 / Math.Sqrt(sizes[i - 1]);
            double Weight() => random.NextDouble() < zeros ? 0 : Next(scale);
            JsonArray Row() => [.. Enumerable.Range(0, sizes[i - 1]).Select(_ => (JsonNode)Weight())];
            layers.Add(new JsonObject
            {
                ["type"] = "dense",
                ["weights"] = new JsonArray([.. Enumerable.Range(0, sizes[i]).Select(_ => (JsonNode)Row())]),
                ["bias"] = new JsonArray([.. Enumerable.Range(0, sizes[i]).Select(_ => (JsonNode)Next(0.5))]),
                ["activation"] = activation == "prelu"
                    ? new JsonObject { ["type"] = "prelu", ["weights"] = new JsonArray([.. Enumerable.Range(0, sizes[i]).Select(_ => (JsonNode)Next(0.5))]) }
                    : activation,
            });
        }

        return new JsonObject { ["inputs"] = sizes[0], ["emission"] = emission, ["precision"] = precision, ["layers"] = layers }.ToJsonString();
    }
}
