using System.Globalization;
using System.Text;

namespace NeuralGen.Benchmarks.Networks;

/// <summary>The command <c>prepare</c>: writes the files of all networks, the same ones every time.</summary>
internal static class NetworkFiles
{
    private static readonly int[][] Networks =
    [
        [2, 2, 1], [2, 2, 2, 1], [4, 8, 3], [64, 32, 10], [10, 100, 100, 1], [784, 128, 10], [784, 512, 512, 10],
    ];

    /// <summary>Writes the files into the folder.</summary>
    public static int Write(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder '{folder}'.");
            return 1;
        }

        foreach (int[] sizes in Networks)
        {
            string path = Path.Combine(folder, $"Dense{string.Join('x', sizes)}.nn.json");
            File.WriteAllText(path, Text(sizes));
            Console.WriteLine($"{path}: {new FileInfo(path).Length:N0} bytes");
        }

        return 0;
    }

    private static string Text(int[] sizes)
    {
        // Numbers of a seed are the same in every version of .NET.
        Random random = new(7);
        StringBuilder text = new();
        text.Append("{\n  \"namespace\": \"NeuralGen.Benchmarks.Networks\",\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"precision\": \"single\",\n  \"inputs\": {sizes[0]},\n  \"layers\": [\n");
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            bool last = layer == sizes.Length - 1;
            double limit = Math.Sqrt(6.0 / sizes[layer - 1]);
            text.Append("    {\n      \"type\": \"dense\",\n      \"weights\": [\n");
            for (int unit = 0; unit < sizes[layer]; unit++)
            {
                text.Append("        ").Append(Row(random, sizes[layer - 1], limit)).Append(unit == sizes[layer] - 1 ? "\n" : ",\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"      ],\n      \"bias\": {Row(random, sizes[layer], 0.5)}");
            text.Append(last ? "\n    }\n" : ",\n      \"activation\": \"relu\"\n    },\n");
        }

        return text.Append("  ]\n}\n").ToString();
    }

    private static string Row(Random random, int length, double limit) =>
        $"[{string.Join(", ", Enumerable.Range(0, length).Select(_ => Number(random, limit)))}]";

    /// <summary>Four digits keep the files small; no weight is zero, which the compiler would leave out.</summary>
    private static string Number(Random random, double limit)
    {
        double value = Math.Round(((2 * random.NextDouble()) - 1) * limit, 4);
        return (value == 0 ? 0.0001 : value).ToString("0.####", CultureInfo.InvariantCulture);
    }
}
