using System.Globalization;
using System.Text;

namespace NeuralGen.Training.Tests.Data;

public class CsvDatasetTests
{
    private static readonly CsvDatasetOptions Numbers = new() { Inputs = ["b", "a"], Targets = ["y"] };

    [Fact]
    public void ReadsNamedColumnsInTheirOrder()
    {
        CsvDataset<double> csv = Load("a, b ,unused,y\n1,2,x,3\n\n 1e3 ,-0.5,\"quoted, text\",\"7\"\n", Numbers);

        Assert.Equal([2, 1, -0.5, 1000], csv.Data.Inputs.ToArray());
        Assert.Equal([3, 7], csv.Data.Targets.ToArray());
        Assert.Equal(["b", "a"], csv.InputNames);
        Assert.Equal(["y"], csv.TargetNames);
        Assert.Empty(csv.Labels);
    }

    [Fact]
    public void ReadsStreamsAndFilesWithByteOrderMarks()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("a,b,y\r\n1,2,3\r\n")];
        using MemoryStream stream = new(bytes);
        Assert.Equal([2, 1], CsvDataset.Load<double>(stream, Numbers).Data.Inputs.ToArray());
        Assert.True(stream.CanRead);

        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, bytes);
            Assert.Equal([2, 1], CsvDataset.Load<float>(path, Numbers).Data.Inputs.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void CultureDoesNotMatter()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new() { NumberDecimalSeparator = "," } };
            Assert.Equal(1.5, Load("a,b,y\n1.5,2,3\n", Numbers).Data.Inputs[1]);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void DelimitersCanBeOthers() =>
        Assert.Equal([2, 1], Load("a;b;y\n1;2;3\n", With(delimiter: ';')).Data.Inputs.ToArray());

    [Fact]
    public void LabelsBecomeOneHotTargets()
    {
        const string Text = "x,kind\n1,pear\n2,apple\n3,pear\n";
        CsvDataset<double> first = Load(Text, new() { Inputs = ["x"], Label = "kind" });
        Assert.Equal(["pear", "apple"], first.Labels);
        Assert.Equal([1, 0, 0, 1, 1, 0], first.Data.Targets.ToArray());

        CsvDataset<double> sorted = Load(Text, new() { Inputs = ["x"], Label = "kind", Order = CategoryOrder.Sorted });
        Assert.Equal(["apple", "pear"], sorted.Labels);
        Assert.Equal(["apple", "pear"], sorted.TargetNames);
        Assert.Equal([0, 1, 1, 0, 0, 1], sorted.Data.Targets.ToArray());

        CsvDataset<double> given = Load(Text, new() { Inputs = ["x"], Label = "kind", Labels = ["fig", "pear", "apple"], Order = CategoryOrder.Sorted });
        Assert.Equal([0, 1, 0, 0, 0, 1, 0, 1, 0], given.Data.Targets.ToArray());
        Assert.Equal(["fig", "pear", "apple"], given.Labels);
    }

    [Fact]
    public void CategoriesBecomeOneHotInputs()
    {
        CsvDatasetOptions options = new() { Inputs = ["colour", "x"], CategoricalInputs = ["colour"], Targets = ["y"] };
        CsvDataset<double> training = Load("colour,x,y\nred,1,0\nblue,2,0\n", options);
        Assert.Equal(["colour=red", "colour=blue", "x"], training.InputNames);
        Assert.Equal([1, 0, 1, 0, 1, 2], training.Data.Inputs.ToArray());

        CsvDataset<double> test = Load("colour,x,y\nblue,3,0\n", new() { Inputs = ["colour", "x"], CategoricalInputs = ["colour"], Categories = training.Categories, Targets = ["y"] });
        Assert.Equal([0, 1, 3], test.Data.Inputs.ToArray());
    }

    [Theory]
    [InlineData("a,b,y\n1,2,3\n1,x,3\n", 3, "b", "x", "'x' is not a finite number")]
    [InlineData("a,b,y\n1,NaN,3\n", 2, "b", "NaN", "'NaN' is not a finite number")]
    [InlineData("a,b,y\n1,1e999,3\n", 2, "b", "1e999", "'1e999' is not a finite number")]
    [InlineData("a,b,y\n\"1\",2,3\n1,2,\n", 3, "y", "", "the value is missing ('')")]
    [InlineData("a,b,y,note\n1,2,3,\"two\nlines\"\n1,?,3,\n", 4, "b", "?", "the value is missing ('?')")]
    public void WrongFieldsAreNamed(string text, long line, string column, string field, string problem)
    {
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Load(text, With(missingTexts: ["?"])));
        Assert.Equal((line, column, field), (exception.Line, exception.Column, exception.Text));
        Assert.Contains(FormattableString.Invariant($"Line {line}, column '{column}': {problem}"), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b,y\n1,2\n", "Line 2: the row has 2 fields; there are 3 columns")]
    [InlineData("a,b,y\n1,2,\"3\n", "Line 2: ")]
    [InlineData("a,c,y\n1,2,3\n", "no column 'b'; the columns are 'a', 'c', 'y'")]
    [InlineData("a,b,b,y\n1,2,3,4\n", "2 columns 'b'")]
    [InlineData("a,b,y\n", "The file has column names but no row.")]
    [InlineData("", "The file is empty.")]
    public void WrongFilesAreExplained(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<DataFormatException>(() => Load(text, Numbers)).Message, StringComparison.Ordinal);

    [Fact]
    public void StrayLabelsAreNamed()
    {
        CsvDatasetOptions options = new() { Inputs = ["x"], Label = "kind", Labels = ["fig", "pear"] };
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Load("x,kind\n1,plum\n", options));
        Assert.Contains("Line 2, column 'kind': 'plum' is not among 'fig', 'pear'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RowsWithMissingValuesCanBeSkipped()
    {
        CsvDataset<double> csv = Load("a,b,y\n1,,3\n4,5,6\n7,8,NA\n", With(missingTexts: ["NA"], missing: MissingValues.SkipRow));
        Assert.Equal([5, 4], csv.Data.Inputs.ToArray());
        Assert.Equal(2, csv.SkippedRows);
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Load("a,b,y\n1,,3\n", With(missing: MissingValues.SkipRow)));
        Assert.Contains("1 rows were left out", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsThatContradictEachOtherAreRejected()
    {
        Check("no input column", new() { Inputs = [], Targets = ["y"] });
        Check("not both", new() { Inputs = ["a"] });
        Check("not both", new() { Inputs = ["a"], Targets = ["y"], Label = "kind" });
        Check("no label column", new() { Inputs = ["a"], Targets = ["y"], Labels = ["x"] });
        Check("The column 'a' is given more than once", new() { Inputs = ["a"], Targets = ["a"] });
        Check("The label 'x' is given more than once", new() { Inputs = ["a"], Label = "kind", Labels = ["x", "x"] });
        Check("'b' is not among the input columns", new() { Inputs = ["a"], Targets = ["y"], CategoricalInputs = ["b"] });
        Check("'a' is not among the categorical inputs", new() { Inputs = ["a"], Targets = ["y"], Categories = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["x"] } });

        static void Check(string message, CsvDatasetOptions options) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => Load("a,y\n1,2\n", options)).Message, StringComparison.Ordinal);
    }

    private static CsvDataset<double> Load(string text, CsvDatasetOptions options)
    {
        using StringReader reader = new(text);
        return CsvDataset.Load<double>(reader, options);
    }

    private static CsvDatasetOptions With(char delimiter = ',', string[]? missingTexts = null, MissingValues missing = MissingValues.Error) => new()
    {
        Inputs = Numbers.Inputs,
        Targets = Numbers.Targets,
        Delimiter = delimiter,
        MissingTexts = missingTexts ?? [],
        MissingValues = missing,
    };
}
