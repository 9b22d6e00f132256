using System.Text.Json.Nodes;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>Changes the structure of documents at random, so that they stay JSON.</summary>
internal sealed class DocumentMutator(int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "1.5", "2.0", "1e2", "3000000000", "20000000", "-2147483648", "\"\"", "\"x\"", "\"input\"", "\"dense\"", "\"relu\"", "\"prelu\"", "\"huber\"",
        "\"double\"", "[]", "{}", "[1]", "[\"a\"]", "[\"a\", \"a\"]", "[[1, 2]]", "[null]", "{ \"type\": \"elu\" }", "{ \"type\": \"leaky_relu\", \"alpha\": 0.1 }",
        "{ \"type\": \"prelu\", \"weights\": [1] }", "{ \"type\": \"huber\", \"delta\": 2 }", "{ \"text\": \"t\" }", "{ \"output\": [1, 1] }", "{ \"input\": [1], \"output\": [1] }",
    ];

    private static readonly string[] Keys =
    [
        "type", "name", "inputs", "units", "weights", "bias", "use_bias", "activation", "mean", "scale", "gamma", "beta", "variance", "epsilon", "rate", "alpha", "text", "delta",
        "layers", "tests", "input", "output", "tolerance", "labels", "loss", "outputs", "range", "seed", "trainable", "biases", "hidden_activation", "$schema", "Weights", "other", "",
    ];

    private static readonly string[] Types =
        ["dense", "activation", "normalization", "batch_normalization", "layer_normalization", "dropout", "add", "concat", "Dense", "conv"];

    private readonly Random _random = new(seed);

    /// <summary>A document with one or two changes.</summary>
    public string Mutate(string document)
    {
        JsonNode root = JsonNode.Parse(document)!;
        for (int changes = _random.Next(4) == 0 ? 2 : 1; changes > 0; changes--)
        {
            JsonNode[] containers = [.. Containers(root)];
            Change(containers[_random.Next(containers.Length)]);
        }

        return root.ToJsonString();
    }

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Containers(member.Value)).Prepend(members),
        JsonArray elements => elements.SelectMany(Containers).Prepend(elements),
        _ => [],
    };

    private void Change(JsonNode container)
    {
        if (container is JsonArray elements)
        {
            ChangeArray(elements);
            return;
        }

        JsonObject members = container.AsObject();
        string? key = members.Count == 0 ? null : members.ElementAt(_random.Next(members.Count)).Key;
        switch (_random.Next(6))
        {
            case 0 when key is not null:
                members.Remove(key);
                break;
            case 1 when key is not null:
                JsonNode? value = members[key];
                members.Remove(key);
                members[_random.Next(2) == 0 ? Keys[_random.Next(Keys.Length)] : key + key[^1..]] = value;
                break;
            case 2:
                members[Keys[_random.Next(Keys.Length)]] = Value();
                break;
            case 3 when members.ContainsKey("type"):
                members["type"] = Types[_random.Next(Types.Length)];
                break;
            default:
                members[key ?? "x"] = Value();
                break;
        }
    }

    private void ChangeArray(JsonArray elements)
    {
        int index = elements.Count == 0 ? 0 : _random.Next(elements.Count);
        switch (_random.Next(3))
        {
            case 0 when elements.Count > 0:
                elements.RemoveAt(index);
                break;
            case 1 when elements.Count > 0:
                elements[index] = Value();
                break;
            default:
                elements.Insert(index, _random.Next(2) == 0 && elements.Count > 0 ? elements[index]?.DeepClone() : Value());
                break;
        }
    }

    private JsonNode? Value() => JsonNode.Parse(Values[_random.Next(Values.Length)]);
}
