using System.Globalization;
using NeuralGen.Compiler.Json;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>Reads what a header says of one tensor.</summary>
/// <param name="problems">Receives what is wrong.</param>
/// <param name="dataLength">The number of bytes behind the header.</param>
internal sealed class TensorParser(TensorProblems problems, long dataLength)
{
    private static readonly string[] Keys = ["dtype", "shape", "data_offsets"];

    // A file that was cut off lacks the end of many tensors, for one reason.
    private bool _isCutOff;

    /// <summary>Reads a tensor; null after a problem.</summary>
    public TensorEntry? Parse(string name, JsonValue value)
    {
        string title = $"{TensorProblems.Quote(name)} of {problems.File}";
        return HasKeys(title, value) && ParseType(title, value) is { } type && ParseShape(title, value) is { } shape && ParseOffsets(title, value) is { } offsets
            && Fits(title, type, shape, offsets[0], offsets[1])
            ? new TensorEntry(name, type, shape, offsets[0], offsets[1])
            : null;
    }

    private bool HasKeys(string title, JsonValue value)
    {
        if (value.Kind != JsonKind.Object)
        {
            problems.Add($"Tensor {title} is {TensorProblems.Shorten(value.Raw)}; it must be an object with {string.Join(", ", Keys)}");
            return false;
        }

        bool isComplete = true;
        foreach (string key in Keys)
        {
            int count = 0;
            foreach (JsonMember member in value.Members)
            {
                count += member.IsNamed(key) ? 1 : 0;
            }

            if (count != 1)
            {
                problems.Add($"Tensor {title} has {(count == 0 ? "no" : "more than one")} '{key}'");
                isComplete = false;
            }
        }

        return isComplete;
    }

    private DataType? ParseType(string title, JsonValue value)
    {
        JsonValue written = Member(value, "dtype");
        if (written.Kind == JsonKind.String && DataTypes.TryParse(written.GetString(), out DataType type))
        {
            return type;
        }

        problems.Add($"'dtype' of tensor {title} is {TensorProblems.Shorten(written.Raw)}; {DataTypes.Names} are known");
        return null;
    }

    private long[]? ParseShape(string title, JsonValue value)
    {
        if (TryParse(Member(value, "shape"), out long[] shape))
        {
            return shape;
        }

        problems.Add($"'shape' of tensor {title} is {TensorProblems.Shorten(Member(value, "shape").Raw)}; it must be a list of whole numbers from 0 up");
        return null;
    }

    private long[]? ParseOffsets(string title, JsonValue value)
    {
        JsonValue written = Member(value, "data_offsets");
        if (TryParse(written, out long[] offsets) && offsets.Length == 2 && offsets[0] <= offsets[1])
        {
            return offsets;
        }

        problems.Add($"'data_offsets' of tensor {title} is {TensorProblems.Shorten(written.Raw)}; it must be two whole numbers from 0 up, the second not below the first");
        return null;
    }

    private bool Fits(string title, DataType type, long[] shape, long begin, long end)
    {
        long length = end - begin;
        if (TensorEntry.CountOf(shape) is not { } count || count > long.MaxValue / type.Size())
        {
            problems.Add($"Tensor {title} has the shape {Shown(shape)}, whose {type} values have more bytes than a 64-bit number counts");
            return false;
        }

        if (end > dataLength)
        {
            if (!_isCutOff)
            {
                problems.Add($"Tensor {title} has the bytes {begin} to {end} of the data, which has {dataLength} bytes");
            }

            _isCutOff = true;
            return false;
        }

        if (length != count * type.Size())
        {
            string odd = length % type.Size() == 0 ? "" : ", which are no whole number of values";
            problems.Add($"Tensor {title} has {length} bytes{odd}; its shape {Shown(shape)} of {type} needs {count * type.Size()}");
            return false;
        }

        return true;
    }

    private static string Shown(long[] shape) => TensorProblems.Shorten(TensorEntry.Text(shape));

    private static bool TryParse(JsonValue list, out long[] numbers)
    {
        numbers = new long[list.Kind == JsonKind.Array ? list.Count : 0];
        bool isList = list.Kind == JsonKind.Array;
        int next = 0;
        foreach (JsonValue element in list.Elements)
        {
            isList &= element.IsInteger
                && long.TryParse(element.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[next])
                && numbers[next] >= 0;
            next++;
        }

        return isList;
    }

    private static JsonValue Member(JsonValue tensor, string key)
    {
        tensor.TryGetMember(key, out JsonValue value);
        return value;
    }
}
