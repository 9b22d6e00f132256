using System.Globalization;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>Networks as text: files go in, a line per operation comes out.</summary>
internal static class NetworkText
{
    /// <summary>The network of a file, whose layers are given; single precision unless said otherwise.</summary>
    public static Network Read(string layers, int inputs, string settings = "")
    {
        ProblemList problems = new();
        string json = $$"""{ "inputs": {{inputs.ToString(CultureInfo.InvariantCulture)}}, {{settings}} "layers": [ {{layers}} ] }""";
        Network? network = NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "Net.nn.json", problems).Network;
        Assert.True(network is not null, json);
        return network;
    }

    /// <summary>The operations in order, each with what it reads and its numbers, and the tensor that is the output.</summary>
    public static string Write(Network network) =>
        string.Concat(network.Operations.Select(operation => $"{Line(network, operation)}\n")) + $"output: {network.Output.Name}\n";

    private static string Line(Network network, Operation operation) =>
        $"{network.Tensors[operation.Output].Name} = {Words(network, operation)} of {string.Join(", ", operation.Inputs.Select(input => network.Tensors[input].Name))}";

    private static string Words(Network network, Operation operation) => operation switch
    {
        DenseOperation dense => $"dense {Numbers(dense.Weights)}{(dense.Bias is { } bias ? $" + {Numbers(bias)}" : "")}{string.Concat(dense.FoldedLayers.Select(layer => $" with {layer}"))}",
        AffineOperation affine => $"affine - {Numbers(affine.Center)} * {Numbers(affine.Scale)} + {Numbers(affine.Offset)}",
        ActivationOperation activation => activation.Function.Name,
        MapOperation map => $"{map.Kind} {FormulaText.Of(map.Formula, [.. map.Inputs.Select(input => network.Tensors[input].Name)])}",
        _ => operation.Kind,
    };

    private static string Numbers(NetworkNumbers values) =>
        "[" + string.Join(" ", values.ToArray().Select(value => value.ToString("G6", CultureInfo.InvariantCulture))) + "]";
}
