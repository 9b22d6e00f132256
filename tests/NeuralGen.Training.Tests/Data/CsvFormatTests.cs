using System.Text;

namespace NeuralGen.Training.Tests.Data;

/// <summary>Files as spreadsheets of other countries write them.</summary>
public class CsvFormatTests
{
    private static readonly CsvDatasetOptions Comma = new() { Inputs = ["a"], Targets = ["y"], Delimiter = ';', DecimalSeparator = ',' };

    [Fact]
    public void DecimalsCanStandBehindACommma()
    {
        Dataset<double> data = Load("a;y\n1,5;2\n-0,25e1;,5\n3;1E-3\n", Comma);
        Assert.Equal([1.5, -2.5, 3], data.Inputs.ToArray());
        Assert.Equal([2, 0.5, 0.001], data.Targets.ToArray());
        Assert.Equal([1.5], Load("a,y\n\"1,5\",2\n", new() { Inputs = ["a"], Targets = ["y"], DecimalSeparator = ',' }).Inputs.ToArray());
    }

    [Theory]
    [InlineData("sep=;\na;y\n1;2\n")]
    [InlineData("sep=;\r\na;y\r\n1;2\r\n")]
    [InlineData("\uFEFFsep=;\na;y\n1;2\n")]
    [InlineData("\"sep=;\"\na;y\n1;2\n")]
    [InlineData("SEP=\t\na\ty\n1\t2\n")]
    [InlineData("sep=,\na,y\n1,2\n")]
    [InlineData("sep=|\n\na|y\n1|2")]
    public void ExcelsFirstLineNamesTheDelimiter(string text)
    {
        foreach (char delimiter in ",;")
        {
            Dataset<double> data = Load(text, new() { Inputs = ["a"], Targets = ["y"], Delimiter = delimiter });
            Assert.Equal((1, 1, 2), (data.Rows, data.Inputs[0], data.Targets[0]));
        }
    }

    [Fact]
    public void LinesOfCommentsAreSkippedWhereTheyAreAskedFor()
    {
        const string Text = "# of 2024\na,y\n# none\n1,2\n#3,4\n5,6\n";
        Assert.Equal([1, 5], Load(Text, new() { Inputs = ["a"], Targets = ["y"], CommentPrefix = '#' }).Inputs.ToArray());
        Assert.Throws<DataFormatException>(() => Load(Text, new() { Inputs = ["a"], Targets = ["y"] }));
        Assert.Equal(4, Assert.Throws<DataFormatException>(
            () => Load("# one\na,y\n# two\nx,1\n", new() { Inputs = ["a"], Targets = ["y"], CommentPrefix = '#' })).Line);
    }

    [Fact]
    public void AByteOrderMarkIsNoPartOfTheFirstName()
    {
        const string Text = "a,y\n1,2\n";
        CsvDatasetOptions options = new() { Inputs = ["a"], Targets = ["y"] };
        Assert.Equal([1], Load("\uFEFF" + Text, options).Inputs.ToArray());
        foreach (Encoding encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            using MemoryStream stream = new([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
            Assert.Equal([1], CsvDataset.Load<double>(stream, options).Data.Inputs.ToArray());
        }
    }

    [Theory]
    [InlineData("a , y\n 1 , 2 \n")]
    [InlineData("\"a\",\"y\"\n\"1\",\"2\"\n")]
    [InlineData("a,y\r\n1,2\r\n")]
    [InlineData("a,y\r1,2\r")]
    [InlineData("\n\na,y\n\n1,2\n\n")]
    public void SpacesQuotesAndEmptyLinesDoNotCount(string text) =>
        Assert.Equal([1, 2], [Load(text, new() { Inputs = ["a"], Targets = ["y"] }).Inputs[0], Load(text, new() { Inputs = ["a"], Targets = ["y"] }).Targets[0]]);

    [Fact]
    public void ColumnsOfZeroAndOneAreLabelsOfWhichARowCanHaveSeveral()
    {
        CsvDatasetOptions options = new() { Inputs = ["x"], LabelColumns = ["red", "blue"] };
        CsvDataset<double> csv = CsvDataset.Load<double>(new StringReader("x,blue,red\n1,0,1\n2,1,1\n3,0,0.0\n"), options);
        Assert.Equal(["red", "blue"], csv.Labels);
        Assert.Equal(["red", "blue"], csv.Data.Labels);
        Assert.Equal([1, 0, 1, 1, 0, 0], csv.Data.Targets.ToArray());
        Assert.True(csv.Data.IsMultiLabel);
        Assert.Empty(Load("x,red\n1,0\n", new() { Inputs = ["x"], LabelColumns = ["red"] }).Labels);
        DataFormatException exception = Assert.Throws<DataFormatException>(() => Load("x,blue,red\n1,0,1\n2,2,1\n", options));
        Assert.Equal("Line 3, column 'blue': '2' is neither 0 nor 1.", exception.Message);
        Assert.StartsWith("Either target columns, a label column or label columns are needed", Assert.Throws<ArgumentException>(
            () => Load("x,y\n1,2\n", new() { Inputs = ["x"], Targets = ["y"], LabelColumns = ["z"] })).Message);
    }

    private static Dataset<double> Load(string text, CsvDatasetOptions options) => CsvDataset.Load<double>(new StringReader(text), options).Data;
}
