using System.Globalization;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

public class CultureTests
{
    private const string Text = """
        {
          "inputs": 2,
          "layers": [
            { "type": "normalization", "mean": [-1.5, 1000.25], "scale": [-0.5, 1e-7] },
            { "type": "dense", "weights": [[-1.5, 1234567.5], [1e-9, -2]], "bias": [-0.25, 3], "activation": { "type": "elu", "alpha": -0.5 } }
          ],
          "tests": [ { "input": [1, 2], "output": [1e9, -1e9] } ]
        }
        """;

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Code_and_messages_are_the_same_in_every_culture(string name)
    {
        (string Code, string Messages) expected = Generate();
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = name == "ar-SA" ? "\u066B" : ",";
        culture.NumberFormat.PositiveInfinitySymbol = "viel";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            Assert.Equal("\u22121", (-1).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(expected, Generate());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static (string Code, string Messages) Generate()
    {
        GeneratedProject project = new GeneratorHost().File("net.nn.json", Text).Run();
        string messages = string.Join("\n", project.Analyze().Select(diagnostic => diagnostic.ToString()));
        Assert.Contains("NEURAL0208", messages, StringComparison.Ordinal);
        return (string.Join("\n", project.Generated.Values), messages);
    }
}
