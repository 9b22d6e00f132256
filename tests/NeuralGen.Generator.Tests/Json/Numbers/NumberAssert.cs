using System.Globalization;
using NeuralGen.Compiler.Json;

namespace NeuralGen.Generator.Tests.Json.Numbers;

/// <summary>Compares doubles bit for bit, reading them all from one document.</summary>
internal static class NumberAssert
{
    /// <summary>Expects what the platform's own parser gives, which is correct since .NET Core 3.0.</summary>
    public static void ReadLikeThePlatform(IReadOnlyList<string> numbers)
        => ReadAs([.. numbers.Select(number => (number, double.Parse(number, CultureInfo.InvariantCulture)))]);

    public static void ReadAs(IReadOnlyList<(string Text, double Expected)> numbers)
    {
        string text = "[" + string.Join(",", numbers.Select(number => number.Text)) + "]";
        JsonDocument? document = JsonDocument.TryParse(text, out JsonError? error);
        Assert.Null(error);
        Assert.Equal(numbers.Count, document!.Root.Count);
        int i = 0;
        foreach (JsonValue value in document.Root.Elements)
        {
            double actual = value.GetDouble();
            if (BitConverter.DoubleToInt64Bits(numbers[i].Expected) != BitConverter.DoubleToInt64Bits(actual))
            {
                Assert.Fail($"{numbers[i].Text} was read as {actual:R} instead of {numbers[i].Expected:R}.");
            }

            i++;
        }
    }
}
