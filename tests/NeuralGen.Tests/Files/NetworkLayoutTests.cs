using System.Globalization;
using System.Text;

namespace NeuralGen.Tests.Files;

/// <summary>What Save writes, Load reads to the same bits; what Load and the compiler refuse, Save does not write.</summary>
public sealed class NetworkLayoutTests
{
    public static TheoryData<float> Singles =>
    [
        float.MaxValue, -float.MaxValue, MathF.BitDecrement(float.MaxValue), float.Epsilon, -float.Epsilon, 1.17549421e-38f, 1.17549435e-38f,
        0f, 0.1f, 1 / 3f, 16777217f, 8.5e-40f, 3.4028230e38f, 1e10f, 9.999999e-5f,

        // Its shortest text lies so near to the middle between two numbers that reading it in double precision gives another one.
        7.038531e-26f,
    ];

    public static TheoryData<double> Doubles =>
    [
        double.MaxValue, -double.MaxValue, double.Epsilon, -double.Epsilon, 2.2250738585072009e-308, 2.2250738585072014e-308,
        0, 0.1, 1 / 3.0, 9007199254740993, 1e-320, 1.7976931348623155e308,
    ];

    [Theory]
    [MemberData(nameof(Singles))]
    public void SinglesRoundTripToTheBit(float value)
    {
        float[] parameters = [value, -value];
        float[] read = new float[2];
        Layout().Load(Written(stream => Layout().Save(stream, parameters, [0, 1])), read, new float[2]);
        Assert.Equal(Array.ConvertAll(parameters, BitConverter.SingleToInt32Bits), Array.ConvertAll(read, BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [MemberData(nameof(Doubles))]
    public void DoublesRoundTripToTheBit(double value)
    {
        double[] parameters = [value, -value];
        double[] read = new double[2];
        Layout().Load(Written(stream => Layout().Save(stream, parameters, [0, 1])), read, new double[2]);
        Assert.Equal(Array.ConvertAll(parameters, BitConverter.DoubleToInt64Bits), Array.ConvertAll(read, BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void AnySinglesRoundTripToTheBit()
    {
        Random random = new(5);
        float[] parameters = [.. Enumerable.Range(0, 20_000).Select(_ => BitConverter.Int32BitsToSingle(random.Next())).Where(float.IsFinite)];
        NetworkLayout layout = new NetworkLayout("\"inputs\": 1").Layer("\"type\": \"dense\"").Parameters("weights", 0, parameters.Length, 1);
        float[] read = new float[parameters.Length];
        layout.Load(Written(stream => layout.Save(stream, parameters, [])), read, []);
        Assert.Equal(parameters, read);
    }

    [Theory]
    [InlineData("0.1000000000000000055", 0.1f)]
    [InlineData("3.4028235677973366e38", 0f)]
    [InlineData("3.4028235677973360e38", float.MaxValue)]
    [InlineData("-3.5e38", 0f)]
    [InlineData("1e39", 0f)]
    [InlineData("1e-50", 0f)]
    public void NumbersOfADoubleFileAreRoundedAndRefusedWhereTheyOverflow(string number, float expected)
    {
        MemoryStream file = new(Encoding.UTF8.GetBytes($$"""
            { "inputs": 1, "layers": [ { "type": "dense", "weights": [[1, {{number}}]] }, { "type": "normalization", "mean": [0], "scale": [1] } ] }
            """));
        float[] read = new float[2];
        if (expected != 0 || number == "1e-50")
        {
            Layout().Load(file, read, new float[2]);
            Assert.Equal(expected, read[1]);
            return;
        }

        FormatException error = Assert.Throws<FormatException>(() => Layout().Load(file, read, new float[2]));
        Assert.StartsWith($"'weights' of layer 0 holds {number}, which is no number of the network's precision (line 1, column ", error.Message);
        Assert.Equal([0, 0], read);
    }

    [Theory]
    [InlineData(0, double.NaN, "Row 0, column 0 of 'weights' of layer 'a' is NaN; it must be a finite number to be saved.")]
    [InlineData(3, double.PositiveInfinity, "Row 1, column 1 of 'weights' of layer 'a' is Infinity; it must be a finite number to be saved.")]
    [InlineData(5, double.NegativeInfinity, "Value 1 of 'bias' of layer 'a' is -Infinity; it must be a finite number to be saved.")]
    [InlineData(9, double.NaN, "Value 1 of 'gamma' of layer 'b' is NaN; it must be a finite number to be saved.")]
    [InlineData(-1, double.NaN, "Value 0 of 'mean' of layer 'b' is NaN; it must be a finite number to be saved.")]
    [InlineData(-3, -0.5, "Value 0 of 'variance' of layer 'b' is -0.5; it must be 0 or more to be saved.")]
    [InlineData(-6, 0, "Value 1 of 'scale' of layer 'n' is 0; it must be other than 0 to be saved.")]
    [InlineData(-8, 0, "Value 0 of 'variance' of layer 'c' is 0; it must be more than 0 while 'epsilon' is 0 to be saved.")]
    public void NumbersThatNoBuildReadsAreNotWritten(int index, double value, string message)
    {
        Check(Array.ConvertAll(Valid.Parameters, number => (float)number), Array.ConvertAll(Valid.Statistics, number => (float)number), (float)value, Everything().Save);
        Check([.. Valid.Parameters], [.. Valid.Statistics], value, Everything().Save);

        void Check<T>(T[] parameters, T[] statistics, T wrong, SaveMethod<T> save)
        {
            save(new MemoryStream(), parameters, statistics);
            (index < 0 ? ref statistics[-index - 1] : ref parameters[index]) = wrong;
            using MemoryStream stream = new();
            Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => save(stream, parameters, statistics)).Message);
            Assert.Equal(0, stream.Length);
        }
    }

    // 1e38 / √(1e-5) is a number in double precision only, 1e308 / √(1e-5) none at all.
    [Theory]
    [InlineData(9, 1e38, true, "Value 1 of 'gamma' of layer 'b' is 9.999999680285692E+37; it must be so small that 'gamma' / √('variance' + 'epsilon') is a number of the network's precision to be saved.")]
    [InlineData(9, 1e38, false, null)]
    [InlineData(9, 1e308, false, "Value 1 of 'gamma' of layer 'b' is 1E+308; it must be so small that 'gamma' / √('variance' + 'epsilon') is a number of the network's precision to be saved.")]
    [InlineData(9, -1e308, false, "Value 1 of 'gamma' of layer 'b' is -1E+308; it must be so small that 'gamma' / √('variance' + 'epsilon') is a number of the network's precision to be saved.")]
    public void FactorsThatNoBuildReadsAreNotWritten(int index, double value, bool isSingle, string? message)
    {
        (double[] parameters, double[] statistics) = Valid;
        parameters[index] = value;
        statistics[3] = 0;
        using MemoryStream stream = new();
        Exception? error = Record.Exception(() =>
        {
            if (isSingle)
            {
                Everything().Save(stream, Array.ConvertAll(parameters, number => (float)number), Array.ConvertAll(statistics, number => (float)number));
            }
            else
            {
                Everything().Save(stream, parameters, statistics);
            }
        });
        Assert.Equal(message, (error as InvalidOperationException)?.Message);
        Assert.Equal(message is null, stream.Length > 0);
    }

    [Theory]
    [InlineData("\"variance\": [1, 1]", "\"variance\": [1, -1]", "'variance' of layer 1 holds -1; it must be 0 or more (line 13, column ")]
    [InlineData("\"scale\": [1, 1]", "\"scale\": [1, 0]", "'scale' of layer 2 holds 0; it must be other than 0 (line 16, column ")]
    [InlineData("\"scale\": [1, 1]", "\"scale\": [1, 1e-400]", "'scale' of layer 2 holds 1e-400; it must be other than 0 (line 16, column ")]
    [InlineData("\"variance\": [1] }", "\"variance\": [0] }", "'variance' of layer 3 holds 0; it must be more than 0 while 'epsilon' is 0 (line ")]
    public void LoadRefusesTheSame(string text, string replacement, string message)
    {
        string json = Encoding.UTF8.GetString(Written(stream => Everything().Save(stream, Valid.Parameters, Valid.Statistics)).ToArray());
        Assert.Contains(text, json);
        double[] parameters = new double[Valid.Parameters.Length];
        FormatException error = Assert.Throws<FormatException>(() =>
            Everything().Load(new MemoryStream(Encoding.UTF8.GetBytes(json.Replace(text, replacement))), parameters, new double[Valid.Statistics.Length]));
        Assert.StartsWith(message, error.Message);
        Assert.Equal(new double[parameters.Length], parameters);
    }

    [Theory]
    [InlineData("", "", "[[1, 2], [3, 4], [5, 6]]", new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("\"layout\": \"inputs_units\",", "", "[[1, 3, 5], [2, 4, 6]]", new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("", "\"layout\": \"inputs_units\",", "[[1, 3, 5], [2, 4, 6]]", new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("\"layout\": \"inputs_units\",", "\"layout\": \"units_inputs\",", "[[1, 2], [3, 4], [5, 6]]", new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("\"layout\": \"inputs_units\",", "", "[1, 3, 5, 2, 4, 6]", new double[] { 1, 2, 3, 4, 5, 6 })]
    public void WeightsAreReadInTheLayoutOfTheFile(string ofFile, string ofLayer, string weights, double[] expected)
    {
        NetworkLayout layout = new NetworkLayout("\"inputs\": 2").Layer("\"type\": \"dense\"").Parameters("weights", 0, 6, 2).Parameters("bias", 6, 3, 0);
        double[] read = new double[9];
        layout.Load(File($$"""{ "inputs": 2, {{ofFile}} "layers": [ { "type": "dense", {{ofLayer}} "weights": {{weights}}, "bias": [7, 8, 9] } ] }"""), read, []);
        Assert.Equal([.. expected, 7, 8, 9], read);
    }

    [Fact]
    public void RowsOfTheOtherLayoutAreCounted() => Assert.StartsWith(
        "A row of 'weights' of layer 0 has 2 numbers; 3 are needed (line 1,",
        Assert.Throws<FormatException>(() => new NetworkLayout("\"inputs\": 2").Layer("\"type\": \"dense\"").Parameters("weights", 0, 6, 2).Load(
            File("""{ "inputs": 2, "layout": "inputs_units", "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4], [5, 6]] } ] }"""), new double[6], [])).Message);

    [Theory]
    [InlineData("\"inputs\": [\"b\", \"a\"]", "The file's 'inputs' are b, a; the network's are a, b (line 1, column 13).")]
    [InlineData("\"inputs\": 2, \"outputs\": [\"d\", \"c\"]", "The file's 'outputs' are d, c; the network's are c, d (line 1, column ")]
    [InlineData("\"inputs\": 2, \"labels\": [\"no\", { \"text\": \"<5\", \"name\": \"Small\" }]", "The file's 'labels' are no, <5; the network's are <5, no (line 1, column ")]
    [InlineData("\"inputs\": [\"a\", \"b\"], \"labels\": [\"<5\", \"no\"], \"outputs\": [\"c\", \"d\"]", null)]
    [InlineData("\"inputs\": [\"x\", \"y\"]", null)]
    [InlineData("\"inputs\": 2, \"labels\": [\"left\", \"right\"]", "The file's 'labels' are left, right; the network's are <5, no (line 1, column ")]
    public void NamesInAnotherOrderAreRefused(string names, string? message)
    {
        NetworkLayout layout = new NetworkLayout("\"inputs\": [\"a\", \"b\"]\n\"outputs\": [\"c\", \"d\"]\n\"labels\": [{ \"text\": \"<5\", \"name\": \"UpTo5\" }, \"no\"]")
            .Layer("\"type\": \"dense\"").Parameters("weights", 0, 4, 2);
        double[] read = new double[4];
        FormatException? error = Record.Exception(() => layout.Load(File($$"""{ {{names}}, "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]] } ] }"""), read, [])) as FormatException;
        Assert.StartsWith(message ?? "read", error?.Message ?? "read");
        Assert.Equal(message is null ? [1, 2, 3, 4] : [0, 0, 0, 0], read);
    }

    [Fact]
    public void AScaleThatRoundsToZeroInSingleIsRefused()
    {
        const string File = """{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1, 2]] }, { "type": "normalization", "mean": [0], "scale": [1e-46] } ] }""";
        FormatException error = Assert.Throws<FormatException>(() => Layout().Load(new MemoryStream(Encoding.UTF8.GetBytes(File)), new float[2], new float[2]));
        Assert.StartsWith("'scale' of layer 1 holds 1e-46; it must be other than 0", error.Message);
    }

    [Fact]
    public void StatisticsThatAreNotLearnedAreNotWritten()
    {
        NetworkLayout layout = new NetworkLayout("\"inputs\": 1").Layer("\"type\": \"normalization\", \"name\": \"scaler\"").LearnedStatistics("mean", 0, 1).LearnedStatistics("scale", 1, 1);
        using MemoryStream stream = new();
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => layout.Save(stream, [], Unlearned, needsNormalization: true));
        Assert.Equal("Layer 'scaler' has no 'mean' yet; train the network, or call FitNormalization or Load, before it is saved.", error.Message);
        Assert.Equal(0, stream.Length);
        layout.Save(stream, [], Unlearned);
        Assert.NotEqual(0, stream.Length);
    }

    [Fact]
    public void NumbersAreWrittenTheSameInEveryCulture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new() { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Contains("[-0.5, 0.25]", Encoding.UTF8.GetString(Written(stream => Layout().Save(stream, [-0.5f, 0.25f], Unlearned)).ToArray()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private delegate void SaveMethod<T>(Stream stream, ReadOnlySpan<T> parameters, ReadOnlySpan<T> statistics, bool needsNormalization = false);

    private static readonly float[] Unlearned = [0, 1];

    private static (double[] Parameters, double[] Statistics) Valid => ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [0, 1, 1, 1, 1, 1, 0, 1]);

    private static NetworkLayout Layout() => new NetworkLayout("\"inputs\": 1")
        .Layer("\"type\": \"dense\", \"name\": \"a\"").Parameters("weights", 0, 2, 2)
        .Layer("\"type\": \"normalization\", \"name\": \"n\"").Statistics("mean", 0, 1).Statistics("scale", 1, 1);

    private static NetworkLayout Everything() => new NetworkLayout("\"inputs\": 2")
        .Layer("\"type\": \"dense\", \"name\": \"a\"").Parameters("weights", 0, 4, 2).Parameters("bias", 4, 2, 0)
        .Layer("\"type\": \"batch_normalization\", \"name\": \"b\", \"epsilon\": 1E-05")
        .Parameters("gamma", 8, 2, 0).Parameters("beta", 6, 2, 0).Statistics("mean", 0, 2).Statistics("variance", 2, 2)
        .Layer("\"type\": \"normalization\", \"name\": \"n\"").Statistics("mean", 0, 2).Statistics("scale", 4, 2)
        .Layer("\"type\": \"batch_normalization\", \"name\": \"c\", \"epsilon\": 0")
        .Parameters("gamma", 8, 1, 0).Parameters("beta", 6, 1, 0).Statistics("mean", 6, 1).Statistics("variance", 7, 1);

    private static MemoryStream File(string text) => new(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Written(Action<Stream> write)
    {
        MemoryStream stream = new();
        write(stream);
        stream.Position = 0;
        return stream;
    }
}
