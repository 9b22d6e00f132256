using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes what a network is in words: a summary and a table of its layers.</summary>
internal static class RemarksWriter
{
    /// <summary>The documentation of a network.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    public static IReadOnlyList<string> Network(EmissionContext context, Program program)
    {
        Network network = program.Declared;
        string form = network.IsTrainable ? "Each instance owns its parameters, which training changes."
            : program.Sample == Form.Nodes
            ? "A local variable holds each node; weights of zero and nodes that change nothing are left out."
            : program.Sample == Form.AcrossUnits ? "Vectors hold neighbouring nodes of a layer; an input whose weights to all of them are zero is left out."
            : "Each layer is a method of its own.";
        return
        [
            "<summary>",
            $"The network '{Literal.Xml(network.Name)}': {context.InputWords}; {context.OutputWords}.",
            "</summary>",
            "<remarks>",
            "<para>",
            $"Computes in {context.Type}: {EmissionContext.Count(network.ParameterCount, "parameter")},"
                + $" {EmissionContext.Count(network.Operations.Sum(operation => operation.MultiplyAdds), "multiply-add")} per prediction."
                + $" {form}{(network.HasStoredNumbers && !network.IsTrainable ? " The weights are read in place, from a resource of the assembly." : "")} {(network.IsTrainable ? "Predicting allocates nothing, and is thread-safe while nobody changes the parameters." : "Thread-safe; allocates nothing.")}",
            "</para>",
            .. context.Signature.HasBatches ? (string[])[] : ["<para>", "Takes one sample at a time: what several computed together would give is not what each gives alone.", "</para>"],
            .. SourceMemberWriter.Remarks(context.Signature.Source),
            "<code>",
            .. Table(network, program.Network),
            "</code>",
            "</remarks>",
        ];
    }

    /// <summary>The documentation of a network with errors.</summary>
    /// <param name="context">What the writers share.</param>
    public static IReadOnlyList<string> Broken(EmissionContext context) =>
    [
        $"<summary>The network '{Literal.Xml(context.Signature.Name)}' has errors; its members only stand in until they are mended.</summary>",
    ];

    private static IEnumerable<string> Table(Network network, Network computed)
    {
        List<string[]> rows = [["layer", "operation", "inputs", "outputs", "activation", "parameters", "multiply-adds", "computed"]];
        foreach (LayerRow layer in LayerRow.Of(network, computed))
        {
            rows.Add(
            [
                Literal.Comment(layer.Layer),
                layer.Operation,
                string.Join(" + ", layer.Inputs.Select(Size)),
                Size(layer.Output),
                layer.Activation,
                Literal.Integer(layer.Parameters),
                Literal.Integer(layer.MultiplyAdds),
                layer.Computed,
            ]);
        }

        if (rows.Skip(1).All(row => row[row.Length - 1].Length == 0))
        {
            rows = [.. rows.Select(row => row.Take(row.Length - 1).ToArray())];
        }

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        bool[] isNumber = [false, false, true, true, false, true, true, false];
        return rows.Select(row => Literal.XmlOnly(string.Join(
            "  ",
            row.Select((cell, column) => isNumber[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()));
    }

    private static string Size(Tensor tensor) => tensor.Shape.Rank > 1 ? tensor.Shape.ToString() : Literal.Integer(tensor.Size);
}
