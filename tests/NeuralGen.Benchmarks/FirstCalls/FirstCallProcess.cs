using System.Diagnostics;
using System.Globalization;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.OnnxRuntime;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.FirstCalls;

/// <summary>A process of this program that makes the first prediction of its life: the command <c>first-call-of</c>, and how
/// it is started.</summary>
internal static class FirstCallProcess
{
    public const string Command = "first-call-of";

    /// <summary>Starts a process and reads the times of its first and its second prediction, in nanoseconds.</summary>
    public static (double First, double Second) Start(string network, CandidateKind kind)
    {
        string program = Environment.ProcessPath!;
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(FirstCallProcess).Assembly.Location);
        }

        start.ArgumentList.Add(Command);
        start.ArgumentList.Add(network);
        start.ArgumentList.Add(kind.ToString());
        using Process process = Process.Start(start)!;
        string[] words = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return process.ExitCode == 0
            ? (double.Parse(words[0], CultureInfo.InvariantCulture) * 1e6, double.Parse(words[1], CultureInfo.InvariantCulture) * 1e6)
            : throw new InvalidOperationException($"The first call of {network} by {kind} failed.");
    }

    /// <summary>Predicts twice and prints the milliseconds. Weights and models lie in memory before.</summary>
    public static int Run(string network, string kind)
    {
        INetworkSuite suite = NetworkSuites.Named([network]).Single();
        Problem problem = new(suite.ReadWeights(), 1);
        Func<ICandidate> create = Creator(suite, problem, Enum.Parse<CandidateKind>(kind));
        Stopwatch watch = Stopwatch.StartNew();
        double[] milliseconds = new double[2];
        ICandidate? candidate = null;

        // The second call comes from the same place in the code, which has by then found out whom it calls.
        for (int call = 0; call < milliseconds.Length; call++)
        {
            watch.Restart();
            candidate ??= create();
            candidate.Run(1);
            milliseconds[call] = watch.Elapsed.TotalMilliseconds;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds[0]:0.000000} {milliseconds[1]:0.000000}"));
        bool isNumber = float.IsFinite(candidate!.Result[0]);
        candidate.Dispose();
        return isNumber ? 0 : 1;
    }

    private static Func<ICandidate> Creator(INetworkSuite suite, Problem problem, CandidateKind kind)
    {
        if (kind == CandidateKind.OnnxRuntime)
        {
            byte[] model = OnnxModel.Encode(problem);
            return () => new OnnxPrediction(OnnxLibrary.Functions!, problem, model);
        }

        return kind switch
        {
            CandidateKind.Ours => () => suite.CreateOurs(Workload.Sample, problem),
            CandidateKind.TensorPrimitives => () => new HandwrittenPrediction<TensorArithmetic>(problem),
            CandidateKind.PlainLoops => () => new HandwrittenPrediction<PlainArithmetic>(problem),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not measured"),
        };
    }
}
