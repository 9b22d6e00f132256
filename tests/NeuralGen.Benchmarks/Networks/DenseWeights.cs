using System.Text.Json;

namespace NeuralGen.Benchmarks.Networks;

/// <summary>The numbers of a network of dense layers as its file has them, rounded to single precision: what the peers
/// compute with.</summary>
internal sealed class DenseWeights
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private DenseWeights(JsonElement layers)
    {
        List<float[][]> weights = [];
        List<float[]> bias = [];
        foreach (JsonElement layer in layers.EnumerateArray())
        {
            switch (layer.GetProperty("type").GetString())
            {
                case "normalization" when Normalization is null && weights.Count == 0:
                    Normalization = new(Numbers(layer, "mean"), Numbers(layer, "scale"));
                    break;
                case "dense":
                    weights.Add([.. layer.GetProperty("weights").EnumerateArray().Select(Numbers)]);
                    bias.Add(Numbers(layer, "bias"));
                    break;
                case var type:
                    throw new NotSupportedException($"The peers have no layer '{type}' here.");
            }
        }

        Weights = [.. weights];
        Bias = [.. bias];
        LayerSizes = [Weights[0][0].Length, .. Bias.Select(units => units.Length)];
    }

    /// <summary>Gets the number of inputs, then the units of each layer.</summary>
    public int[] LayerSizes { get; }

    /// <summary>Gets what happens to the inputs before the first layer.</summary>
    public InputNormalization? Normalization { get; }

    /// <summary>Gets the weights by layer, unit and input.</summary>
    public float[][][] Weights { get; }

    /// <summary>Gets the bias by layer.</summary>
    public float[][] Bias { get; }

    /// <summary>Reads the file that the build has put beside the program.</summary>
    public static DenseWeights Of<TNetwork>()
        where TNetwork : struct, IDenseNetwork<TNetwork>
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Networks", $"{typeof(TNetwork).Name}.nn.json");
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path), Options);
        return new(file.RootElement.GetProperty("layers"));
    }

    private static float[] Numbers(JsonElement layer, string key) => Numbers(layer.GetProperty(key));

    private static float[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetSingle())];
}
