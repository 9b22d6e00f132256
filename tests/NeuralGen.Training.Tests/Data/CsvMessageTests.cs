namespace NeuralGen.Training.Tests.Data;

/// <summary>What is said about files that are not what they were taken for.</summary>
public class CsvMessageTests
{
    private static readonly CsvDatasetOptions Columns = new() { Inputs = ["a"], Targets = ["y"] };

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\n\n", "The file is empty.")]
    [InlineData("\uFEFF", "The file is empty.")]
    [InlineData("a,y\n", "The file has column names but no row.")]
    [InlineData("a,y", "The file has column names but no row.")]
    [InlineData("a,y\n\n\n", "The file has column names but no row.")]
    [InlineData("a;y\n1;2\n", "There is no column 'a'; the columns are 'a;y'. The first row has it between other characters: set Delimiter to ';'.")]
    [InlineData("a\ty\n1\t2\n", "There is no column 'a'; the columns are 'a\ty'. The first row has it between other characters: set Delimiter to '\\t'.")]
    [InlineData("a|y\n1|2\n", "There is no column 'a'; the columns are 'a|y'. The first row has it between other characters: set Delimiter to '|'.")]
    [InlineData("A,y\n1,2\n", "There is no column 'a'; the columns are 'A', 'y'. Did you mean 'A'?")]
    [InlineData("1,2\n3,4\n", "There is no column 'a'; the columns are '1', '2'. The first row looks like data; it has to have the names of the columns.")]
    [InlineData("b,y\n1,2\n", "There is no column 'a'; the columns are 'b', 'y'.")]
    [InlineData("a,a,y\n1,2,3\n", "There are 2 columns 'a'.")]
    [InlineData("a,y\n1,5,2\n", "Line 2: the row has 3 fields; there are 2 columns. A value that has ',' in it needs quotes.")]
    [InlineData("a,y\n1,2\n3\n", "Line 3: the row has 1 fields; there are 2 columns.")]
    [InlineData("sep=ab\na,y\n1,2\n", "Line 1: 'sep=ab' names the character between fields; it must be a single one, as in 'sep=;'.")]
    [InlineData("sep=\na,y\n1,2\n", "Line 1: 'sep=' names the character between fields; it must be a single one, as in 'sep=;'.")]
    public void FilesAsAWhole(string text, string message) => Assert.Equal(message, Fail(text, Columns).Message);

    [Theory]
    [InlineData("1e39", "it is beyond the range of single precision.")]
    [InlineData("-3.5e38", "it is beyond the range of single precision.")]
    [InlineData("1e999", "it is beyond the range of single precision.")]
    [InlineData("\"1,5\"", "it has a decimal comma; set DecimalSeparator to ','.")]
    [InlineData("\"-12,25e3\"", "it has a decimal comma; set DecimalSeparator to ','.")]
    [InlineData("\"1,234.5\"", "it has separators of thousands, which are not read.")]
    [InlineData("\"1,234,567\"", "it has separators of thousands, which are not read.")]
    [InlineData("\"1.234,5\"", "it has separators of thousands, which are not read.")]
    [InlineData("1.234.567", "it has separators of thousands, which are not read.")]
    [InlineData("1 234", "it has separators of thousands, which are not read.")]
    [InlineData("1\u00A0234", "it has separators of thousands, which are not read.")]
    [InlineData("1'234", "it has separators of thousands, which are not read.")]
    [InlineData("\"1,234\"", "it has a separator of thousands, which is not read, or a decimal comma; set DecimalSeparator to ',' then.")]
    [InlineData("1\0", "it has a character U+0000.")]
    [InlineData("\01", "it has a character U+0000.")]
    [InlineData("1\0\0", "it has a character U+0000.")]
    [InlineData("1\u200B5", "it has a character U+200B.")]
    [InlineData("\u00AD15", "it has a character U+00AD.")]
    [InlineData("\u22121.5", "it has a character U+2212.")]
    [InlineData("\u20131.5", "it has a character U+2013.")]
    [InlineData("\uFF11\uFF12", "it has a character U+FF11.")]
    [InlineData("\u0661.5", "it has a character U+0661.")]
    [InlineData("1\u0007", "it has a character U+0007.")]
    public void Numbers(string field, string cause)
    {
        DataFormatException exception = Fail($"a,y\n0,1\n{field},2\n", Columns);
        string shown = string.Concat(field.Trim('"').Select(letter => letter is '\0' or '\a' or '\u200B' or '\u00AD' ? $"\\u{(int)letter:X4}" : $"{letter}"));
        Assert.Equal($"Line 3, column 'a': '{shown}' is not a finite number: {cause}", exception.Message);
        Assert.Equal((3, "a", field.Trim('"')), (exception.Line, exception.Column, exception.Text));
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("x")]
    [InlineData("-")]
    [InlineData("0x10")]
    [InlineData("5 kg")]
    public void TextsThatAreNoNumbers(string field) => Assert.Equal(
        $"Line 2, column 'y': '{field}' is not a finite number; if it stands for a missing value, name it in MissingTexts.",
        Fail($"a,y\n1,{field}\n", Columns).Message);

    [Fact]
    public void APointWhereCommasAreAskedFor() => Assert.Equal(
        "Line 2, column 'a': '1.5' is not a finite number: it has a decimal point; set DecimalSeparator to '.'.",
        Fail("a;y\n1.5;2\n", new() { Inputs = ["a"], Targets = ["y"], Delimiter = ';', DecimalSeparator = ',' }).Message);

    [Fact]
    public void LinesAreCountedThroughThousandsOfRows()
    {
        string text = "a,y,note\n" + string.Concat(Enumerable.Repeat("1,2,\"two\nlines\"\n", 5000)) + "x,2,\n";
        Assert.Equal(10_002, Fail(text, Columns).Line);
        Assert.Equal(10_003, Fail("sep=,\n" + text, Columns).Line);
        Assert.Equal(5001, CsvDataset.Load<float>(new StringReader("a,y\n" + string.Concat(Enumerable.Repeat("1,2\n", 5001))), Columns).Data.Rows);
    }

    [Theory]
    [InlineData('\n', "Delimiter is U+000A; it must be a printable ASCII character or a tab, and no quote.")]
    [InlineData('\0', "Delimiter is U+0000; it must be a printable ASCII character or a tab, and no quote.")]
    [InlineData('"', "Delimiter is '\"'; it must be a printable ASCII character or a tab, and no quote.")]
    [InlineData('\u00A7', "Delimiter is U+00A7; it must be a printable ASCII character or a tab, and no quote.")]
    public void DelimitersAreChecked(char delimiter, string message) =>
        Assert.StartsWith(message, Reject(new() { Inputs = ["a"], Targets = ["y"], Delimiter = delimiter }));

    [Fact]
    public void OtherCharactersAreChecked()
    {
        Assert.StartsWith("DecimalSeparator is ';'; it must be '.' or ','.", Reject(new() { Inputs = ["a"], Targets = ["y"], DecimalSeparator = ';' }));
        Assert.StartsWith("CommentPrefix is ','; it must be", Reject(new() { Inputs = ["a"], Targets = ["y"], CommentPrefix = ',' }));
    }

    [Theory]
    [InlineData(0.01, "ValidationSplit of 0.01 leaves 0 of 2 rows for validation.")]
    [InlineData(0.99, "ValidationSplit of 0.99 leaves 0 of 2 rows to train on.")]
    public void ValidationSplitsWithoutRowsAreNamed(double split, string message)
    {
        Trainer<float> trainer = new(new SgdOptimizer<float>(), new() { ValidationSplit = split });
        Dataset<float> data = new([[1f], [2f]], [[1f], [2f]]);
        Assert.StartsWith(message, Assert.Throws<ArgumentException>("options", () => trainer.Fit(new Networks.LinearNetwork<float>(1), data)).Message);
    }

    private static DataFormatException Fail(string text, CsvDatasetOptions options) =>
        Assert.Throws<DataFormatException>(() => CsvDataset.Load<float>(new StringReader(text), options));

    private static string Reject(CsvDatasetOptions options) =>
        Assert.Throws<ArgumentException>(nameof(options), () => CsvDataset.Load<float>(new StringReader("a,y\n1,2\n"), options)).Message;
}
