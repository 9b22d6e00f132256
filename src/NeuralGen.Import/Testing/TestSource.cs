using System.Globalization;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import.Testing;

/// <summary>Reads the examples that an item names for its model, and says them by the network's names.</summary>
/// <param name="model">The model.</param>
/// <param name="item">The item, for messages.</param>
/// <param name="name">What the item says.</param>
/// <param name="path">The full path.</param>
/// <param name="problems">Where to report.</param>
internal sealed class TestSource(ImportedModel model, string item, string name, string path, List<ImportProblem> problems)
{
    private int _reported;

    /// <summary>Text that changes when one of the files does.</summary>
    /// <param name="path">The full path; empty where there are no tests.</param>
    public static string State(string path)
    {
        if (path.Length == 0)
        {
            return "";
        }

        IEnumerable<string> files = Directory.Exists(path) ? Directory.GetFiles(path, "*.pb", SearchOption.AllDirectories).OrderBy(file => file, StringComparer.Ordinal) : [path];
        return string.Concat(files.Select(file => new FileInfo(file)).Select(file => FormattableString.Invariant($"|{file.FullName},{(file.Exists ? file.Length : -1)},{file.LastWriteTimeUtc.Ticks}")));
    }

    /// <summary>Reads them; what is wrong with them is reported.</summary>
    public IReadOnlyList<ModelTest> Read()
    {
        IReadOnlyList<FoundTest> found = Find();
        List<ModelTest> tests = [.. found.SelectMany(Tests)];
        if (problems.Count > 0)
        {
            return [];
        }

        if (tests.Count == 0)
        {
            Report($"there is no test in '{name}'");
        }

        return tests;
    }

    private IReadOnlyList<FoundTest> Find()
    {
        try
        {
            if (File.Exists(path))
            {
                return TestFileReader.Read(path, problems);
            }

            if (Directory.Exists(path))
            {
                DataSetReader reader = new(model);
                return [.. DataSetReader.Folders(path).Select(reader.Read)];
            }

            Report($"there is no file or folder '{name}'");
        }
        catch (ImportException exception)
        {
            Report(exception.Problem.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(exception.Message.TrimEnd('.'));
        }

        return [];
    }

    private IEnumerable<ModelTest> Tests(FoundTest test)
    {
        List<(ModelPort Port, FoundTensor Tensor)>? inputs = Match(test, "input", test.Inputs, model.ModelInputs);
        List<(ModelPort Port, FoundTensor Tensor)>? outputs = Match(test, "output", test.Outputs, model.ModelOutputs);
        if (inputs is null || outputs is null)
        {
            yield break;
        }

        if (outputs.Count == 0)
        {
            Report($"{test.Title} has no output that the network has");
            yield break;
        }

        int[] rows = [.. inputs.Concat(outputs).Select(pair => Rows(pair.Port.Port!, pair.Tensor))];
        int wrong = Array.FindIndex(rows, count => count < 1 || count != rows[0]);
        if (wrong >= 0)
        {
            (ModelPort port, FoundTensor tensor) = inputs.Concat(outputs).ElementAt(wrong);
            string found = tensor.Shape is { } shape ? $"values of shape {Dimensions.Text(shape)}" : Texts.Count(tensor.Values.Length, "value");
            Report($"{test.Title} has {found} for {(wrong < inputs.Count ? "input" : "output")} '{port.Name}', whose shape is {Dimensions.Text(port.Port!.Shape)}{(rows[wrong] > 0 ? " for each row, and other tensors have " + rows[0].ToString(CultureInfo.InvariantCulture) + " rows" : "")}");
            yield break;
        }

        for (int row = 0; row < rows[0]; row++)
        {
            yield return new ModelTest(Row(inputs, row, rows[0]), Row(outputs, row, rows[0]), test.Tolerance, test.File, test.Line);
        }
    }

    /// <summary>The tensors of an example that the network has; null where some are wrong.</summary>
    private List<(ModelPort Port, FoundTensor Tensor)>? Match(FoundTest test, string noun, IReadOnlyList<FoundTensor> tensors, IReadOnlyList<ModelPort> ports)
    {
        int before = _reported;
        ModelPort[] present = [.. ports.Where(port => port.Port is not null)];
        List<(ModelPort Port, FoundTensor Tensor)> matched = [];
        foreach (FoundTensor tensor in tensors)
        {
            ModelPort? port = tensor.Name is null ? (present.Length == 1 ? present[0] : null) : ports.FirstOrDefault(known => known.Name == tensor.Name);
            if (port is null)
            {
                Report(tensor.Name is null
                    ? $"{test.Title} has one list for its {noun}, and the network has {Texts.Count(present.Length, noun)}{Names(present)}"
                    : $"{test.Title} has an {noun} '{tensor.Name}', which is none of the model's{Names(ports)}{Suggestion.For(tensor.Name, ports.Select(known => known.Name))}");
            }
            else if (port.Constant is { } constant && !IsConstant(constant, tensor.Values))
            {
                Report($"{test.Title} has other values for '{port.Name}' than 'Constants' gives it");
            }
            else if (tensor.Values.Any(value => double.IsNaN(value) || double.IsInfinity(value)))
            {
                Report($"{test.Title} has a value for '{port.Name}' that is infinite or no number, which no test can have");
            }
            else if (port.Port is not null)
            {
                matched.Add((port, tensor));
            }
        }

        foreach (ModelPort port in present.Where(port => _reported == before && matched.TrueForAll(pair => pair.Port != port)))
        {
            Report($"{test.Title} has no {noun} '{port.Name}'");
        }

        return _reported == before ? matched : null;
    }

    private static string Names(IReadOnlyList<ModelPort> ports) => ports.Count == 0 ? "" : $": {string.Join(", ", ports.Select(port => $"'{port.Name}'"))}";

    private static bool IsConstant(Literal constant, double[] values) => constant.Kind.IsFloat()
        ? constant.Numbers().Select(value => (float)value).SequenceEqual(values.Select(value => (float)value))
        : constant.Numbers().SequenceEqual(values);

    /// <summary>How many rows of a batch there are; 0 where the values do not fit.</summary>
    private static int Rows(Port port, FoundTensor tensor)
    {
        int size = Dimensions.Count(port.Shape);
        if (tensor.Values.Length == size)
        {
            return 1;
        }

        // Only what says its shape tells rows of a batch from a mistake.
        bool areRows = tensor.Shape is { Length: > 0 } shape && (shape.Skip(1).SequenceEqual(port.Shape) || (shape.Length == 1 && size == 1));
        return areRows ? tensor.Shape![0] : 0;
    }

    private static List<(string Port, double[] Values)> Row(List<(ModelPort Port, FoundTensor Tensor)> tensors, int row, int rows) =>
        [.. tensors.Select(pair => (pair.Port.Port!.Name, pair.Tensor.Values.Skip(row * (pair.Tensor.Values.Length / rows)).Take(pair.Tensor.Values.Length / rows).ToArray()))];

    private void Report(string words)
    {
        _reported++;
        problems.Add(ImportProblem.Of(ImportRules.Tests, item, words));
    }
}
