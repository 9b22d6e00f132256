using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NeuralGen.Samples.Tests;

public sealed class RowScorerTests : IDisposable
{
    private const string Good = "Adelie,Torgersen,39.1,18.7,181,male";

    private readonly string _folder = Directory.CreateTempSubdirectory("neuralgen-rows-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_line_has_the_answer_of_the_network_in_its_place()
    {
        (string Line, float Mass)[] penguins = Scorer.Penguins;
        (int code, string output, string errors) = Scorer.Run(Bytes(string.Concat(penguins.Select(penguin => penguin.Line + "\n"))));
        Assert.Equal((0, ""), (code, errors));
        string[] answers = output.TrimEnd('\n').Split('\n');
        Assert.Equal(penguins.Length, answers.Length);
        Assert.All(penguins.Zip(answers), pair => Assert.Equal(pair.First.Mass, float.Parse(pair.Second, CultureInfo.InvariantCulture), 1e-5f * pair.First.Mass));
    }

    [Fact]
    public void Bad_lines_are_marked_in_their_places_and_counted()
    {
        string[] lines =
        [
            Good, "", "Adelie,Torgersen,39.1", Good + ",7", "Emperor,Torgersen,39.1,18.7,181,male", "Adelie,Torgersen,39.1,18.7,NaN,male",
            "Adelie,Torgersen,,18.7,181,male", "Adelie,Torgersen,1e99,18.7,181,male", new string('x', 3_000_000), "\"Adelie\", Torgersen , 39.1,18.7,+181,male", Good + "\r", Good,
        ];

        // A byte order mark before the first line, and no end behind the last.
        (int code, string output, string errors) = Scorer.Run([0xEF, 0xBB, 0xBF, .. Bytes(string.Join('\n', lines))], "--on-error", "mark");
        string[] answers = output.Split('\n');
        Assert.Equal(0, code);
        Assert.Equal(lines.Length + 1, answers.Length);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], Enumerable.Range(0, lines.Length).Where(index => answers[index] == "error"));
        Assert.Single(answers.Where((answer, index) => index is 0 or 9 or 10 or 11).Distinct());
        Assert.Equal("RowScorer: 8 of 12 lines are bad and marked, first line 2: 6 fields are needed, there are 1.\n", errors);
    }

    [Fact]
    public void Without_marking_a_bad_line_ends_the_program_after_the_answers_before_it()
    {
        (int code, string output, string errors) = Scorer.Run(Bytes($"{Good}\n{Good}\nAdelie,Mars,39.1,18.7,181,male\n{Good}\n"));
        Assert.Equal(1, code);
        Assert.Equal(2, output.Count(letter => letter == '\n'));
        Assert.Equal("RowScorer: line 3: island is 'Mars', which is none of Biscoe, Dream, Torgersen. With --on-error mark bad lines are answered with a marker.\n", errors);
    }

    [Fact]
    public async Task Answers_come_while_the_input_pauses()
    {
        using Process process = Scorer.Start("--append");
        for (int round = 0; round < 3; round++)
        {
            await process.StandardInput.BaseStream.WriteAsync(Bytes(Good + "\n" + Good[..9]));
            await process.StandardInput.BaseStream.FlushAsync();
            string? answer = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.StartsWith(Good + ",3.87", answer, StringComparison.Ordinal);
            await process.StandardInput.BaseStream.WriteAsync(Bytes(Good[9..] + "\n"));
            await process.StandardInput.BaseStream.FlushAsync();
            Assert.StartsWith(Good + ",3.87", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        }

        process.StandardInput.Close();
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
    }

    [Fact]
    public void A_file_appears_whole_or_not_at_all()
    {
        string output = Path.Combine(_folder, "scores", "part.csv");
        using (Process process = Scorer.Start("--output", output))
        {
            for (int row = 0; row < 5000; row++)
            {
                process.StandardInput.BaseStream.Write(Bytes(Good + "\n"));
            }

            process.StandardInput.BaseStream.Flush();
            Assert.False(File.Exists(output));
            process.Kill();
            process.WaitForExit();
        }

        Assert.False(File.Exists(output));
        Assert.Equal(1, Scorer.Run(Bytes(Good + "\nbad\n"), "--output", output).Code);
        Assert.False(File.Exists(output));
        Assert.Equal(0, Scorer.Run(Bytes(Good + "\n"), "--output", output).Code);
        Assert.Single(File.ReadAllLines(output));
    }

    [Theory]
    [InlineData("There is no option '--fast'.", 2, "--fast")]
    [InlineData("--on-error is stop or mark, not 'skip'.", 2, "--on-error", "skip")]
    [InlineData("--input has no value.", 2, "--input")]
    [InlineData("no-such-file", 1, "--input", "no-such-file")]
    public void Wrong_usage_says_what_is_wrong(string message, int expected, params string[] arguments)
    {
        (int code, string output, string errors) = Scorer.Run([], arguments);
        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
