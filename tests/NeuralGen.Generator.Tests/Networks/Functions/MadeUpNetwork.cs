using System.Globalization;
using System.Text.Json.Nodes;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Networks.Functions;

/// <summary>A network with a function that no declaration names: by itself, behind a dense layer, and at the end.</summary>
/// <param name="precision">The precision, as files say it.</param>
/// <param name="emission">The wish for the form of code, as files say it.</param>
/// <param name="sizes">The number of inputs and of the units of each layer.</param>
/// <param name="isTrainable">Whether training changes its numbers.</param>
internal sealed class MadeUpNetwork(string precision, string emission, int[] sizes, bool isTrainable)
{
    /// <summary>The declared function whose place the made-up one takes.</summary>
    private const string Placeholder = "softsign";

    /// <summary>The network as it is compiled.</summary>
    /// <param name="name">The name of its type.</param>
    /// <param name="function">The made-up function.</param>
    public NetworkModel Model(string name, ActivationFunction function)
    {
        NetworkModel model = new GeneratorHost().File(name + ".nn.json", Json()).Run().Model();
        return model with
        {
            Network = model.Network! with
            {
                Operations = model.Network.Operations
                    .Select(operation => operation is ActivationOperation activation ? activation with { Function = function } : operation)
                    .ToEquatableArray(),
            },
        };
    }

    /// <summary>The forms of a network's code: of one sample and a batch; of the gradients of one sample and of a batch, and of the
    /// derivatives of the outputs.</summary>
    public static string Forms(Network network, bool hasVectors)
    {
        Program forward = Lowerer.Lower(network, hasVectors);
        Program sample = BackwardPrograms.Of(network, keepsDropout: false);
        Program batch = BackwardPrograms.Of(network, keepsDropout: network.IsTrainable, hasVectors);
        return $"{forward.Sample} {forward.Batch}; {sample.Sample} {batch.Batch} {sample.Jacobian}";
    }

    private string Json()
    {
        Random random = new(sizes.Sum());
        JsonArray Row(int count) => [.. Enumerable.Range(0, count).Select(_ => (JsonNode)Math.Round((2 * random.NextDouble()) - 1, 4))];
        JsonObject Dense(int layer) => new()
        {
            ["type"] = "dense",
            ["name"] = "dense" + layer.ToString(CultureInfo.InvariantCulture),
            ["weights"] = new JsonArray([.. Enumerable.Range(0, sizes[layer]).Select(_ => (JsonNode)Row(sizes[layer - 1]))]),
            ["bias"] = Row(sizes[layer]),
            ["activation"] = Placeholder,
        };
        JsonObject alone = new() { ["type"] = "activation", ["name"] = "alone", ["activation"] = Placeholder };
        return new JsonObject
        {
            ["inputs"] = sizes[0],
            ["precision"] = precision,
            ["emission"] = emission,
            ["trainable"] = isTrainable,
            ["layers"] = new JsonArray([alone, .. Enumerable.Range(1, sizes.Length - 1).Select(Dense)]),
        }.ToJsonString();
    }
}
