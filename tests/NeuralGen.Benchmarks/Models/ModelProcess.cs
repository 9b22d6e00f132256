using System.Diagnostics;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Recurrent;
using NeuralGen.Benchmarks.Tables;

namespace NeuralGen.Benchmarks.Models;

/// <summary>A process of this program that measures models with vectors of one width: the command <c>models-of</c>, and how it is started.</summary>
internal static class ModelProcess
{
    public const string Command = "models-of";

    private const string WideVectors = "DOTNET_EnableAVX512";

    /// <summary>Starts a process and reads what it measured.</summary>
    /// <param name="areWide">whether vectors of 512 bits may be used.</param>
    /// <returns>the machine, then the models.</returns>
    public static (string Machine, IReadOnlyList<ModelFigures> Models) Start(bool areWide)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ModelProcess).Assembly.Location);
        }

        start.ArgumentList.Add(Command);
        if (!areWide)
        {
            start.Environment[WideVectors] = "0";
        }

        using Process process = Process.Start(start)!;
        string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0
            ? (lines[0], [.. lines.Skip(1).Select(ModelFigures.Read)])
            : throw new InvalidOperationException("A model does not agree with ONNX Runtime, or could not be measured.");
    }

    /// <summary>Measures all models and prints a line each.</summary>
    public static int Run()
    {
        Console.WriteLine(Machine.Description);
        bool agree = true;
        double multiplyAdds = MachineLimits.MultiplyAdds();
        foreach (RecurrentModel model in ModelTable.Models)
        {
            ModelFigures figures = Measure(model, multiplyAdds);
            agree &= figures.Difference <= PeerDifference.Tolerance;
            Console.WriteLine(figures.Write());
        }

        return agree ? 0 : 1;
    }

    private static ModelFigures Measure(RecurrentModel model, double multiplyAdds)
    {
        using ICandidate ours = model.Ours();
        using ICandidate? onnx = OnnxLibrary.Functions is { } functions ? model.Onnx(functions) : null;
        double difference = onnx is null ? 0 : RecurrentTable.Difference(model, ours, onnx);
        Measurement[] times = InterleavedTiming.Measure(onnx is null ? [ours] : [ours, onnx], TimingEffort.Full);
        long bytes = model.Parameters * sizeof(float);
        double least = Math.Max(model.MultiplyAdds / multiplyAdds, bytes * model.Passes / MachineLimits.Bandwidth(bytes));
        return new ModelFigures(
            model.Name,
            times[0].Median,
            times[0].Minimum,
            onnx is null ? double.NaN : times[1].Minimum,
            difference,
            times[0].BytesPerCall,
            model.MultiplyAdds / 1e6,
            least / times[0].Minimum);
    }
}
