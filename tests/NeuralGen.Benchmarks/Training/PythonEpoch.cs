using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace NeuralGen.Benchmarks.Training;

/// <summary>Epochs of training by PyTorch, in a process of Python.</summary>
internal static class PythonEpoch
{
    /// <summary>Trains by the first Python that has PyTorch, NEURALGEN_PYTHON, that on the path, that of the system, and returns
    /// the median time of an epoch in milliseconds.</summary>
    public static double? Median(int batch) =>
        new[] { Environment.GetEnvironmentVariable("NEURALGEN_PYTHON"), "python3", "/usr/bin/python3" }
            .OfType<string>()
            .Select(python => Median(python, batch))
            .FirstOrDefault(milliseconds => milliseconds is not null);

    private static double? Median(string python, int batch)
    {
        ProcessStartInfo start = new(python) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Peers", "pytorch_epoch.py"));
        start.ArgumentList.Add("--batch");
        start.ArgumentList.Add(batch.ToString(CultureInfo.InvariantCulture));
        try
        {
            using Process process = Process.Start(start)!;
            string line = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? JsonDocument.Parse(line).RootElement.GetProperty("median_ms").GetDouble() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
