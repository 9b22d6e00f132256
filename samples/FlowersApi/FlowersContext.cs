using System.Text.Json.Serialization;

namespace FlowersApi;

/// <summary>JSON without reflection.</summary>
[JsonSerializable(typeof(Flower))]
[JsonSerializable(typeof(Species))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class FlowersContext : JsonSerializerContext;
