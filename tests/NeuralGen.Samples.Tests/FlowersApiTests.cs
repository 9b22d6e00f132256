using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace NeuralGen.Samples.Tests;

/// <summary>The minimal API, asked by many at the same time.</summary>
public sealed class FlowersApiTests : IAsyncLifetime, IDisposable
{
    private const int Askers = 16;
    private const int Questions = 50;

    private static readonly (double[] Measures, string Species)[] Flowers = [([5.1, 3.5, 1.4, 0.2], "setosa"), ([5.7, 2.8, 4.1, 1.3], "versicolor"), ([6.5, 3.0, 5.8, 2.2], "virginica")];

    private readonly Process _process = SampleProgram.Start("FlowersApi", "--urls", "http://127.0.0.1:0");
    private readonly HttpClient _client = new();

    public async Task InitializeAsync()
    {
        const string Listening = "Now listening on: ";
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                _client.BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim());

                // A service whose log nobody reads waits for it.
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        Assert.Fail("The service ended: " + await _process.StandardError.ReadToEndAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task Answers_are_right_and_the_same_for_all_who_ask_at_once()
    {
        string[] alone = await Task.WhenAll(Flowers.Select(flower => Ask(flower.Measures)));
        foreach ((string answer, (_, string species)) in alone.Zip(Flowers))
        {
            JsonNode found = JsonNode.Parse(answer)!;
            Assert.Equal(species, (string?)found["name"]);
            Assert.Equal(1, found["probabilities"]!.AsObject().Sum(pair => (double)pair.Value!), 1e-5);
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, Askers * Questions), new ParallelOptions { MaxDegreeOfParallelism = Askers }, async (question, _) =>
            Assert.Equal(alone[question % 3], await Ask(Flowers[question % 3].Measures)));
    }

    [Fact]
    public async Task What_is_no_flower_is_a_bad_request()
    {
        using HttpResponseMessage response = await _client.PostAsJsonAsync("/species", "tulip");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> Ask(double[] measures)
    {
        using HttpResponseMessage response = await _client.PostAsJsonAsync("/species", new { sepalLength = measures[0], sepalWidth = measures[1], petalLength = measures[2], petalWidth = measures[3] });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
