using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads what the build task says of a file of weights; <c>generator/README.md</c> has its form.</summary>
internal static class WeightsFileReader
{
    /// <summary>How the names of such files end, behind the name of the file that they speak of.</summary>
    public const string Extension = ".facts.json";

    /// <summary>Whether a path is that of such a file.</summary>
    public static bool IsFacts(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file; one that the task did not write is none.</summary>
    /// <param name="name">The name of the file of weights.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static WeightsFile Read(string name, string text, CancellationToken cancellationToken)
    {
        WeightsFile unknown = new(name, default) { IsKnown = false };
        JsonDocument? document = JsonDocument.TryParse(text, out _, cancellationToken);
        if (document?.Root is not { Kind: JsonKind.Object } root || !root.TryGetMember("tensors", out JsonValue list) || list.Kind != JsonKind.Array)
        {
            return unknown;
        }

        string? resource = Text(root, "resource");
        List<FileTensor> tensors = [];
        foreach (JsonValue element in list.Elements)
        {
            if (Tensor(element, resource) is not { } tensor)
            {
                return unknown;
            }

            tensors.Add(tensor);
        }

        return new WeightsFile(name, tensors.ToEquatableArray());
    }

    private static FileTensor? Tensor(JsonValue value, string? resource)
    {
        if (Text(value, "name") is not { } name || Text(value, "type") is not { } type || !value.TryGetMember("shape", out JsonValue sizes) || sizes.Kind != JsonKind.Array)
        {
            return null;
        }

        int[] shape = new int[sizes.Count];
        int next = 0;
        foreach (JsonValue size in sizes.Elements)
        {
            double number = size.Kind == JsonKind.Number ? size.GetDouble() : -1;
            if (number is < 0 or > int.MaxValue)
            {
                return null;
            }

            shape[next++] = (int)number;
        }

        NumberArray? values = Text(value, "data") is { } data ? Values(data, Text(value, "data_type") == "F64") : null;
        FileTensor tensor = new(name, type, Shape.Of(shape), values);
        return tensor with { Stored = resource is not null && tensor.IsFloat ? Stored(value, resource, tensor) : null };
    }

    private static StoredNumbers? Stored(JsonValue value, string resource, FileTensor tensor)
    {
        if (tensor.Shape.Count > int.MaxValue || Number(value, "offset") is not { } offset)
        {
            return null;
        }

        // Without a fact the worst is assumed: that weights of zero are among the numbers.
        return new StoredNumbers(resource, tensor.Name, tensor.Type == "F64" ? Precision.Double : Precision.Single, (long)offset, tensor.Shape.Size)
        {
            NonZeros = (int)(Number(value, "non_zeros") ?? 0),
            FirstNotFinite = Number(value, "first_not_finite") is { } first ? (int)first : null,
            Largest = Number(value, "largest") ?? 0,
        };
    }

    private static double? Number(JsonValue value, string key) =>
        value.TryGetMember(key, out JsonValue number) && number.Kind == JsonKind.Number ? number.GetDouble() : null;

    private static string? Text(JsonValue value, string key) =>
        value.Kind == JsonKind.Object && value.TryGetMember(key, out JsonValue text) && text.Kind == JsonKind.String ? text.GetString() : null;

    private static NumberArray? Values(string data, bool areDoubles)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(data);
        }
        catch (FormatException)
        {
            return null;
        }

        if (!BitConverter.IsLittleEndian)
        {
            Reverse(bytes, areDoubles ? sizeof(double) : sizeof(float));
        }

        double[] values = new double[bytes.Length / (areDoubles ? sizeof(double) : sizeof(float))];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = areDoubles ? BitConverter.ToDouble(bytes, i * sizeof(double)) : BitConverter.ToSingle(bytes, i * sizeof(float));
        }

        return new NumberArray(values);
    }

    private static void Reverse(byte[] bytes, int size)
    {
        for (int start = 0; start + size <= bytes.Length; start += size)
        {
            Array.Reverse(bytes, start, size);
        }
    }
}
