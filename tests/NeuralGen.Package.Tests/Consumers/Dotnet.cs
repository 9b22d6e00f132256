using System.Diagnostics;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>Runs the SDK's command line as a user does.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>What a test run leaves in the environment and would lead another command to the wrong SDK or settings.</summary>
    private static readonly string[] LeftByTestRun =
        ["MSBUILD", "_MSBUILD", "VSTEST", "CORECLR_", "DOTNET_HOST_PATH", "DOTNET_CLI_TELEMETRY_SESSIONID"];

    public static CommandResult Run(string folder, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Prepare(start.Environment);

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit) || !Task.WaitAll([output, error], Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"dotnet {string.Join(' ', start.ArgumentList)} took longer than {Limit}");
        }

        return new CommandResult(process.ExitCode, output.Result + error.Result);
    }

    private static void Prepare(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsLeftByTestRun).ToArray())
        {
            environment.Remove(name);
        }

        // No server outlives the command: it would hold files of a folder that is about to be deleted.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["UseSharedCompilation"] = "false";

        // The output is read: in English, line by line.
        environment["MSBUILDTERMINALLOGGER"] = "off";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    }

    private static bool IsLeftByTestRun(string name) =>
        LeftByTestRun.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
