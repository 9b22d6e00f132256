using System.Text.Json;
using NeuralGen.Compiler.Json;
using JsonDocument = NeuralGen.Compiler.Json.JsonDocument;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>Random texts, intact and damaged, against System.Text.Json.</summary>
public class JsonReferenceTests
{
    private const int DocumentsPerSeed = 100;
    private const int MutantsPerDocument = 30;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Reads_intact_texts_alike(int seed)
    {
        RandomJson random = new(seed);
        for (int i = 0; i < DocumentsPerSeed; i++)
        {
            Assert.True(AreAlike(random.Document()));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void Judges_damaged_texts_alike(int seed)
    {
        RandomJson random = new(seed);
        JsonMutator mutator = new(seed);
        int accepted = 0;
        for (int i = 0; i < DocumentsPerSeed; i++)
        {
            string text = random.Document();
            for (int j = 0; j < MutantsPerDocument; j++)
            {
                string mutant = mutator.Mutate(text);
                AssertJudgementIsWellFormed(mutant);
                accepted += AreAlike(ReferenceJson.WithoutLoneSurrogates(mutant)) ? 1 : 0;
            }
        }

        // Both verdicts must have been put to the test.
        Assert.InRange(accepted, DocumentsPerSeed * 3, DocumentsPerSeed * (MutantsPerDocument - 5));
    }

    private static bool AreAlike(string text)
    {
        JsonDocument? actual = AssertJudgementIsWellFormed(text);
        JsonElement? expected = ReferenceJson.Parse(text);
        Assert.True(expected.HasValue == (actual is not null), $"Only one of the readers accepts: {text}");
        if (expected is { } root)
        {
            TreeComparison.AssertEqual(root, actual!.Root);
        }

        return expected.HasValue;
    }

    private static JsonDocument? AssertJudgementIsWellFormed(string text)
    {
        JsonDocument? document = JsonDocument.TryParse(text, out JsonError? error);
        Assert.Equal(document is null, error is not null);
        if (error is not null)
        {
            Assert.InRange(error.Start, 0, text.Length);
            Assert.InRange(error.Length, 0, text.Length - error.Start);
            Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
            Assert.InRange(error.Message.Length, 10, 120);
            Assert.DoesNotContain(error.Message, char.IsControl);
            Assert.Equal(error.Message, ReferenceJson.WithoutLoneSurrogates(error.Message));
        }

        return document;
    }
}
