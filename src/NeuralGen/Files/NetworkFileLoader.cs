using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Json;

namespace NeuralGen;

/// <summary>Reads the numbers of a network from a <c>.nn.json</c> file, after checking that the file's layers are the network's.</summary>
/// <param name="header">The keys before the layers.</param>
/// <param name="layers">The layers of the network.</param>
/// <param name="isSingle">Whether the network's precision is single: numbers are rounded to it, as the compiler rounds them.</param>
internal sealed class NetworkFileLoader(string header, IReadOnlyList<LayerLayout> layers, bool isSingle)
{
    private string _text = "";
    private JsonValue _file;

    /// <summary>Reads the file.</summary>
    /// <param name="stream">Where to read; it stays open.</param>
    /// <param name="parameters">Receives the parameters.</param>
    /// <param name="statistics">Receives the statistics.</param>
    public void Read(Stream stream, double[] parameters, double[] statistics)
    {
        using StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 14, leaveOpen: true);
        _text = reader.ReadToEnd();
        JsonValue file = Parse(_text);
        if (file.Kind != JsonKind.Object)
        {
            throw Error(file, "The file must hold an object");
        }

        _file = file;
        CheckInputs(file);
        if (!file.TryGetMember("layers", out JsonValue list) || list.Kind != JsonKind.Array)
        {
            throw Error(file, "The file has no list of 'layers'");
        }

        if (list.Count != layers.Count)
        {
            throw Error(list, $"The file has {list.Count} layers; the network has {layers.Count}");
        }

        string before = "input";
        for (int i = 0; i < layers.Count; i++)
        {
            JsonValue expected = Parse("{" + layers[i].Keys + "}");
            new LayerComparison(list[i], expected, i, before, layers[i].Numbers, Error).Check();
            foreach (NumberLayout numbers in layers[i].Numbers)
            {
                ReadNumbers(list[i], i, numbers, numbers.IsStatistic ? statistics : parameters);
            }

            CheckTogether(list[i], i);
            before = LayerComparison.NameOf(expected, "");
        }
    }

    private JsonValue Parse(string text) =>
        JsonDocument.TryParse(text, out JsonError? error)?.Root ?? throw Error(error!.Start, error.Message.TrimEnd('.'));

    private void CheckInputs(JsonValue file)
    {
        JsonValue expected = Parse("{" + header.Replace('\n', ',') + "}");
        expected.TryGetMember("inputs", out JsonValue wanted);
        string count = CountInputs(wanted);
        bool isGiven = file.TryGetMember("inputs", out JsonValue inputs);
        if (!isGiven || CountInputs(inputs) != count)
        {
            throw Error(isGiven ? inputs : file, $"The file does not have the network's {count} inputs");
        }

        CheckNames(file, expected, "inputs", mayDiffer: true);
        CheckNames(file, expected, "outputs", mayDiffer: true);
        CheckNames(file, expected, "labels", mayDiffer: false);
    }

    /// <summary>Whether a layer's weights have a row per input, as it or the whole file says.</summary>
    private bool IsByInput(JsonValue layer)
    {
        if (!layer.TryGetMember("layout", out JsonValue layout) && !_file.TryGetMember("layout", out layout))
        {
            return false;
        }

        string word = layout.Kind == JsonKind.String ? layout.GetString() : "";
        return word is "units_inputs" or "inputs_units"
            ? word == "inputs_units"
            : throw Error(layout, $"'layout' is {layout.Raw}; it must be 'units_inputs' or 'inputs_units'");
    }

    /// <summary>Refuses a file whose labels are others, or whose names are in another order: its numbers would mean other things.</summary>
    private void CheckNames(JsonValue file, JsonValue expected, string key, bool mayDiffer)
    {
        if (!file.TryGetMember(key, out JsonValue given) || given.Kind != JsonKind.Array || !expected.TryGetMember(key, out JsonValue wanted) || wanted.Kind != JsonKind.Array)
        {
            return;
        }

        string[] found = Texts(given);
        string[] own = Texts(wanted);
        bool isSameSet = found.Length == own.Length && new HashSet<string>(found).SetEquals(own);
        if (!found.SequenceEqual(own) && (isSameSet || !mayDiffer))
        {
            throw Error(given, $"The file's '{key}' are {string.Join(", ", found)}; the network's are {string.Join(", ", own)}");
        }
    }

    private static string[] Texts(JsonValue list)
    {
        List<string> texts = [];
        foreach (JsonValue element in list.Elements)
        {
            JsonValue text = element.Kind == JsonKind.Object && (element.TryGetMember("text", out JsonValue inner) || element.TryGetMember("name", out inner)) ? inner : element;
            texts.Add(text.Kind == JsonKind.String ? text.GetString() : text.Raw);
        }

        return [.. texts];
    }

    /// <summary>How many values go in, of several tensors for each.</summary>
    private static string CountInputs(JsonValue inputs)
    {
        List<int> counts = [];
        if (inputs.Kind == JsonKind.Array && inputs.Count > 0 && inputs[0].Kind == JsonKind.Object)
        {
            foreach (JsonValue port in inputs.Elements)
            {
                counts.Add(port.Kind == JsonKind.Object && port.TryGetMember("shape", out JsonValue shape) ? CountValues(shape) : -1);
            }
        }
        else
        {
            counts.Add(inputs.Kind == JsonKind.Array ? inputs.Count : inputs.Kind == JsonKind.Number ? (int)inputs.GetDouble() : -1);
        }

        return string.Join(" + ", counts.Select(count => count.ToString(CultureInfo.InvariantCulture)));
    }

    private static int CountValues(JsonValue shape)
    {
        if (shape.Kind != JsonKind.Array)
        {
            return shape.Kind == JsonKind.Number ? (int)shape.GetDouble() : -1;
        }

        double count = 1;
        foreach (JsonValue size in shape.Elements)
        {
            count *= size.Kind == JsonKind.Number ? size.GetDouble() : -1;
        }

        return count is >= 1 and <= int.MaxValue ? (int)count : -1;
    }

    private void ReadNumbers(JsonValue layer, int index, NumberLayout numbers, double[] target)
    {
        JsonValue owner = layer;
        string key = numbers.Key;
        if (key == NumberLayout.Slopes)
        {
            key = "weights";
            if (!layer.TryGetMember("activation", out owner) || owner.Kind != JsonKind.Object)
            {
                throw Error(layer, $"Layer {index} has no slopes");
            }
        }

        if (!owner.TryGetMember(key, out JsonValue list) || list.Kind != JsonKind.Array)
        {
            throw Error(owner, $"Layer {index} has no list of '{key}'");
        }

        // In a file a row may belong to an input instead of a unit.
        bool isByInput = numbers.Columns > 0 && IsByInput(layer);
        int columns = isByInput ? numbers.Count / numbers.Columns : numbers.Columns;
        int next = 0;
        foreach (JsonValue element in list.Elements)
        {
            if (element.Kind != JsonKind.Array)
            {
                Store(element, index, numbers, target, ref next, isByInput ? columns : 0);
                continue;
            }

            if (columns > 0 && element.Count != columns)
            {
                throw Error(element, $"A row of '{key}' of layer {index} has {element.Count} numbers; {columns} are needed");
            }

            StoreNested(element, index, numbers, target, ref next, isByInput ? columns : 0);
        }

        if (next != numbers.Count)
        {
            throw Error(list, $"'{key}' of layer {index} has {next} numbers; the network has {numbers.Count}");
        }
    }

    private void StoreNested(JsonValue list, int layer, NumberLayout numbers, double[] target, ref int next, int units)
    {
        foreach (JsonValue value in list.Elements)
        {
            if (value.Kind == JsonKind.Array)
            {
                StoreNested(value, layer, numbers, target, ref next, units);
            }
            else
            {
                Store(value, layer, numbers, target, ref next, units);
            }
        }
    }

    private void Store(JsonValue value, int layer, NumberLayout numbers, double[] target, ref int next, int units = 0)
    {
        double number = value.Kind == JsonKind.Number ? value.GetDouble() : double.NaN;
        number = isSingle ? (float)number : number;
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            throw Error(value, $"'{numbers.Key}' of layer {layer} holds {value.Raw}, which is no number of the network's precision");
        }

        if (layers[layer].Missed(numbers, number, isSingle) is { } bounds)
        {
            throw Error(value, $"'{numbers.Key}' of layer {layer} holds {value.Raw}; it must be {bounds}");
        }

        if (next < numbers.Count)
        {
            target[numbers.Offset + (units == 0 ? next : (next % units * numbers.Columns) + (next / units))] = number;
        }

        next++;
    }

    /// <summary>Refuses numbers that the compiler takes one by one, and not together.</summary>
    private void CheckTogether(JsonValue layer, int index)
    {
        if (layers[index].Missed(numbers => [.. Listed(layer, numbers).Select(value => value.GetDouble())], isSingle) is { } missed)
        {
            JsonValue value = Listed(layer, missed.Numbers)[missed.Index];
            throw Error(value, $"'{missed.Numbers.Key}' of layer {index} holds {value.Raw}; it must be {missed.Bounds}");
        }
    }

    /// <summary>The numbers of a list that was read.</summary>
    private static List<JsonValue> Listed(JsonValue layer, NumberLayout numbers)
    {
        layer.TryGetMember(numbers.Key, out JsonValue list);
        List<JsonValue> values = [];
        foreach (JsonValue element in list.Elements)
        {
            if (element.Kind != JsonKind.Array)
            {
                values.Add(element);
                continue;
            }

            foreach (JsonValue value in element.Elements)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private FormatException Error(JsonValue value, string message) => Error(value.Start, message);

    private FormatException Error(int position, string message)
    {
        int line = 1;
        int column = 1;
        for (int i = 0; i < position && i < _text.Length; i++)
        {
            line += _text[i] == '\n' ? 1 : 0;
            column = _text[i] == '\n' ? 1 : column + 1;
        }

        return new FormatException(FormattableString.Invariant($"{message} (line {line}, column {column})."));
    }
}
