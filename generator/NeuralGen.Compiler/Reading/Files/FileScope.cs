using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads values of a file and reports those that are of a wrong kind.</summary>
/// <param name="problems">Where to report.</param>
internal sealed class FileScope(ProblemList problems)
{
    /// <summary>Beyond this a list gets no more reports: the first ones say enough.</summary>
    private const int MostReports = 20;

    /// <summary>Where to report.</summary>
    public ProblemList Problems => problems;

    /// <summary>The place of a value.</summary>
    public static Place PlaceOf(JsonValue value) => Place.Characters(value.Start, value.Length);

    /// <summary>The place of a member's name.</summary>
    public static Place PlaceOf(JsonMember member) => Place.Characters(member.NameStart, member.NameLength);

    /// <summary>What messages call an element of a list: 'bias' becomes 'bias[3]'.</summary>
    public static string Element(string what, int index) => $"{what.TrimEnd('\'')}[{index}]'";

    /// <summary>What messages call a member of an object: 'loss' becomes 'loss.delta'.</summary>
    public static string Member(string what, string key) => $"{what.TrimEnd('\'')}.{key}'";

    /// <summary>The members of an object, each name once.</summary>
    /// <param name="value">The object.</param>
    /// <param name="what">What messages call it.</param>
    public IEnumerable<JsonMember> Members(JsonValue value, string what)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<JsonMember> members = [];
        foreach (JsonMember member in value.Members)
        {
            if (seen.Add(member.Name))
            {
                members.Add(member);
            }
            else
            {
                problems.Report(FileRules.DuplicateKey, PlaceOf(member), member.Name, what);
            }
        }

        return members;
    }

    /// <summary>Reports a value of a wrong kind.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">What messages call it.</param>
    /// <param name="expected">What it should be.</param>
    public void ReportKind(JsonValue value, string what, string expected) =>
        problems.Report(FileRules.WrongKind, PlaceOf(value), what, expected, JsonWords.Describe(value));

    /// <summary>Reports a key that is not known.</summary>
    /// <param name="member">The member.</param>
    /// <param name="owner">The object that has it; a key that it has as well is not meant.</param>
    /// <param name="what">What messages call the object.</param>
    /// <param name="known">The keys that are known there.</param>
    public void ReportKey(JsonMember member, JsonValue owner, string what, IEnumerable<string> known) => problems.Report(
        FileRules.UnknownKey, PlaceOf(member), member.Name, what, Suggestion.For(member.Name, known.Where(key => !owner.TryGetMember(key, out _))));

    /// <summary>A string, or null after a problem.</summary>
    public string? String(JsonValue value, string what)
    {
        if (value.Kind == JsonKind.String)
        {
            return value.GetString();
        }

        ReportKind(value, what, "a string");
        return null;
    }

    /// <summary>A flag, or null after a problem.</summary>
    public bool? Flag(JsonValue value, string what)
    {
        if (value.Kind is JsonKind.True or JsonKind.False)
        {
            return value.Kind == JsonKind.True;
        }

        ReportKind(value, what, "true or false");
        return null;
    }

    /// <summary>A whole number, or null after a problem.</summary>
    public int? Integer(JsonValue value, string what)
    {
        double number = value.Kind == JsonKind.Number ? value.GetDouble() : double.NaN;
        bool isWhole = number == Math.Floor(number) && !double.IsInfinity(number);
        if (isWhole && Math.Abs(number) <= int.MaxValue)
        {
            return (int)number;
        }

        ReportKind(value, what, isWhole ? $"a whole number of at most {int.MaxValue}" : "a whole number");
        return null;
    }

    /// <summary>A list of whole numbers, or null after a problem.</summary>
    public EquatableArray<int>? Integers(JsonValue value, string what)
    {
        if (value.Kind != JsonKind.Array || value.Count == 0)
        {
            ReportKind(value, what, "a whole number or an array of them");
            return null;
        }

        int?[] numbers = new int?[value.Count];
        int index = 0;
        foreach (JsonValue element in value.Elements)
        {
            numbers[index] = Integer(element, Element(what, index));
            index++;
        }

        return Array.IndexOf(numbers, null) >= 0 ? null : numbers.Select(number => number!.Value).ToEquatableArray();
    }

    /// <summary>A number, or null after a problem.</summary>
    public double? Number(JsonValue value, string what)
    {
        if (value.Kind != JsonKind.Number)
        {
            ReportKind(value, what, "a number");
            return null;
        }

        double number = value.GetDouble();
        if (double.IsNaN(number) || double.IsInfinity(number))
        {
            problems.Report(WeightRules.NotFinite, PlaceOf(value), what, value.Raw);
            return null;
        }

        return number;
    }

    /// <summary>A list of numbers, in which those that cannot be read are NaN; null when it is no list.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public NumberArray? Numbers(JsonValue value, string what)
    {
        if (value.Kind != JsonKind.Array)
        {
            ReportKind(value, what, "an array of numbers");
            return null;
        }

        double[] numbers = new double[value.Count];
        int index = 0;
        int reports = 0;
        foreach (JsonValue element in value.Elements)
        {
            // The name of an element is worth its cost only when something is wrong with it.
            double number = element.Kind == JsonKind.Number ? element.GetDouble() : double.NaN;
            if (double.IsNaN(number) || double.IsInfinity(number))
            {
                if (reports++ < MostReports)
                {
                    Number(element, Element(what, index));
                }
            }

            numbers[index++] = double.IsInfinity(number) ? double.NaN : number;
        }

        return new NumberArray(numbers);
    }

    /// <summary>A list of rows of numbers, in which those that cannot be read are NaN; null when it, or a part of it, is no list.</summary>
    public EquatableArray<NumberArray>? Rows(JsonValue value, string what)
    {
        if (value.Kind != JsonKind.Array)
        {
            ReportKind(value, what, "an array of rows");
            return null;
        }

        NumberArray?[] rows = new NumberArray?[value.Count];
        int index = 0;
        int reports = 0;
        foreach (JsonValue element in value.Elements)
        {
            rows[index] = Numbers(element, Element(what, index));
            if (rows[index++] is null && ++reports == MostReports)
            {
                break;
            }
        }

        return reports == 0 ? new EquatableArray<NumberArray>(rows!) : null;
    }

    /// <summary>A list of strings, or null after a problem.</summary>
    public EquatableArray<string>? Strings(JsonValue value, string what)
    {
        if (value.Kind != JsonKind.Array)
        {
            ReportKind(value, what, "an array of strings");
            return null;
        }

        List<string?> strings = [];
        foreach (JsonValue element in value.Elements)
        {
            strings.Add(String(element, Element(what, strings.Count)));
        }

        return strings.Contains(null) ? null : strings.OfType<string>().ToEquatableArray();
    }
}
