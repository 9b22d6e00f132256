using System.Globalization;
using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>What the build task says of a file of weights.</summary>
internal sealed class Facts
{
    private readonly JsonArray _tensors = [];
    private long _length;

    /// <summary>Adds a tensor of single floats.</summary>
    public Facts Tensor(string name, int[] shape, params double[] values) => Add(name, "F32", shape, [.. values.SelectMany(value => BitConverter.GetBytes((float)value))], "F32");

    /// <summary>Adds a tensor of double floats.</summary>
    public Facts Doubles(string name, int[] shape, params double[] values) => Add(name, "F64", shape, [.. values.SelectMany(BitConverter.GetBytes)], "F64");

    /// <summary>Adds a tensor of whole numbers.</summary>
    public Facts Integers(string name, int[] shape, params double[] values) => Add(name, "I64", shape, [.. values.SelectMany(BitConverter.GetBytes)], "F64");

    /// <summary>Adds a tensor whose values the compiler is not told, since they are in a resource.</summary>
    public Facts Large(string name, params int[] shape) => Stored(name, "F32", shape, []);

    /// <summary>Adds a tensor whose values are in a resource, with facts about them.</summary>
    public Facts Stored(string name, string type, int[] shape, JsonObject facts)
    {
        Add(name, type, shape, null, type);
        JsonObject tensor = (JsonObject)_tensors[^1]!;
        tensor["offset"] = _length;
        _length += shape.Aggregate(1L, (product, size) => product * size) * (type == "F64" ? sizeof(double) : sizeof(float));
        tensor["non_zeros"] = tensor["count"]!.DeepClone();
        foreach (KeyValuePair<string, JsonNode?> fact in facts)
        {
            tensor[fact.Key] = fact.Value?.DeepClone();
        }

        return this;
    }

    /// <summary>The text.</summary>
    public override string ToString()
    {
        JsonObject root = new() { ["version"] = 1, ["path"] = "weights.safetensors", ["sha256"] = new string('0', 64), ["tensors"] = _tensors };
        if (_length > 0)
        {
            root["resource"] = "NeuralGen.weights.safetensors.0000000000000000";
        }

        return root.ToJsonString();
    }

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
