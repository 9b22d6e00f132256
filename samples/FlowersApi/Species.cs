namespace FlowersApi;

/// <summary>What a flower is.</summary>
/// <param name="Name">The likeliest species.</param>
/// <param name="Probabilities">The probability of each.</param>
internal sealed record Species(string Name, IReadOnlyDictionary<string, float> Probabilities)
{
    /// <summary>What the network says of a flower. Networks have no state: requests may come at the same time.</summary>
    public static Species Of(Flower flower)
    {
        ReadOnlySpan<float> measures = [flower.SepalLength, flower.SepalWidth, flower.PetalLength, flower.PetalWidth];
        Span<float> probabilities = stackalloc float[Flowers.OutputSize];
        Flowers.Predict(measures, probabilities);
        Dictionary<string, float> named = [];
        foreach (string name in Flowers.LabelNames)
        {
            named.Add(name, probabilities[named.Count]);
        }

        return new Species(Flowers.LabelNames[(int)Flowers.Classify(measures)], named);
    }
}
