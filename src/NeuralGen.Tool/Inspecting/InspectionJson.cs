using System.Text.Json.Nodes;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;
using NeuralGen.Tool.Compilation;
using NeuralGen.Tool.Output;

namespace NeuralGen.Tool.Inspecting;

/// <summary>Writes what there is to say of a model as JSON.</summary>
internal static class InspectionJson
{
    /// <summary>The document.</summary>
    public static JsonObject Of(Inspection inspection)
    {
        NetworkSignature signature = inspection.Model.Signature;
        return new JsonObject
        {
            ["name"] = inspection.Model.Name,
            ["file"] = inspection.Model.Path,
            ["format"] = inspection.Model.Format.ToString().ToLowerInvariant(),
            ["precision"] = signature.Precision.ToString().ToLowerInvariant(),
            ["parameters"] = inspection.Model.Network.ParameterCount,
            ["multiplyAdds"] = inspection.MultiplyAdds,
            ["inputs"] = Ports(signature, signature.Inputs, signature.InputNames),
            ["outputs"] = Ports(signature, signature.Outputs, signature.OutputNames),
            ["states"] = Ports(signature, signature.States, default),
            ["labels"] = JsonAnswer.List(signature.Labels.Select(label => label.Text)),
            ["layers"] = new JsonArray([.. inspection.Rows.Select((row, i) => Layer(row, inspection.Statistics[i], signature))]),
            ["weights"] = Weights(inspection.Total),
            ["lowering"] = new JsonObject
            {
                ["layers"] = inspection.Program.Network.Operations.Count,
                ["multiplyAdds"] = inspection.RemainingMultiplyAdds,
                ["terms"] = inspection.Program.Terms,
            },
            ["code"] = new JsonObject
            {
                ["sample"] = FormWords.Of(inspection.Program.Sample),
                ["batch"] = signature.HasBatches ? FormWords.Of(inspection.Program.Batch) : null,
                ["files"] = inspection.Files.Count,
                ["lines"] = inspection.CodeLines,
                ["characters"] = inspection.CodeLength,
                ["resourceBytes"] = inspection.ResourceBytes,
            },
            ["trainable"] = signature.IsTrainable,
            ["stateful"] = signature.HasState,
            ["tests"] = inspection.Model.Bound.Tests.Count,
            ["source"] = Source(signature),
        };
    }

    /// <summary>The statistics of weights; null where there are none.</summary>
    public static JsonObject? Weights(WeightStatistics? statistics) => statistics is null ? null : new JsonObject
    {
        ["count"] = statistics.Count,
        ["zeros"] = statistics.Zeros,
        ["sparsity"] = statistics.Sparsity,
        ["minimum"] = JsonAnswer.Number(statistics.Minimum),
        ["maximum"] = JsonAnswer.Number(statistics.Maximum),
        ["mean"] = JsonAnswer.Number(statistics.Mean),
        ["standardDeviation"] = JsonAnswer.Number(statistics.StandardDeviation),
    };

    private static JsonArray Ports(NetworkSignature signature, EquatableArray<Port> ports, EquatableArray<string> names) => new(
    [
        .. ports.Select(port =>
        {
            JsonObject written = new() { ["name"] = port.Name, ["shape"] = JsonAnswer.List(port.Shape!.Dimensions), ["type"] = DriverText.NameOf(port.Type, signature.Precision) };
            if (ports.Count == 1 && names.Count > 0)
            {
                written["values"] = JsonAnswer.List(names);
            }

            return (JsonNode)written;
        }),
    ]);

    private static JsonObject Layer(LayerRow row, WeightStatistics? statistics, NetworkSignature signature) => new()
    {
        ["name"] = row.Layer,
        ["operation"] = row.Operation,
        ["inputs"] = new JsonArray([.. row.Inputs.Select(input => (JsonNode)JsonAnswer.List(input.Shape.Dimensions))]),
        ["shape"] = JsonAnswer.List(row.Output.Shape.Dimensions),
        ["type"] = DriverText.NameOf(row.Output.Type, signature.Precision),
        ["activation"] = row.Activation.Length > 0 ? row.Activation : null,
        ["parameters"] = row.Parameters,
        ["multiplyAdds"] = row.MultiplyAdds,
        ["computed"] = row.Computed.Length > 0 ? row.Computed : null,
        ["weights"] = Weights(statistics),
    };

    private static JsonObject? Source(NetworkSignature signature) => signature.Source is not { } source ? null : new JsonObject
    {
        ["producer"] = source.Producer,
        ["producerVersion"] = source.ProducerVersion,
        ["opset"] = source.Opset,
        ["sha256"] = source.Sha256,
    };

}
