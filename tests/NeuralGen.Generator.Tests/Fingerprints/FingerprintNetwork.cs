using System.Globalization;
using System.Text.Json.Nodes;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Fingerprints;

/// <summary>
/// One of the networks whose code is remembered: a random one, some of them wide, with names, labels, loss and storage of all kinds.
/// What it consists of never changes, whatever layers and activations are added: networks of those have other seeds.
/// </summary>
internal sealed class FingerprintNetwork
{
    /// <summary>How many activations there were when the networks were chosen.</summary>
    private const int Activations = 28;

    private readonly RandomNetwork _random;

    public FingerprintNetwork(int seed)
    {
        Random choices = new(70_000 + seed);
        _random = new RandomNetwork(40_000 + seed, widest: choices.Next(6) == 0 ? 200 : 50, Activations);
        JsonObject json = JsonNode.Parse(_random.Json)!.AsObject();
        if (choices.Next(3) == 0)
        {
            json["inputs"] = new JsonArray([.. Enumerable.Range(0, InputSize).Select(i => (JsonNode)$"input {Text(i)}")]);
        }

        IsTrainable = choices.Next(6) == 0;
        if (IsTrainable)
        {
            json["trainable"] = true;
            json["seed"] = seed;
        }

        json["name"] = Name = "Net" + Text(seed);
        Json = json.ToJsonString();
        Seed = seed;
    }

    public int Seed { get; }

    public string Name { get; }

    public string Json { get; }

    public bool IsTrainable { get; }

    public int InputSize => _random.InputSize;

    /// <summary>The same inputs at every call: samples one behind the other.</summary>
    public double[] Inputs(int samples)
    {
        Random random = new(Seed);
        return [.. Enumerable.Range(0, samples * InputSize).Select(_ => 4 * (random.NextDouble() - 0.5))];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
