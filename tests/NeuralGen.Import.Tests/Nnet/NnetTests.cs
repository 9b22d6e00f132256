using System.Text;
using NeuralGen.Build;
using NeuralGen.Import.Tests.Models;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.Nnet;

/// <summary>Files of the NNet format become networks with their limits and their normalisation.</summary>
public sealed class NnetTests(ITestOutputHelper output) : IDisposable
{
    private const string Small =
        """
        // A small network
        // with two lines of comments
        2,2,2,3,
        2,3,2,
        0,
        -1.0,0.0,
        1.0,10.0,
        0.5,4.0,7.5,
        2.0,8.0,3.0,
        1.0,-2.0,
        0.5,0.25,
        -1.0,1.0,
        0.1,
        -0.2,
        0.3,
        1.0,2.0,3.0,
        -1.0,0.5,-0.25,
        0.75,
        -0.5,

        """;

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0.25, 5)]
    [InlineData(-3, 12)]
    [InlineData(1, -0.5)]
    public void Inputs_are_clipped_and_normalised_and_outputs_scaled_back(double first, double second)
    {
        double x = (Math.Clamp(first, -1, 1) - 0.5) / 2;
        double y = (Math.Clamp(second, 0, 10) - 4) / 8;
        double[] hidden = [Math.Max(0, x - (2 * y) + 0.1), Math.Max(0, (0.5 * x) + (0.25 * y) - 0.2), Math.Max(0, y - x + 0.3)];
        double[] expected =
        [
            ((hidden[0] + (2 * hidden[1]) + (3 * hidden[2]) + 0.75) * 3) + 7.5,
            ((-hidden[0] + (0.5 * hidden[1]) - (0.25 * hidden[2]) - 0.5) * 3) + 7.5,
        ];
        double[] actual = Model(Small).Predict(first, second);
        Assert.Equal(expected[0], actual[0], 1e-5);
        Assert.Equal(expected[1], actual[1], 1e-5);
    }

    [Fact]
    public void Files_are_recognised_by_what_they_hold()
    {
        string path = Path.Combine(_folder.Path, "network.txt");
        File.WriteAllText(path, Small.ReplaceLineEndings("\r\n"));
        Assert.True(ImportedFile.IsImported(path));
        File.WriteAllText(path, "// a comment\n{ \"inputs\": 2 }\n");
        Assert.False(ImportedFile.IsImported(path));
    }

    [Theory]
    [InlineData(3, "2,2,2", "it has 3 numbers, and the numbers of layers, inputs, outputs and of the largest layer are 4")]
    [InlineData(3, "2,2,0,3", "0 among the numbers of layers, inputs, outputs and of the largest layer is no size")]
    [InlineData(4, "2,3,2.5", "2.5 among the sizes of layers is no size")]
    [InlineData(4, "3,3,2", "the sizes lead from 3 to 2, and the line before says 2 inputs and 2 outputs")]
    [InlineData(7, "-2,1", "the largest value of input 0, -2, is below its least, -1")]
    [InlineData(9, "2,0,3", "the range of input 1 is 0")]
    [InlineData(9, "2,8,0", "the range of outputs is 0")]
    [InlineData(11, "0.5,nan", "'nan' among the weights of layer 1, unit 1 is no finite number")]
    [InlineData(11, "0.5,<html>and so on, and on, and on", "it has 4 numbers, and the weights of layer 1, unit 1 are 2")]
    [InlineData(13, "", "it has 3 numbers, and the bias of layer 1, unit 2 are 1", 16)]
    public void Damage_is_an_error_with_its_line(int line, string text, string words, int found = 0)
    {
        string[] lines = Small.Split('\n');
        lines[line - 1] = text;
        FileProblem problem = Assert.Single(_folder.Import(Encoding.UTF8.GetBytes(string.Join("\n", lines)), name: "small.nnet").Problems);
        int expected = found == 0 ? line : found;
        Assert.Equal(("NEURAL0421", expected, Path.Combine(_folder.Path, "small.nnet")), (problem.Rule.Id, problem.Line, problem.File));
        Assert.Equal($"'models/small.nnet' cannot be read as an NNet file: line {expected}: {words}", problem.Message.Split(" (docs/")[0]);
    }

    [Fact]
    public void Every_cut_of_a_file_is_one_error()
    {
        string[] lines = Small.TrimEnd().Split('\n');
        for (int count = 0; count < lines.Length; count++)
        {
            string problem = Assert.Single(_folder.Import(Encoding.UTF8.GetBytes(string.Join("\n", lines.Take(count))), name: "small.nnet").Problems).Message;
            Assert.Contains("the file ends where ", problem, StringComparison.Ordinal);
        }

        Assert.Contains("line 20: '1,2' stands behind the last of the layers", Assert.Single(_folder.Import(Encoding.UTF8.GetBytes(Small + "1,2\n"), name: "small.nnet").Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_lie_cost_no_memory() => Assert.Contains(
        "line 3: it has 2 numbers, and the sizes of layers are 2000000001",
        Assert.Single(_folder.Import(Encoding.UTF8.GetBytes("// x\n2000000000,2000000000,2,1\n2000000000,2\n0\n"), name: "small.nnet").Problems).Message,
        StringComparison.Ordinal);

    [Fact]
    public void What_is_said_of_graphs_is_an_error() => Assert.Equal(
        ["NEURAL0411 'Constants' of the item 'models/small.nnet' is for ONNX models, and this is none"],
        _folder.Import(Encoding.UTF8.GetBytes(Small), new ImportOptions { Constants = "input=1" }, "small.nnet").Problems.Select(problem => $"{problem.Rule.Id} {problem.Message.Split(" (docs/")[0]}"));

    [Theory]
    [InlineData("1_1")]
    [InlineData("3_5")]
    [InlineData("5_9")]
    public void The_published_networks_are_those_of_their_onnx_forms_between_normalisations(string network)
    {
        string file = Path.Combine(SourceRoot.Path, "..", "shared", "fixtures", "acasxu", "ACASXU_experimental_v2a_" + network);
        if (!File.Exists(file + ".nnet"))
        {
            output.WriteLine($"Skipped: the published networks are no part of the repository, and are not beside it ({file}).");
            return;
        }

        BoundModel own = Model(File.ReadAllText(file + ".nnet"));
        BoundModel other = BoundModel.Of(File.ReadAllBytes(file + ".onnx"), "acasxu.onnx");
        double largest = 0;
        double[] means = [1.9791091e+04, 0, 0, 650, 600];
        double[] ranges = [60261, 6.28318530718, 6.28318530718, 1100, 1200];
        Random random = new(11);
        for (int i = 0; i < 50; i++)
        {
            double[] input = [random.NextDouble() * 60760, (random.NextDouble() - 0.5) * 6.28, (random.NextDouble() - 0.5) * 6.28, 100 + (random.NextDouble() * 1100), random.NextDouble() * 1200];
            double[] expected = other.Predict([.. input.Select((value, axis) => (value - means[axis]) / ranges[axis])]);
            double[] actual = own.Predict(input);
            largest = Math.Max(largest, expected.Zip(actual, (theirs, ours) => Math.Abs(((theirs * 373.94992) + 7.5188840201005975 - ours) / 373.94992)).Max());
        }

        output.WriteLine($"The largest difference is {largest:G3} of the range of outputs.");
        Assert.True(largest < 2e-6, $"{largest} of the range of outputs");
    }

    private static BoundModel Model(string text) => BoundModel.Of(Encoding.UTF8.GetBytes(text), "small.nnet");
}
