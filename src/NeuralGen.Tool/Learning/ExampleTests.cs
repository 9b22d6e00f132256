using System.Globalization;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Networks;
using NeuralGen.Import;
using NeuralGen.Tool.Converting;
using NeuralGen.Tool.Models;
using NeuralGen.Training;

namespace NeuralGen.Tool.Learning;

/// <summary>Takes rows of the data as examples into a trained file, so that every build that bakes it in checks it.</summary>
internal static class ExampleTests
{
    /// <summary>The text with examples.</summary>
    /// <param name="text">The trained network.</param>
    /// <param name="rows">The rows to take from, at equal distances.</param>
    /// <param name="count">How many.</param>
    public static string Add(string text, Dataset<float> rows, int count)
    {
        int wanted = Math.Min(count, rows.Rows);
        using OpenModel model = ModelOpener.FromText(new ModelRequest("trained.nn.json", new ImportOptions()), text);
        List<string> tests = [];
        for (int i = 0; i < wanted; i++)
        {
            DatasetRow<float> row = rows.Row((int)((long)i * rows.Rows / wanted));
            double[] input = Array.ConvertAll(row.Input.ToArray(), value => (double)value);
            double[] output = Interpreter.Predict(model.Whole, input);
            string test = $"{{ \"input\": [{string.Join(", ", input.Select(Single))}], \"output\": [{string.Join(", ", output.Select(Double))}] }}";
            if (IsMet(text, test))
            {
                tests.Add(test);
            }
        }

        return tests.Count == 0 ? text : TextEdit.Set(text, "tests", Lines(tests));
    }

    private static string Lines(IEnumerable<string> tests) => $"[\n    {string.Join(",\n    ", tests)}\n  ]";

    /// <summary>Whether builds meet an example within the usual tolerance, which an ill-conditioned network may not.</summary>
    private static bool IsMet(string text, string test)
    {
        using OpenModel model = ModelOpener.FromText(new ModelRequest("trained.nn.json", new ImportOptions()), TextEdit.Set(text, "tests", $"[{test}]"));
        ProblemList problems = new();
        TestRun.Report(model.Bound, hasVectors: true, problems, default);
        return !problems.HasErrors;
    }

    private static string Single(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture);

    private static string Double(double value) => value.ToString("G9", CultureInfo.InvariantCulture);
}
