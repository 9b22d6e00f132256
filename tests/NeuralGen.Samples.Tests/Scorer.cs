using System.Diagnostics;
using System.Globalization;

namespace NeuralGen.Samples.Tests;

/// <summary>Starts the sample RowScorer, and programs that start it.</summary>
internal static class Scorer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Gets the assembly of the sample, built as these tests are.</summary>
    public static string Assembly { get; } = FindAssembly();

    /// <summary>Gets the lines of the penguins that have all values, as the sample takes them, and what it was trained to say.</summary>
    public static (string Line, float Mass)[] Penguins { get; } = ReadPenguins();

    /// <summary>Starts the sample.</summary>
    public static Process Start(params string[] arguments) => StartProgram("dotnet", [Assembly, .. arguments]);

    /// <summary>Runs the sample on some input to its end.</summary>
    public static (int Code, string Output, string Errors) Run(byte[] input, params string[] arguments) => Finish(Start(arguments), input);

    /// <summary>Runs a line of the shell.</summary>
    public static (int Code, string Output, string Errors) Shell(string command) => Finish(StartProgram("sh", ["-c", command]), []);

    private static (int Code, string Output, string Errors) Finish(Process started, byte[] input)
    {
        using Process process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program that ends early reads no further.
        }

        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"It has not ended within {Limit}. {output.Result}{errors.Result}");
        }

        return (process.ExitCode, output.Result, errors.Result);
    }

    private static Process StartProgram(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private static string FindAssembly()
    {
        // .../tests/NeuralGen.Samples.Tests/bin/Debug/net10.0
        DirectoryInfo framework = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string root = framework.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        string file = Path.Combine(root, "samples", "RowScorer", "bin", framework.Parent.Name, framework.Name, "RowScorer.dll");
        return File.Exists(file) ? file : throw new FileNotFoundException("The sample is built along with its tests.", file);
    }

    private static (string Line, float Mass)[] ReadPenguins()
    {
        string folder = Path.GetDirectoryName(System.Reflection.Assembly.GetExecutingAssembly().Location)!;
        IEnumerable<string> lines = File.ReadLines(Path.Combine(folder, "penguins.csv")).Skip(1).Select(line => line.Split(',')).Select(fields => string.Join(',', fields[..5].Append(fields[6])));
        IEnumerable<float> masses = File.ReadLines(Path.Combine(folder, "predictions.csv")).Skip(1).Select(line => float.Parse(line, CultureInfo.InvariantCulture));
        return [.. lines.Zip(masses)];
    }
}
