using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Reading.Files;

/// <summary>Keys that are unknown, repeated or missing.</summary>
public class KeyTests
{
    [Fact]
    public void Unknown_keys_are_reported_with_the_closest_ones() => Diagnose
        .File("""
            {
              "inputs": 2, {|NEURAL0302:"Precision"|}: "single", {|NEURAL0302:"layer"|}: [], {|NEURAL0302:"comment"|}: "?",
              "loss": { "type": "huber", {|NEURAL0302:"detla"|}: 1 },
              "layers": [
                {
                  "type": "dense", {|NEURAL0302:"bais"|}: [[1]], "weights": [[1, 2]], {|NEURAL0302:"rate"|}: 1,
                  "activation": { "type": "elu", {|NEURAL0302:"alhpa"|}: 1, {|NEURAL0302:"gamma"|}: 1 }
                },
                { "type": "dropout", "rate": 0, {|NEURAL0302:"alpha"|}: 1 }
              ]
            }
            """)
        .Reports(
            "Key 'Precision' is unknown in the network; did you mean 'precision'?",
            "Key 'layer' is unknown in the network",
            "Key 'comment' is unknown in the network",
            "Key 'detla' is unknown in 'loss'; did you mean 'delta'?",
            "Key 'bais' is unknown in layer 0 (dense); did you mean 'bias'?",
            "Key 'rate' is unknown in layer 0 (dense)",
            "Key 'alhpa' is unknown in 'layers[0].activation'; did you mean 'alpha'?",
            "Key 'gamma' is unknown in 'layers[0].activation'",
            "Key 'alpha' is unknown in layer 1 (dropout)");

    [Fact]
    public void A_key_of_control_characters_is_spelled_in_the_message() => Diagnose
        .File("""{ "inputs": 1, {|NEURAL0302:"a\n\u0000\u202E"|}: 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports("""Key 'a\u000A\u0000\u202E' is unknown in the network""");

    [Fact]
    public void A_very_long_key_is_cut_in_the_message() => Diagnose
        .File($$"""{ "inputs": 1, {|NEURAL0302:"{{new string('k', 5000)}}"|}: 1, "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .Reports($"Key '{new string('k', 500)}...' is unknown in the network");

    [Fact]
    public void Repeated_keys_are_reported_at_the_later_ones() => Diagnose
        .File("""
            {
              "inputs": 2, {|NEURAL0304:"inputs"|}: 3, {|NEURAL0304:"\u0069nputs"|}: 4,
              "loss": { "type": "huber", {|NEURAL0304:"type"|}: "none" },
              "labels": [ { "text": "a", {|NEURAL0304:"text"|}: "b" }, "c" ],
              "layers": [
                {
                  "type": "dense", {|NEURAL0304:"type"|}: "dropout",
                  "weights": [[1, 2], [3, 4]], {|NEURAL0304:"weights"|}: [[1]],
                  "activation": { "type": "elu", "alpha": 1, {|NEURAL0304:"alpha"|}: 2 }
                }
              ],
              "tests": [ { "input": [1, 2], {|NEURAL0304:"input"|}: [], "output": [5, 11], "tolerance": 100 } ]
            }
            """)
        .Reports(
            "Key 'inputs' occurs twice in the network",
            "Key 'inputs' occurs twice in the network",
            "Key 'type' occurs twice in 'loss'",
            "Key 'text' occurs twice in 'labels[0]'",
            "Key 'type' occurs twice in layer 0",
            "Key 'weights' occurs twice in layer 0",
            "Key 'alpha' occurs twice in 'layers[0].activation'",
            "Key 'input' occurs twice in test 0");

    [Fact]
    public void Missing_keys_are_reported_at_their_object() => Diagnose
        .File("""
            {
              "inputs": 2,
              "loss": {|NEURAL0305:{ "delta": 1 }|},
              "layers": [
                {|NEURAL0305:{ "name": "first", "weights": [[1, 2]] }|},
                { "type": "dense", "weights": [[1, 2, 3]], "activation": {|NEURAL0305:{ }|} }
              ]
            }
            """)
        .Reports("'loss' has no 'type'", "Layer 0 has no 'type'", "'layers[1].activation' has no 'type'");

    [Fact]
    public void Unknown_types_of_layers_are_reported_with_the_closest_ones() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": {|NEURAL0306:"dens"|} },
                { "type": {|NEURAL0306:"BatchNormalization"|}, "mean": [1] },
                { "type": {|NEURAL0306:"batch-norm"|} },
                { "type": {|NEURAL0306:"convolution"|} },
                { "type": {|NEURAL0306:""|} }
              ]
            }
            """)
        .Reports(
            "Layer type 'dens' is unknown; did you mean 'dense'?",
            "Layer type 'BatchNormalization' is unknown; did you mean 'batch_normalization'?",
            "Layer type 'batch-norm' is unknown",
            "Layer type 'convolution' is unknown",
            "Layer type '' is unknown");

    [Fact]
    public void A_key_that_is_there_already_is_not_meant() => Diagnose
        .File("""
            { "inputs": 1, "layers": [ { "type": "dense", "weights": [[1]], {|NEURAL0302:"weigths"|}: [[2]], {|NEURAL0302:"bais"|}: [1] } ] }
            """)
        .Reports(
            "Key 'weigths' is unknown in layer 0 (dense)",
            "Key 'bais' is unknown in layer 0 (dense); did you mean 'bias'?");
}
