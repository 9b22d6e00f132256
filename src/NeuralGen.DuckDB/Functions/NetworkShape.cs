using System.Globalization;

namespace NeuralGen.DuckDB.Functions;

/// <summary>What SQL sees of a network.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="InputSize">The number of values of one input.</param>
/// <param name="OutputSize">The number of values of one output.</param>
/// <param name="InputNames">A name per value, that of the only tensor, or none.</param>
/// <param name="OutputNames">A name per value, that of the only tensor, or none.</param>
/// <param name="LabelNames">A label per output, two for one output, or none.</param>
internal sealed record NetworkShape(string Name, int InputSize, int OutputSize, string[] InputNames, string[] OutputNames, string[] LabelNames)
{
    /// <summary>More names than these would hide what a message says.</summary>
    private const int MostNames = 12;

    /// <summary>Gets the inputs as messages list them.</summary>
    public string Inputs
    {
        get
        {
            string names = string.Join(", ", Enumerable.Range(0, Math.Min(InputSize, MostNames)).Select(InputName));
            return InputSize <= MostNames ? names : string.Create(CultureInfo.InvariantCulture, $"{names}, … ({InputSize} in all)");
        }
    }

    /// <summary>Gets the names of the result's fields, or none where it has no fields.</summary>
    public string[] FieldNames => AreFields(OutputNames) ? OutputNames : AreFields(LabelNames) ? LabelNames : [];

    /// <summary>The name of an input, as declared, else as the compiler names its parameter.</summary>
    /// <param name="index">The input, from 0.</param>
    public string InputName(int index) =>
        InputNames.Length == InputSize ? InputNames[index]
        : InputNames.Length == 1 ? string.Create(CultureInfo.InvariantCulture, $"{InputNames[0]}[{index}]")
        : string.Create(CultureInfo.InvariantCulture, $"input{index}");

    /// <summary>Whether names are one per output and different for SQL, which does not look at capitals.</summary>
    private bool AreFields(string[] names) =>
        names.Length == OutputSize && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == OutputSize && names.All(name => name.Length > 0 && !name.Contains('\0'));
}
