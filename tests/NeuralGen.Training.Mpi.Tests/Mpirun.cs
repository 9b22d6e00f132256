using System.Diagnostics;
using System.Globalization;
using NeuralGen.Training.Mpi.Tests.Worker;

namespace NeuralGen.Training.Mpi.Tests;

/// <summary>Starts this assembly's program in several processes.</summary>
internal static class Mpirun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly string[] Options =
        ["--allow-run-as-root", "--oversubscribe", "--bind-to", "none", "--mca", "btl_vader_single_copy_mechanism", "none", "--mca", "btl_base_warn_component_unused", "0"];

    /// <summary>Gets why the tests cannot run, or null.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Runs the program to its end.</summary>
    public static (int Code, string Output, string Errors) Run(int processes, params string[] arguments) =>
        Start("mpirun", [.. Options, "-np", processes.ToString(CultureInfo.InvariantCulture), "dotnet", typeof(Program).Assembly.Location, .. arguments]);

    /// <summary>Runs the program without mpirun.</summary>
    public static (int Code, string Output, string Errors) RunAlone(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start("dotnet", [typeof(Program).Assembly.Location, .. arguments], environment);

    private static (int Code, string Output, string Errors) Start(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} has not ended within {Limit}. {output.Result}{errors.Result}");
        }

        return (process.ExitCode, output.Result, errors.Result);
    }

    private static string? FindMissing()
    {
        try
        {
            (int code, string output, _) = Start("mpirun", ["--version"]);
            return code == 0 && output.Contains("Open MPI", StringComparison.Ordinal) ? null : "mpirun is not Open MPI's.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "mpirun of Open MPI is not installed (Debian: openmpi-bin).";
        }
    }
}
