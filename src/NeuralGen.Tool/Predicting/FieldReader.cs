using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Values;
using NeuralGen.Training;

namespace NeuralGen.Tool.Predicting;

/// <summary>Reads the fields of rows into the inputs of a network.</summary>
/// <param name="inputs">The inputs, an array each.</param>
/// <param name="sizes">How many values a row has in each.</param>
internal sealed class FieldReader(Array[] inputs, int[] sizes)
{
    private static readonly CsvDatasetOptions Format = new() { Inputs = [] };
    private static readonly CsvNumber<float> Singles = new(Format);
    private static readonly CsvNumber<double> Doubles = new(Format);

    /// <summary>Reads a number.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public string? Read(ReadOnlySpan<byte> text, InputValue value, int row)
    {
        int place = (row * sizes[value.Port]) + value.Element;
        switch (inputs[value.Port])
        {
            case float[] singles:
                return Singles.TryParse(text, out singles[place]) ? null : Missing(text) ?? Explain(Singles.Explain(Encoding.UTF8.GetString(text)));
            case double[] doubles:
                return Doubles.TryParse(text, out doubles[place]) ? null : Missing(text) ?? Explain(Doubles.Explain(Encoding.UTF8.GetString(text)));
            case bool[] flags:
                bool? flag = text.SequenceEqual("1"u8) || Is(text, "true") ? true : text.SequenceEqual("0"u8) || Is(text, "false") ? false : null;
                flags[place] = flag ?? false;
                return flag is not null ? null : Missing(text) ?? $"'{Encoding.UTF8.GetString(text)}' is neither true nor false.";
            default:
                return Whole(text, value, place);
        }
    }

    /// <summary>Reads a category: its value is 1, those of the others are 0.</summary>
    public string? Read(ReadOnlySpan<byte> text, ColumnReading reading, int row)
    {
        bool isKnown = false;
        string category = Encoding.UTF8.GetString(text);
        foreach ((string name, InputValue value) in reading.Categories)
        {
            bool isThis = name == category;
            isKnown |= isThis;
            Set(value, (row * sizes[value.Port]) + value.Element, isThis ? 1 : 0);
        }

        return isKnown ? null : Missing(text) ?? $"'{category}' is not among {NameList.Text([.. reading.Categories.Select(known => known.Text)])}.";
    }

    private string? Whole(ReadOnlySpan<byte> text, InputValue value, int place)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            if (!Doubles.TryParse(text, out double real) || !Element.Long.Holds(real))
            {
                return Missing(text) ?? $"'{Encoding.UTF8.GetString(text)}' is not a whole number.";
            }

            number = (long)real;
        }

        if (!value.Type.Holds(number))
        {
            return $"'{Encoding.UTF8.GetString(text)}' is beyond the range of {ElementTypes.Name(value.Type)}.";
        }

        Set(value, place, number);
        return null;
    }

    private void Set(InputValue value, int place, long number)
    {
        switch (inputs[value.Port])
        {
            case float[] singles:
                singles[place] = number;
                break;
            case double[] doubles:
                doubles[place] = number;
                break;
            case long[] longs:
                longs[place] = number;
                break;
            case int[] integers:
                integers[place] = (int)number;
                break;
            case bool[] flags:
                flags[place] = number != 0;
                break;
            case byte[] bytes:
                bytes[place] = (byte)number;
                break;
            default:
                ((sbyte[])inputs[value.Port])[place] = (sbyte)number;
                break;
        }
    }

    /// <summary>The words of the reader of training data, without the settings that only that has.</summary>
    private static string Explain(string words)
    {
        int advice = words.IndexOf("; ", StringComparison.Ordinal);
        return advice < 0 ? words : words[..advice] + ".";
    }

    private static string? Missing(ReadOnlySpan<byte> text) => text.IsEmpty ? "the value is missing." : null;

    private static bool Is(ReadOnlySpan<byte> text, string word) => text.Length == word.Length && Encoding.ASCII.GetString(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
