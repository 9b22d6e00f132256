namespace FlowersApi;

/// <summary>A flower, measured in centimetres.</summary>
/// <param name="SepalLength">The length of its sepals.</param>
/// <param name="SepalWidth">Their width.</param>
/// <param name="PetalLength">The length of its petals.</param>
/// <param name="PetalWidth">Their width.</param>
internal sealed record Flower(float SepalLength, float SepalWidth, float PetalLength, float PetalWidth);
