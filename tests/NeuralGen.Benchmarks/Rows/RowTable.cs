using System.Globalization;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Rows;

/// <summary>Scores the rows of a Parquet file in several ways, and prints rows a second and memory.</summary>
internal static class RowTable
{
    private const long DefaultRows = 50_000_000;

    /// <summary>Writes the file, runs each way in a process of its own, and deletes the file.</summary>
    public static int Run(string[] options)
    {
        long rows = options is [{ } text] ? long.Parse(text, CultureInfo.InvariantCulture) : DefaultRows;
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".parquet");
        try
        {
            RowFile.Write(path, rows);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Machine.Description}, {Environment.ProcessorCount} cores; {rows:N0} rows of penguins, {new FileInfo(path).Length / 1e6:0} MB. {OnnxLibrary.Remark}"));
            Console.WriteLine();
            Console.WriteLine(MarkdownTable.Header(["way", "million rows a second", "seconds", "most memory, MB"]));
            foreach (RowContender contender in Enum.GetValues<RowContender>())
            {
                if (contender != RowContender.OnnxRuntime || OnnxLibrary.Functions is not null)
                {
                    (double seconds, double megabytes) = RowProcess.Start(contender, path, rows);
                    Console.WriteLine(MarkdownTable.Row([Title(contender), Number(rows / seconds / 1e6, "0.00"), Number(seconds, "0.0"), Number(megabytes, "0")]));
                }
            }
        }
        finally
        {
            File.Delete(path);
        }

        return 0;
    }

    private static string Title(RowContender contender) => contender switch
    {
        RowContender.Reading => "DuckDB alone: reads the file, adds up its columns",
        RowContender.Sql => "function of SQL over the file",
        RowContender.Reader => "loop in C# over a data reader, one thread",
        RowContender.Arrays => "`PredictBatch` over arrays, all cores, nothing read",
        _ => "ONNX Runtime over arrays, all cores, nothing read",
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
