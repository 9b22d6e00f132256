using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>What the build task says of a file of weights.</summary>
internal sealed class Facts
{
    private readonly JsonArray _tensors = [];

    /// <summary>Adds a tensor of single floats.</summary>
    public Facts Tensor(string name, int[] shape, params double[] values) => Add(name, "F32", shape, [.. values.SelectMany(value => BitConverter.GetBytes((float)value))], "F32");

    /// <summary>Adds a tensor of whole numbers.</summary>
    public Facts Integers(string name, int[] shape, params double[] values) => Add(name, "I64", shape, [.. values.SelectMany(BitConverter.GetBytes)], "F64");

    /// <summary>Adds a tensor whose values the compiler is not told.</summary>
    public Facts Large(string name, params int[] shape) => Add(name, "F32", shape, null, "F32");

    /// <summary>The text.</summary>
    public override string ToString() => new JsonObject { ["version"] = 1, ["path"] = "weights.safetensors", ["sha256"] = new string('0', 64), ["tensors"] = _tensors }.ToJsonString();

    private Facts Add(string name, string type, int[] shape, byte[]? data, string dataType)
    {
        JsonObject tensor = new()
        {
            ["name"] = name,
            ["type"] = type,
            ["shape"] = new JsonArray([.. shape.Select(size => (JsonNode)JsonValue.Create(size))]),
            ["count"] = shape.Aggregate(1, (product, size) => product * size),
            ["largest"] = double.Parse("1", CultureInfo.InvariantCulture),
        };
        if (data is not null)
        {
            tensor["data_type"] = dataType;
            tensor["data"] = Convert.ToBase64String(data);
        }

        _tensors.Add(tensor);
        return this;
    }
}
