using System.Text;
using NeuralGen.Training.Tests.EndToEnd.Networks;
using NeuralGen.Training.Tests.Training;

namespace NeuralGen.Training.Tests.EndToEnd;

/// <summary>Networks that own their parameters and take several tensors: whoever trains them calls the gradient and an optimizer.</summary>
public class SeveralTensorsTests
{
    private const int Samples = 64;
    private static readonly float[] Worth = [0, 0.5f, 1, -1, 2];

    [Fact]
    public void Optimizers_train_them()
    {
        CardPlayer player = new();
        (float[] rules, long[] cards, float[] targets) = Data();
        float[] gradient = new float[CardPlayer.ParameterCount];
        AdamOptimizer<float> optimizer = new();
        float first = player.GradientBatch(rules, cards, targets, gradient);
        for (int step = 0; step < 600; step++)
        {
            player.GradientBatch(rules, cards, targets, gradient);
            optimizer.Step(player.Parameters, gradient, 0.01f);
        }

        float[] values = new float[Samples];
        player.PredictBatch(rules, cards, values);
        Assert.True(first > 0.5f);
        Assert.All(values.Zip(targets), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.3f));
    }

    [Fact]
    public void Their_gradient_is_the_slope_of_their_loss()
    {
        CardPlayer player = new();
        float[] gradient = new float[CardPlayer.ParameterCount];
        float[] rule = [0.5f, -1];
        long[] cards = [4, 0, 4];
        player.Gradient(rule, cards, [1.5f], gradient);
        const float Step = 1f / 256;
        for (int i = 0; i < gradient.Length; i++)
        {
            float before = player.Parameters[i];
            player.Parameters[i] = before + Step;
            float above = player.Loss(rule, cards, [1.5f]);
            player.Parameters[i] = before - Step;
            float below = player.Loss(rule, cards, [1.5f]);
            player.Parameters[i] = before;
            Assert.InRange(gradient[i] - ((above - below) / (2 * Step)), -0.002f, 0.002f);
        }

        // Rows of the table that no card names have no slope; the one that is named twice has.
        Assert.All(gradient.Skip(4).Take(12), slope => Assert.Equal(0, slope));
        Assert.All(gradient.Skip(16).Take(4), slope => Assert.NotEqual(0, slope));
    }

    [Fact]
    public void Their_files_are_read_back_to_the_bit()
    {
        CardPlayer player = new();
        player.Initialize(11);
        using MemoryStream stream = new();
        player.Save(stream);
        using MemoryStream weights = new();
        player.SaveWeights(weights);
        CardPlayer other = new();
        Assert.NotEqual(Bits.Of<float>(player.Parameters), Bits.Of<float>(other.Parameters));
        stream.Position = 0;
        other.Load(stream);
        Assert.Equal(Bits.Of<float>(player.Parameters), Bits.Of<float>(other.Parameters));
        other.Initialize(12);
        weights.Position = 0;
        other.LoadWeights(weights);
        Assert.Equal(Bits.Of<float>(player.Parameters), Bits.Of<float>(other.Parameters));
        Assert.Contains("\"table.weight\":{\"dtype\":\"F32\",\"shape\":[5,4]", Encoding.Latin1.GetString(weights.ToArray()), StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(ITrainableNetwork<float>), typeof(CardPlayer).GetInterfaces());
    }

    [Theory]
    [InlineData("{ \"name\": \"rule\", \"shape\": [2] }, { \"name\": \"cards\"", "{ \"name\": \"cards\", \"shape\": [2] }, { \"name\": \"rule\"", "The file's 'inputs' are cards, rule; the network's are rule, cards")]
    [InlineData("\"shape\": [2] }", "\"shape\": [3] }", "The file does not have the network's 2 + 3 inputs")]
    [InlineData("\"count\": 5", "\"count\": 6", "'count' of layer 0 is 6; the network has 5")]
    public void Files_of_other_inputs_are_refused(string text, string replacement, string message)
    {
        CardPlayer player = new();
        using MemoryStream stream = new();
        player.Save(stream);
        string json = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains(text, json, StringComparison.Ordinal);
        using MemoryStream other = new(Encoding.UTF8.GetBytes(json.Replace(text, replacement, StringComparison.Ordinal)));
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => player.Load(other)).Message, StringComparison.Ordinal);
    }

    private static (float[] Rules, long[] Cards, float[] Targets) Data()
    {
        Random random = new(1);
        float[] rules = [.. Enumerable.Range(0, 2 * Samples).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        long[] cards = [.. Enumerable.Range(0, 3 * Samples).Select(_ => (long)random.Next(5))];
        float[] targets = [.. Enumerable.Range(0, Samples).Select(i => rules[2 * i] + Worth[cards[3 * i]] + Worth[cards[(3 * i) + 1]] + Worth[cards[(3 * i) + 2]])];
        return (rules, cards, targets);
    }
}
