using System.Globalization;
using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests.Predicting;

public sealed class PredictTests
{
    private const string Rows = "id,petal_width,petal_length,sepal_width,sepal_length\na,0.2,1.4,3.5,5.1\n\"b\nq\",2.1,5.4,3.1,6.9\nc,x,5.4,3.1,6.9\nd,1.3,4.3,2.9,6.2\n";

    [Fact]
    public void ColumnsAreFoundByNames()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris).File("rows.csv", Rows.Replace("c,x", "c,1", StringComparison.Ordinal));
        ToolResult result = folder.Run("predict", "iris.nn.json", "--input", "rows.csv", "--output", "scores.csv").Succeeded();
        Assert.Equal("", result.Output);
        string[] lines = folder.Read("scores.csv").Split('\n');
        Assert.Equal("label,setosa,versicolor,virginica", lines[0]);
        Assert.StartsWith("setosa,0.843", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("virginica,0.005", lines[2], StringComparison.Ordinal);
        Assert.Equal(6, lines.Length);
        Assert.Equal(["iris.nn.json", "rows.csv", "scores.csv"], folder.Names);
        folder.Run("predict", "iris.nn.json", "--input", "rows.csv", "--output", "scores.csv").Failed(1, "scores.csv: exists already; --force");
        folder.Run("predict", "iris.nn.json", "--input", "rows.csv", "--output", "scores.csv", "--force", "--keep").Succeeded();
        Assert.StartsWith("id,label,setosa,versicolor,virginica\na,setosa,0.84", folder.Read("scores.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfSomethingElseIsOneError()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris);
        ToolResult result = folder.Pipe("a,b\n1,2\n", "predict", "iris.nn.json").Failed(
            1, "standard input(1,1): error: There is no column 'sepal_length'; the columns are 'a', 'b'. Nor are there 'sepal_width', 'petal_length', 'petal_width'.");
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    [Fact]
    public void RowsThatCannotBePredictedHaveTheirPhysicalLine()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris).File("rows.csv", Rows);
        string[] arguments = ["predict", "iris.nn.json", "--input", "rows.csv", "--output", "scores.csv"];
        ToolResult stopped = folder.Run(arguments).Failed(1, "rows.csv(5): error: column 'petal_width': 'x' is not a finite number.");
        Assert.Equal("", stopped.Output);
        Assert.Equal(["iris.nn.json", "rows.csv"], folder.Names);

        ToolResult skipped = folder.Run([.. arguments, "--on-error", "skip"]).Succeeded();
        Assert.Contains("1 of 4 rows left out; the first is line 5", skipped.Error, StringComparison.Ordinal);
        Assert.Equal(4, folder.Read("scores.csv").Count(letter => letter == '\n'));

        ToolResult marked = folder.Run([.. arguments, "--force", "--on-error", "mark", "--json"]);
        Assert.Equal(1, marked.Json.GetProperty("failed").GetInt32());
        Assert.Equal(5, marked.Json.GetProperty("errors")[0].GetProperty("line").GetInt32());
        string[] lines = folder.Read("scores.csv").Split('\n');
        Assert.StartsWith("\"error: line 5: column 'petal_width'", "\"" + lines[3].TrimStart('"'), StringComparison.Ordinal);
        Assert.EndsWith(",,,", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("virginica,0.0139", lines[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2\n3,4\n", "16\n34\n")]
    [InlineData("x,y\n1,2\n3,4\n", "output\n16\n34\n")]
    [InlineData("x,y,z\r\n1,2,9\r\n3,4,9", "output\n16\n34\n")]
    [InlineData("\uFEFF1,2\n\n3,4\n", "16\n34\n")]
    [InlineData("", "")]
    [InlineData("x,y\n", "output\n")]
    public void InputsWithoutNamesTakeColumnsInOrder(string input, string output)
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum);
        Assert.Equal(output, folder.Pipe(input, "predict", "sum.nn.json", "--input", "-", "--output", "-").Succeeded().Output);
    }

    [Theory]
    [InlineData("1,2\n3\n", "standard input(2): error: the row has 1 fields; there are 2 columns.")]
    [InlineData("1\n", "the file has 1 columns; the network reads 2 values")]
    [InlineData("x,y\n1,\n", "standard input(2): error: column 'y': the value is missing.")]
    [InlineData("x,y\n1,2\"3\n", "standard input(2): error: a quote stands within a field")]
    [InlineData("x,y\n1,\"2\n", "standard input(2): error: a quote is never closed.")]
    [InlineData("x,y\n1,1e99\n", "beyond the range of single precision")]
    public void WhatIsWrongIsSaid(string input, string words)
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum);
        Assert.Equal("", folder.Pipe(input, "predict", "sum.nn.json").Failed(1, words).Output);
    }

    [Fact]
    public void OtherSeparatorsAndHeadersAreAsked()
    {
        using WorkFolder folder = new WorkFolder().File("sum.nn.json", WorkFolder.Sum);
        Assert.Equal("output\n2\n", folder.Pipe("0;1\n1;0\n", "predict", "sum.nn.json", "--delimiter", ";", "--header", "yes").Succeeded().Output);
        Assert.Equal("error: line 1: column 1: 'x' is not a finite number.\n16\n", folder.Pipe("x\ty\n1\t2\n", "predict", "sum.nn.json", "--delimiter", "tab", "--header", "no", "--on-error", "mark").Succeeded().Output);
        folder.File("iris.nn.json", WorkFolder.Iris);
        folder.Pipe("sepal_length;sepal_width\n", "predict", "iris.nn.json").Failed(1, "pass --delimiter ';'");
    }

    [Fact]
    public void CategoriesFillOneHotInputs()
    {
        using WorkFolder folder = new();
        string[] lines = [.. File.ReadLines(Models.PenguinRows).Where(line => !line.Contains("NA", StringComparison.Ordinal)).Take(3)];
        folder.File("rows.csv", string.Join('\n', lines) + "\n");
        ToolResult result = folder.Run("predict", Models.Penguins, "--input", "rows.csv").Succeeded();
        Assert.Equal("body_mass_kg", result.Lines[0]);
        Assert.InRange(double.Parse(result.Lines[1], CultureInfo.InvariantCulture), 3, 5);
        folder.File("rows.csv", string.Join('\n', lines).Replace("Torgersen", "Atlantis", StringComparison.Ordinal));
        folder.Run("predict", Models.Penguins, "--input", "rows.csv").Failed(1, "column 'island': 'Atlantis' is not among 'Biscoe', 'Dream', 'Torgersen'.");
    }

    [Fact]
    public void OnnxModelsOfSeveralOutputsAndKindsPredict()
    {
        using WorkFolder folder = new WorkFolder().File("rows.csv", "5.1,3.5,1.4,0.2\n6.9,3.1,5.4,2.1\n").File("net.nnet", Models.Nnet).File("rt.json", Models.RtNeural);
        ToolResult forest = folder.Run("predict", Models.Forest, "--input", "rows.csv", "--header", "no").Succeeded();
        Assert.Equal(2, forest.Lines.Length);
        Assert.Equal("7\n13\n", folder.Pipe("0,2\n3,2\n", "predict", "rt.json").Succeeded().Output);
        Assert.Equal("6.25\n", folder.Pipe("1,2\n", "predict", "net.nnet").Succeeded().Output);
    }
}
