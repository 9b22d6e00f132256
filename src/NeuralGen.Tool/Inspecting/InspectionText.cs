using System.Globalization;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.Compilation;
using NeuralGen.Tool.Output;
using Spectre.Console;

namespace NeuralGen.Tool.Inspecting;

/// <summary>Writes what there is to say of a model for people.</summary>
internal static class InspectionText
{
    /// <summary>Writes it.</summary>
    public static void Write(Inspection inspection, IAnsiConsole console)
    {
        NetworkSignature signature = inspection.Model.Signature;
        Line(console, $"{inspection.Model.Name}: {inspection.Model.Path}, {Format(inspection)}");
        Line(console, $"inputs: {Ports(signature, signature.Inputs)}{Names(signature.Inputs.Count, signature.InputNames)}");
        Line(console, $"outputs: {Ports(signature, signature.Outputs)}{Names(signature.Outputs.Count, signature.OutputNames)}");
        if (signature.Labels.Count > 0)
        {
            Line(console, $"labels: {string.Join(", ", signature.Labels.Select(label => label.Text))}");
        }

        if (signature.HasState)
        {
            Line(console, $"state: {Ports(signature, signature.States)}");
        }

        Line(console, $"{Number(inspection.Model.Network.ParameterCount)} parameters, {Number(inspection.MultiplyAdds)} multiply-adds a prediction, {signature.Precision.ToString().ToLowerInvariant()} precision");
        console.Write(Table(inspection));
        Line(console, $"lowered to {inspection.Program.Network.Operations.Count} operations, {Number(inspection.RemainingMultiplyAdds)} multiply-adds");
        Line(console, $"one sample: {FormWords.Of(inspection.Program.Sample)}; batches: {(signature.HasBatches ? FormWords.Of(inspection.Program.Batch) : "none, since samples meet")}");
        Line(console, $"code: {Number(inspection.CodeLines)} lines in {inspection.Files.Count} files, {Number(inspection.CodeLength)} characters{(inspection.ResourceBytes > 0 ? $"; {Number(inspection.ResourceBytes)} bytes of weights beside it" : "")}");
        Line(console, $"tests: {inspection.Model.Bound.Tests.Count}");
    }

    private static Table Table(Inspection inspection)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach ((string title, bool isNumber) in new[]
        {
            ("layer", false), ("operation", false), ("shape", true), ("activation", false), ("parameters", true), ("multiply-adds", true),
            ("weights", true), ("zeros", true), ("computed", false),
        })
        {
            table.AddColumn(new TableColumn(title) { Alignment = isNumber ? Justify.Right : Justify.Left, NoWrap = title != "computed" });
        }

        for (int i = 0; i < inspection.Rows.Count; i++)
        {
            LayerRow row = inspection.Rows[i];
            WeightStatistics? weights = inspection.Statistics[i];
            table.AddRow([.. new[]
            {
                row.Layer, row.Operation, row.Output.Shape.ToString(), row.Activation, Number(row.Parameters), Number(row.MultiplyAdds),
                weights is null ? "" : $"{Short(weights.Mean)} ± {Short(weights.StandardDeviation)}",
                weights is null ? "" : weights.Sparsity.ToString("0.#%", CultureInfo.InvariantCulture), row.Computed,
            }.Select(cell => new Text(Printable.Of(cell)))]);
        }

        return table;
    }

    private static string Format(Inspection inspection) => inspection.Model.Format switch
    {
        Models.ModelFormat.Onnx => $"ONNX{(inspection.Model.Signature.Source is { Producer: { } producer } source ? $" by {producer} {source.ProducerVersion}".TrimEnd() : "")}",
        Models.ModelFormat.Nnet => "NNet",
        Models.ModelFormat.RtNeural => "RTNeural",
        _ => ".nn.json",
    };

    private static string Ports(NetworkSignature signature, IEnumerable<Port> ports) =>
        string.Join(", ", ports.Select(port => $"{port.Name} {port.Shape} {DriverText.NameOf(port.Type, signature.Precision)}"));

    private static string Names(int ports, IEnumerable<string> names) => ports == 1 && names.Any() ? $" ({string.Join(", ", names)})" : "";

    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(Printable.Of(text));

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
