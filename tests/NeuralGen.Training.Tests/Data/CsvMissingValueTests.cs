namespace NeuralGen.Training.Tests.Data;

/// <summary>What becomes of values that are missing.</summary>
public class CsvMissingValueTests
{
    private const string Text = "a,b,kind,y\n1,,red,1\nNA,2,,2\n4,7,blue,3\n4,?,red,4\n,2,blue,5\n";

    [Theory]
    [InlineData(MissingValues.Mean, "1,3,4,4,3", "3")]
    [InlineData(MissingValues.Median, "1,4,4,4,4", "4")]
    [InlineData(MissingValues.MostFrequent, "1,4,4,4,4", "4")]
    [InlineData(MissingValues.Constant, "1,-7.5,4,4,-7.5", "-7.5")]
    public void InputsAreFilledIn(MissingValues policy, string expected, string constant)
    {
        CsvDataset<double> csv = Load(Text, new() { Inputs = ["a"], Targets = ["y"], MissingValues = policy, MissingConstant = "-7.5", MissingTexts = ["NA", "?"] });
        Assert.Equal(expected, string.Join(",", csv.Data.Inputs.ToArray()));
        Assert.Equal(new Dictionary<string, string> { ["a"] = constant }, csv.MissingConstants);
        Assert.Equal((2, 0, 5), (csv.FilledValues, csv.SkippedRows, csv.Data.Rows));
    }

    [Fact]
    public void EveryColumnHasItsOwnPolicy()
    {
        CsvDataset<double> csv = Load(Text, new()
        {
            Inputs = ["a", "b", "kind"],
            CategoricalInputs = ["kind"],
            Targets = ["y"],
            MissingTexts = ["NA", "?"],
            MissingValues = MissingValues.Mean,
            MissingValuesByColumn = new Dictionary<string, MissingValues> { ["b"] = MissingValues.SkipRow, ["kind"] = MissingValues.MostFrequent },
        });

        // Rows 2, 3 and 5 are left, and means are theirs.
        Assert.Equal([2, 3, 5], csv.Data.Targets.ToArray());
        Assert.Equal(["a", "b", "kind=blue"], csv.InputNames);
        Assert.Equal([4, 2, 1, 4, 7, 1, 4, 2, 1], csv.Data.Inputs.ToArray());
        Assert.Equal((3, 2), (csv.FilledValues, csv.SkippedRows));
        Assert.Equal("blue", csv.MissingConstants["kind"]);
    }

    [Fact]
    public void ATestFileIsFilledLikeTheTrainingFile()
    {
        CsvDatasetOptions options = new() { Inputs = ["a", "kind"], CategoricalInputs = ["kind"], Targets = ["y"], MissingTexts = ["NA", "?"], MissingValues = MissingValues.MostFrequent };
        CsvDataset<double> training = Load(Text, options);
        CsvDataset<double> test = Load("a,kind,y\n,,1\n9,blue,2\n9,blue,2\n", new()
        {
            Inputs = options.Inputs,
            CategoricalInputs = options.CategoricalInputs,
            Categories = training.Categories,
            Targets = options.Targets,
            MissingConstants = training.MissingConstants,
        });
        Assert.Equal(["red", "blue"], training.Categories["kind"]);
        Assert.Equal([4, 1, 0, 9, 0, 1, 9, 0, 1], test.Data.Inputs.ToArray());
        Assert.Equal(training.MissingConstants, test.MissingConstants);
    }

    [Fact]
    public void AConstantCanBeACategoryOfItsOwn()
    {
        CsvDataset<double> csv = Load("kind,y\nred,1\n,2\n", new()
        {
            Inputs = ["kind"],
            CategoricalInputs = ["kind"],
            Targets = ["y"],
            MissingConstants = new Dictionary<string, string> { ["kind"] = "unknown" },
        });
        Assert.Equal(["kind=red", "kind=unknown"], csv.InputNames);
        Assert.Equal([1, 0, 0, 1], csv.Data.Inputs.ToArray());
    }

    [Fact]
    public void TheMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo()
    {
        CsvDataset<float> csv = CsvDataset.Load<float>(
            new StringReader("a;y\n3e38;1\n;1\n3,2e38;1\n-1;1\n3,4e38;1\n"),
            new() { Inputs = ["a"], Targets = ["y"], Delimiter = ';', DecimalSeparator = ',', MissingValues = MissingValues.Median });
        Assert.Equal(3.1e38f, csv.Data.Inputs[1]);
        Assert.Equal("3,1E+38", csv.MissingConstants["a"]);
    }

    [Fact]
    public void TargetsAndLabelsAreNeverFilledIn()
    {
        CsvDatasetOptions Options(MissingValues policy) => new()
        {
            Inputs = ["a"],
            Targets = ["y"],
            MissingValues = policy,
            MissingValuesByColumn = policy == MissingValues.Error ? new Dictionary<string, MissingValues> { ["y"] = MissingValues.SkipRow } : [],
        };
        Assert.Equal("Line 2, column 'y': the value is missing ('').", Assert.Throws<DataFormatException>(() => Load("a,y\n1,\n2,3\n", Options(MissingValues.Mean))).Message);
        Assert.Equal([2], Load("a,y\n1,\n2,3\n", Options(MissingValues.Error)).Data.Inputs.ToArray());
    }

    [Fact]
    public void OptionsThatContradictEachOtherAreRejected()
    {
        Reject("MissingValuesByColumn has Mean for 'y'; only input columns are filled in.", new() { Inputs = ["a"], Targets = ["y"], MissingValuesByColumn = new Dictionary<string, MissingValues> { ["y"] = MissingValues.Mean } });
        Reject("The categories of 'a' have no Median; give another policy for it in MissingValuesByColumn, such as MostFrequent.", new() { Inputs = ["a"], CategoricalInputs = ["a"], Targets = ["y"], MissingValues = MissingValues.Median });
        Reject("The column 'b' is not among the columns that are read.", new() { Inputs = ["a"], Targets = ["y"], MissingValuesByColumn = new Dictionary<string, MissingValues> { ["b"] = MissingValues.Error } });
        Reject("The column 'y' is not among the input columns.", new() { Inputs = ["a"], Targets = ["y"], MissingConstants = new Dictionary<string, string> { ["y"] = "1" } });
        Reject("The constant for missing values of 'a': 'x' is not a finite number", new() { Inputs = ["a"], Targets = ["y"], MissingConstants = new Dictionary<string, string> { ["a"] = "x" } });
        Reject("The constant 'plum' for missing values of 'a' is not among '1'.", new() { Inputs = ["a"], CategoricalInputs = ["a"], Categories = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["1"] }, Targets = ["y"], MissingConstants = new Dictionary<string, string> { ["a"] = "plum" } });

        static void Reject(string message, CsvDatasetOptions options) =>
            Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => Load("a,y\n1,2\n", options)).Message);
    }

    [Theory]
    [InlineData(MissingValues.Mean)]
    [InlineData(MissingValues.MostFrequent)]
    public void AColumnWithoutAnyValueIsAnError(MissingValues policy) => Assert.Equal(
        "Column 'a' has no value from which to fill in the missing ones.",
        Assert.Throws<DataFormatException>(() => Load("a,y\n,2\n", new() { Inputs = ["a"], Targets = ["y"], MissingValues = policy })).Message);

    private static CsvDataset<double> Load(string text, CsvDatasetOptions options) => CsvDataset.Load<double>(new StringReader(text), options);
}
