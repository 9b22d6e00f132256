using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Generator.Tests.Networks;

namespace NeuralGen.Generator.Tests.Schema;

/// <summary>
/// Damaged networks: the schema rejects what the reader does not understand, and it rejects nothing that compiles.
/// </summary>
public class SchemaMutantTests
{
    private const int MutantsPerPart = 2000;

    private static readonly string[] Originals =
    [
        """
        {
          "$schema": "s", "name": "net", "namespace": "Some.Space", "precision": "single", "emission": "auto", "seed": 1, "trainable": false,
          "inputs": ["a", "b c"], "range": [[0, 1], [-1, 1]], "outputs": ["x", "y"],
          "labels": ["no", { "text": "<=50K", "name": "yes" }],
          "loss": { "type": "huber", "delta": 1 },
          "layers": [
            { "type": "normalization", "mean": [0.5, 1], "scale": [2, 0.5] },
            { "type": "dense", "name": "h", "weights": [[1, 2], [3, -4]], "bias": [0.1, 0.2], "use_bias": true, "activation": { "type": "leaky_relu", "alpha": 0.1 } },
            { "type": "batch_normalization", "gamma": [1, 2], "beta": [0, 1], "mean": [0.1, 0.2], "variance": [1, 2], "epsilon": 1e-5 },
            { "type": "layer_normalization", "gamma": [1, 2], "beta": [0, 1], "epsilon": 1e-5 },
            { "type": "dropout", "rate": 0.5, "inputs": ["h"], "name": "d" },
            { "type": "dense", "units": 2, "weights": [[1, 2], [4, 5]], "activation": { "type": "prelu", "weights": [0.1, 0.2] } },
            { "type": "add", "inputs": ["h", "d"] },
            { "type": "concat", "inputs": ["h", "d"] },
            { "type": "dense", "weights": [[1, 2, 3, 4], [5, 6, 7, 8]], "activation": "softmax" },
            { "type": "activation", "activation": { "type": "elu", "alpha": 2 } },
            { "type": "activation", "activation": { "type": "hard_tanh", "min_val": -2, "max_val": 3 } },
            { "type": "activation", "activation": { "type": "relu", "max_value": 5, "negative_slope": 0.1, "threshold": 0.5 } },
            { "type": "activation", "activation": { "type": "threshold", "threshold": 0.5, "value": 0.1 } },
            { "type": "activation", "activation": { "type": "soft_shrink", "lambda": 0.25 } },
            { "type": "dense", "layout": "inputs_units", "weights": [[1, 2], [4, 5]], "activation": { "type": "softplus", "beta": 2, "threshold": 20 } }
          ],
          "tests": [ { "input": [1, 2], "output": [1, 2], "tolerance": 100 } ]
        }
        """,
        """
        {
          "inputs": 2, "precision": "double", "hidden_activation": "relu", "output_activation": { "type": "sigmoid" }, "loss": "binary_cross_entropy",
          "weights": { "node_0": [2, 4], "node_1": [4, -5], "output": [2, 7] }, "biases": { "node_0": 0.5 },
          "tests": [ { "input": [3, 5], "output": [1], "tolerance": 1 } ]
        }
        """,
    ];

    /// <summary>
    /// What the binder finds and the schema finds too. Of its other rules, which compare one part of a network with another,
    /// a schema cannot know.
    /// </summary>
    private static readonly HashSet<string> RulesOfBinder =
    [
        "NEURAL0004", // a number of inputs below 1
        "NEURAL0008", "NEURAL0016", // layers beside nodes
        "NEURAL0009", // names of nodes
        "NEURAL0019", "NEURAL0204", // names of settings and activations
        "NEURAL0020", "NEURAL0210", // empty and repeated names
        "NEURAL0102", "NEURAL0105", // no rows of weights, no units
        "NEURAL0107", // numbers of layers that are read
        "NEURAL0112", // inputs beyond what can be compiled
        "NEURAL0113", // ranges of other than two values
        "NEURAL0201", // layers without what they always need
        "NEURAL0205", // numbers out of range
        "NEURAL0206", // arguments of activations
        "NEURAL0104", "NEURAL0307", // lists of a wrong length and layers that read what is not there, which hide those above
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_network_is_rejected_by_both_or_none(int part)
    {
        DocumentMutator mutator = new(part);
        int sound = 0;
        int broken = 0;
        for (int i = 0; i < TestShare.Of(MutantsPerPart, 600); i++)
        {
            string original = i % 3 < Originals.Length ? Originals[i % 3] : new RandomNetwork((part * MutantsPerPart) + i).Json;
            string mutant = mutator.Mutate(original);
            IReadOnlyList<string> mistakes = NetworkSchema.Validate(mutant);
            (NetworkDeclaration declaration, Problem[] read, Problem[] bound) = Problems(mutant);
            if (read.Any(problem => !IsBeyondSchemas(problem)))
            {
                Assert.True(mistakes.Count > 0, $"The reader alone rejects this: {read[0].Message}\n{mutant}");
                broken++;
            }
            else if (mistakes.Count > 0 && !HasEmptyNodes(declaration))
            {
                Assert.True(bound.Any(problem => RulesOfBinder.Contains(problem.Rule.Id)), $"The schema alone rejects this: {mistakes[0]}\n{mutant}");
                broken++;
            }
            else
            {
                sound++;
            }
        }

        // Mutants of both kinds occur, or this proves nothing.
        Assert.InRange(sound, TestShare.Of(MutantsPerPart, 600) / 10, MutantsPerPart);
        Assert.InRange(broken, MutantsPerPart / 10, MutantsPerPart);
    }

    /// <summary>Deliberate differences: what the reader reports as structure and a schema cannot see.</summary>
    [Theory]
    [InlineData("""{ "inputs": 1, "weights": { "output": [1] }, "biases": { "node_0": 1 } }""", "NEURAL0302")]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1e999]] } ] }""", "NEURAL0202")]
    public void The_reader_alone_rejects(string network, string rule)
    {
        (_, Problem[] read, _) = Problems(network);
        Assert.Equal(rule, Assert.Single(read).Rule.Id);
        Assert.True(IsBeyondSchemas(read[0]));
        Assert.Empty(NetworkSchema.Validate(network));
    }

    /// <summary>Deliberate differences: harmless, and surely not meant.</summary>
    [Theory]
    [InlineData("""{ "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]] } ], "weights": {} }""")]
    public void The_schema_alone_rejects(string network)
    {
        (NetworkDeclaration declaration, Problem[] read, Problem[] bound) = Problems(network);
        Assert.Empty(read.Concat(bound));
        Assert.True(HasEmptyNodes(declaration));
        Assert.NotEmpty(NetworkSchema.Validate(network));
    }

    /// <summary>A bias of a node that there is not, and numbers too large for a double; repeated keys do not occur in mutants.</summary>
    private static bool IsBeyondSchemas(Problem problem) =>
        problem.Rule == WeightRules.NotFinite || (problem.Rule == FileRules.UnknownKey && problem.Message.Contains("which names nodes", StringComparison.Ordinal));

    /// <summary>An object without nodes beside layers.</summary>
    private static bool HasEmptyNodes(NetworkDeclaration declaration) => declaration is { Layers.Count: > 0, Nodes.Count: 0 };

    private static (NetworkDeclaration Declaration, Problem[] Read, Problem[] Bound) Problems(string file)
    {
        ProblemList problems = new();
        NetworkDeclaration declaration = NetworkFileReader.Read(file, problems, default);
        Problem[] read = [.. problems.Problems];
        NetworkBinder.Bind("Net", null, declaration, "net.nn.json", problems);

        // The binder, too, has structure to report: what a layer reads, if that is several others, must be there.
        ILookup<bool, Problem> bound = problems.Problems.Skip(read.Length).ToLookup(problem => problem.Rule == FileRules.MissingKey);
        return (declaration, [.. read, .. bound[true]], [.. bound[false]]);
    }
}
