using System.Globalization;
using System.Text;
using System.Text.Json;
using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.CommandLine;
using NeuralGen.Tool.Converting;
using NeuralGen.Tool.Models;
using NeuralGen.Tool.Output;

namespace NeuralGen.Tool.Verifying;

/// <summary>Writes what the interpreter computes of random inputs as examples, for builds to check.</summary>
internal static class TestWriter
{

    /// <summary>Writes examples into a <c>.nn.json</c> file, in the place of those that it has, or beside a model of another tool.</summary>
    /// <returns>The file with the examples.</returns>
    public static string Write(OpenModel model, int count, int seed, bool mayReplace)
    {
        if (model.Signature.HasState || model.Signature.Inputs.Count == 0)
        {
            throw new ToolException($"{model.Path}: examples are written for networks with inputs and without a state");
        }

        string tests = Array(model, count, seed);
        if (model.Format != ModelFormat.Json)
        {
            string path = Path.ChangeExtension(model.Path, ".tests.json");
            AtomicFile.Write(path, tests + "\n", mayReplace);
            return path;
        }

        if (model.Bound.Tests.Count > 0 && !mayReplace)
        {
            throw new ToolException($"{model.Path}: has {model.Bound.Tests.Count} tests already; --force replaces them");
        }

        AtomicFile.Write(model.Path, TextEdit.Set(model.Source.Text, "tests", tests), mayReplace: true);
        return model.Path;
    }

    /// <summary>Examples as the value of <c>tests</c>.</summary>
    public static string Array(OpenModel model, int count, int seed)
    {
        SampleSource source = new(model, seed);
        StringBuilder text = new("[");
        for (int i = 0; i < count; i++)
        {
            (double[][] inputs, double[][] outputs) = source.Next([]);
            text.Append(i == 0 ? "\n" : ",\n").Append("    { \"input\": ").Append(Values(model.Signature.Inputs, inputs));
            text.Append(", \"output\": ").Append(Values(model.Signature.Outputs, outputs)).Append(" }");
        }

        return text.Append("\n  ]").ToString();
    }

    private static string Values(IEnumerable<Port> ports, double[][] values)
    {
        Port[] all = [.. ports];
        return all.Length == 1
            ? List(values[0])
            : $"{{ {string.Join(", ", all.Select((port, i) => $"{JsonSerializer.Serialize(port.Name)}: {List(values[i])}"))} }}";
    }

    private static string List(double[] values) => $"[{string.Join(", ", values.Select(Number))}]";

    private static string Number(double value) => !double.IsFinite(value)
        ? throw new ToolException("an output of the example is not a finite number")
        : (float)value == value ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("G9", CultureInfo.InvariantCulture);
}
