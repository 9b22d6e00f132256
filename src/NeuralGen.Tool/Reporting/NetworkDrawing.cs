using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Tool.Inspecting;

namespace NeuralGen.Tool.Reporting;

/// <summary>Draws a network: small ones with nodes and weighted edges, others as blocks of layers with their shapes.</summary>
internal static class NetworkDrawing
{
    private const int MostNodes = 16;
    private const int MostEdges = 500;
    private const int MostBlocks = 60;
    private const double NodeDistance = 34;
    private const double LayerDistance = 150;

    /// <summary>The drawing.</summary>
    public static string Of(Inspection inspection)
    {
        DenseOperation[] dense = [.. inspection.Model.Whole.Operations.OfType<DenseOperation>()];
        Network network = inspection.Model.Whole;
        bool isChain = network.InputCount == 1 && dense.Length > 0 && network.Operations.All(operation => operation is DenseOperation or ActivationOperation or NormalizationOperation or DropoutOperation);
        bool isSmall = isChain && network.Input.Size <= MostNodes && dense.All(layer => layer.Units <= MostNodes && layer.Weights.IsKnown && layer.Weights.Count == layer.Units * layer.InputSize)
            && dense.Sum(layer => layer.Weights.Count) <= MostEdges;
        return isSmall ? Nodes(inspection, dense) : Blocks(inspection);
    }

    private static string Nodes(Inspection inspection, DenseOperation[] dense)
    {
        int[] sizes = [inspection.Model.Whole.Input.Size, .. dense.Select(layer => layer.Units)];
        double height = (sizes.Max() * NodeDistance) + 40;
        double width = ((sizes.Length - 1) * LayerDistance) + 260;
        StringBuilder edges = new("<g class=\"edges\">");
        StringBuilder nodes = new("<g class=\"nodes\">");
        for (int layer = 0; layer < dense.Length; layer++)
        {
            double largest = Math.Max(1e-12, Enumerable.Range(0, dense[layer].Weights.Count).Max(i => Math.Abs(dense[layer].Weights[i])));
            for (int unit = 0; unit < dense[layer].Units; unit++)
            {
                for (int input = 0; input < dense[layer].InputSize; input++)
                {
                    double weight = dense[layer].Weights[(unit * dense[layer].InputSize) + input];
                    edges.Append($"<line class=\"{(weight < 0 ? "minus" : "plus")}\" x1=\"{Html.At(X(layer))}\" y1=\"{Html.At(Y(layer, input))}\" x2=\"{Html.At(X(layer + 1))}\" y2=\"{Html.At(Y(layer + 1, unit))}\" stroke-width=\"{Html.At(0.3 + (3.2 * Math.Abs(weight) / largest))}\"><title>{weight.ToString("G6", CultureInfo.InvariantCulture)}</title></line>");
                }
            }
        }

        IReadOnlyList<string> inputs = inspection.Model.Signature.InputNames.Count == sizes[0] ? [.. inspection.Model.Signature.InputNames] : [];
        IReadOnlyList<string> outputs = inspection.Model.Signature.Labels.Count == sizes[^1] ? [.. inspection.Model.Signature.Labels.Select(label => label.Text)]
            : inspection.Model.Signature.OutputNames.Count == sizes[^1] ? [.. inspection.Model.Signature.OutputNames] : [];
        for (int layer = 0; layer < sizes.Length; layer++)
        {
            for (int node = 0; node < sizes[layer]; node++)
            {
                nodes.Append($"<circle cx=\"{Html.At(X(layer))}\" cy=\"{Html.At(Y(layer, node))}\" r=\"9\"/>");
                string name = layer == 0 && node < inputs.Count ? inputs[node] : layer == sizes.Length - 1 && node < outputs.Count ? outputs[node] : "";
                bool isInput = layer == 0;
                nodes.Append(name.Length == 0 ? "" : $"<text x=\"{Html.At(X(layer) + (isInput ? -14 : 14))}\" y=\"{Html.At(Y(layer, node) + 4)}\" text-anchor=\"{(isInput ? "end" : "start")}\">{Html.Text(name.Length > 18 ? name[..17] + "…" : name)}</text>");
            }
        }

        string description = $"Network of {string.Join(", ", sizes)} nodes; lines are weights, wider for larger ones, of two colours for positive and negative ones";
        return Html.Figure("Nodes and weights: wider lines are larger weights; solid lines are positive, dashed ones negative.", description, $"0 0 {Html.At(width)} {Html.At(height)}", edges.Append("</g>").ToString() + nodes.Append("</g>"), "wide");

        double X(int layer) => 130 + (layer * LayerDistance);
        double Y(int layer, int node) => (height / 2) + ((node - ((sizes[layer] - 1) / 2.0)) * NodeDistance);
    }

    private static string Blocks(Inspection inspection)
    {
        StringBuilder html = new("<ol class=\"blocks\">");
        foreach (Port input in inspection.Model.Signature.Inputs)
        {
            html.Append($"<li class=\"port\"><strong>{Html.Text(input.Name)}</strong> <span>{Html.Text(input.Shape!.ToString())}</span></li>");
        }

        foreach (LayerRow row in inspection.Rows.Take(MostBlocks))
        {
            html.Append($"<li><strong>{Html.Text(row.Layer)}</strong> <span>{Html.Text(row.Operation)}{(row.Activation.Length > 0 && row.Operation != "activation" ? $", {Html.Text(row.Activation)}" : "")}</span> <span>{Html.Text(row.Output.Shape.ToString())}</span>{(row.Parameters > 0 ? $" <span>{Html.Number(row.Parameters)} parameters</span>" : "")}</li>");
        }

        return html.Append("</ol>\n").ToString() + (inspection.Rows.Count > MostBlocks ? $"<p>{inspection.Rows.Count - MostBlocks} more layers are in the table below.</p>\n" : "");
    }
}
