using System.Globalization;
using System.Runtime.Intrinsics;
using NeuralGen.Benchmarks.Images;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Recurrent;
using NeuralGen.Benchmarks.Reports;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Models;

/// <summary>The command <c>models</c>: all models of images, sequences and speech, beside ONNX Runtime, with the vectors of 512 bits where the machine
/// has them and without; with --write into the page beside the program.</summary>
internal static class ModelTable
{
    private const string SectionName = "models";

    private const string Legend =
        "Batch 1, one thread. A width has our median, how many times as long ONNX Runtime takes (minima, in turns; it is not told to use narrower vectors), and "
        + "the share of the roofline: the least time in which the core can do the multiply-adds, or read the weights where that takes longer, by our time. "
        + "Winograd's convolutions do fewer multiply-adds than are counted, so that their share can be above 100 %.";

    public static IReadOnlyList<RecurrentModel> Models => [.. ImageModels.All, .. RecurrentModel.All];

    public static int Run(string[] options)
    {
        (string machine, IReadOnlyList<ModelFigures> wide) = ModelProcess.Start(areWide: true);
        (string narrowMachine, IReadOnlyList<ModelFigures> narrow) = Vector512.IsHardwareAccelerated ? ModelProcess.Start(areWide: false) : (machine, wide);
        string table = string.Join('\n', [MarkdownTable.Header(Titles()), .. wide.Select((model, i) => Row(model, narrow[i]))]);
        string text = $"{Paragraph.Wrap($"{machine}; {narrowMachine}. {OnnxLibrary.Remark} {Legend}")}\n\n{table}";
        Console.WriteLine(text);
        if (options.Contains("--write"))
        {
            string page = Repository.Find().Page;
            File.WriteAllText(page, MarkedSection.Replace(File.ReadAllText(page), SectionName, text));
        }

        return 0;
    }

    private static string[] Titles() =>
        ["model", "million multiply-adds", .. Vector512.IsHardwareAccelerated ? Width("512") : [], .. Width("256"), "bytes a call", "difference"];

    private static string[] Width(string bits) => [$"{bits} bits, µs", "ONNX Runtime", "roofline"];

    private static string Row(ModelFigures wide, ModelFigures narrow) => MarkdownTable.Row(
    [
        wide.Name,
        wide.MultiplyAdds.ToString("0.###", CultureInfo.InvariantCulture),
        .. Vector512.IsHardwareAccelerated ? Of(wide) : [],
        .. Of(narrow),
        Figures.Bytes(wide.Bytes),
        Figures.Exponential(Math.Max(wide.Difference, narrow.Difference)),
    ]);

    private static string[] Of(ModelFigures model) =>
    [
        Figures.ThreeDigits(model.Median / 1000),
        double.IsNaN(model.OnnxRuntime) ? Figures.None : Figures.Ratio(model.Ratio),
        model.Attainable.ToString("0 %", CultureInfo.InvariantCulture),
    ];
}
