using System.Globalization;
using System.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.Inspecting;
using NeuralGen.Tool.Measuring;
using NeuralGen.Tool.Verifying;

namespace NeuralGen.Tool.Reporting;

/// <summary>Writes one page about a model, which needs nothing else: no script, no font, nothing from the network.</summary>
internal static class ReportPage
{
    private const int MostHistograms = 24;
    private const int MostValues = 200_000;

    /// <summary>The page.</summary>
    /// <param name="inspection">What the model is.</param>
    /// <param name="measures">How far its code is off.</param>
    /// <param name="measured">What it costs; null where it was not measured.</param>
    /// <param name="history">The curves of its training as a section; empty where there are none.</param>
    /// <param name="evaluation">How well it predicts as a section; empty where there is no data.</param>
    public static string Of(Inspection inspection, IReadOnlyList<ErrorMeasure> measures, Measurement? measured, string history, string evaluation)
    {
        List<(string Id, string Title, string Body)> sections =
        [
            ("network", "Network", NetworkDrawing.Of(inspection)),
            ("layers", "Layers", Layers(inspection)),
            ("weights", "Weights", Weights(inspection)),
            ("training", "Training", history),
            ("predictions", "Predictions", evaluation),
            ("error", "Error against the reference", Errors(measures)),
            ("cost", "Cost", Cost(inspection, measured)),
        ];
        sections.RemoveAll(section => section.Body.Length == 0);
        string name = Html.Text(inspection.Model.Name);
        StringBuilder html = new();
        html.Append($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{name} – network report</title>
            <style>
            {ReportStyle.Css}
            </style>
            </head>
            <body>
            <a class="skip" href="#main">To the report</a>
            <header><h1>{name}</h1><p>{Summary(inspection)}</p></header>
            <nav aria-label="Sections"><ul>{string.Concat(sections.Select(section => $"<li><a href=\"#{section.Id}\">{section.Title}</a></li>"))}</ul></nav>
            <main id="main">

            """.ReplaceLineEndings("\n"));
        foreach ((string id, string title, string body) in sections)
        {
            html.Append($"<section id=\"{id}\" aria-labelledby=\"{id}-title\"><h2 id=\"{id}-title\">{title}</h2>\n{body}</section>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Summary(Inspection inspection)
    {
        NetworkSignature signature = inspection.Model.Signature;
        string labels = signature.Labels.Count > 0 ? $" Tells apart {Html.Text(string.Join(", ", signature.Labels.Select(label => label.Text)))}." : "";
        return $"{Html.Number(inspection.Model.Network.ParameterCount)} parameters, {Html.Number(inspection.MultiplyAdds)} multiply-adds a prediction, {signature.Precision.ToString().ToLowerInvariant()} precision. "
            + $"Reads {Html.Text(string.Join(", ", signature.Inputs.Select(port => $"{port.Name} {port.Shape}")))}, gives {Html.Text(string.Join(", ", signature.Outputs.Select(port => $"{port.Name} {port.Shape}")))}.{labels}";
    }

    private static string Layers(Inspection inspection) => Html.Table(
        "Layers in their order", ["layer", "operation", "#shape", "activation", "#parameters", "#multiply-adds", "computed"],
        inspection.Rows.Select(row => (IReadOnlyList<string>)[row.Layer, row.Operation, row.Output.Shape.ToString(), row.Activation, Html.Number(row.Parameters), Html.Number(row.MultiplyAdds), row.Computed]));

    private static string Weights(Inspection inspection)
    {
        if (!inspection.Model.Whole.IsDeclared)
        {
            return "<p>The network is not trained yet.</p>\n";
        }

        Parameter[] shown = [.. inspection.Model.Whole.Parameters.Where(parameter => parameter.Values.IsKnown && parameter.Values.Count > 1)];
        if (shown.Length == 0)
        {
            return "";
        }

        IEnumerable<string> charts = shown.Take(MostHistograms).Select(parameter => Charts.Histogram($"{parameter.Name} of {parameter.Layer}", Values(parameter)));
        string more = shown.Length > MostHistograms ? $"<p>{shown.Length - MostHistograms} more are not drawn.</p>\n" : "";
        WeightStatistics? total = inspection.Total;
        string zeros = total is null ? "" : string.Create(CultureInfo.InvariantCulture, $"<p>{total.Zeros:#,0} of {total.Count:#,0} weights are zero.</p>\n");
        return $"{zeros}<div class=\"grid\">{string.Concat(charts)}</div>\n{more}";
    }

    private static double[] Values(Parameter parameter)
    {
        int step = Math.Max(1, parameter.Values.Count / MostValues);
        return [.. Enumerable.Range(0, parameter.Values.Count / step).Select(i => parameter.Values[i * step])];
    }

    private static string Errors(IReadOnlyList<ErrorMeasure> measures) => Html.Table(
        "Compiled code beside what computes the same", ["compared with", "#samples", "#too far off", "#absolute error", "#relative error", "#ULP"],
        measures.Where(measure => measure.Samples > 0).Select(measure => (IReadOnlyList<string>)
            [measure.Title, Html.Number(measure.Samples), Html.Number(measure.Failed), Html.Short(measure.Absolute), Html.Short(measure.Relative), Html.Short(measure.Ulp)]));

    private static string Cost(Inspection inspection, Measurement? measured)
    {
        List<IReadOnlyList<string>> rows =
        [
            ["parameters", Html.Number(inspection.Model.Network.ParameterCount)],
            ["multiply-adds as declared", Html.Number(inspection.MultiplyAdds)],
            ["multiply-adds as lowered", Html.Number(inspection.RemainingMultiplyAdds)],
            ["form of code, one sample", FormWords.Of(inspection.Program.Sample)],
            ["lines of code", Html.Number(inspection.CodeLines)],
        ];
        if (measured is not null)
        {
            rows.Add(["nanoseconds a prediction", measured.Nanoseconds.ToString("#,0.#", CultureInfo.InvariantCulture)]);
            rows.Add(["rows a second in batches, one thread", measured.RowsPerSecond.ToString("#,0", CultureInfo.InvariantCulture)]);
            rows.Add(["bytes a call", measured.BytesPerCall.ToString("0.#", CultureInfo.InvariantCulture)]);
            rows.Add(["nanoseconds by the interpreter", measured.Interpreter?.ToString("#,0", CultureInfo.InvariantCulture) ?? "left out"]);
        }

        return Html.Table("What a prediction costs on the machine of this report", ["what", "#figure"], rows);
    }
}
