using System.Diagnostics;

namespace NeuralGen.Package.Tests.Consumers;

/// <summary>Runs the SDK's command line as a user does.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly string CompilerServer = $"neuralgen-tests-{Guid.NewGuid():N}";

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

    /// <summary>Stops the compiler server that builds have started.</summary>
    /// <param name="folder">A folder to write to.</param>
    public static void StopCompiler(string folder)
    {
        string project = Path.Combine(folder, "empty.proj");
        File.WriteAllText(project, "<Project />");
        string sdk = Run(folder, "msbuild", project, "-getProperty:MSBuildExtensionsPath").Succeeded().Output.Trim();
        Run(folder, Path.Combine(sdk, "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", $"-pipename:{CompilerServer}");
    }

    private static void Prepare(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsLeftByTestRun).ToArray())
        {
            environment.Remove(name);
        }

        // No node outlives the command: it would hold files of a folder that is about to be deleted. A compiler server of
        // our own halves the time of a build; whoever deletes the folder stops it.
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["UseSharedCompilation"] = "true";
        environment["SharedCompilationId"] = CompilerServer;

        // The output is read: in English, line by line.
        environment["MSBUILDTERMINALLOGGER"] = "off";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
    }

    private static bool IsLeftByTestRun(string name) =>
        LeftByTestRun.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
