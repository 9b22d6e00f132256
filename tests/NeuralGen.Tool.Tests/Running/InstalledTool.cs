using System.Diagnostics;

namespace NeuralGen.Tool.Tests.Running;

/// <summary>The tool, packed and installed once for all tests.</summary>
internal static class InstalledTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly Lazy<string> Installed = new(Install);

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    /// <summary>The folder of this repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The path of the tool's program.</summary>
    public static string Program => Path.Combine(Installed.Value, "tool", OperatingSystem.IsWindows() ? "neuralgen.exe" : "neuralgen");

    /// <summary>Runs it to its end.</summary>
    public static ToolResult Run(params IEnumerable<string> arguments) => new ToolRun().Run(arguments);

    /// <summary>How the tool is started, with its streams redirected.</summary>
    public static ProcessStartInfo Start(string folder, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEURALGEN_CACHE"] = Path.Combine(Installed.Value, "cache");
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { } host)
        {
            start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(host);
        }

        return start;
    }

    private static string Install()
    {
        string folder = Directory.CreateTempSubdirectory("neuralgen-tool-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        string feed = Path.Combine(folder, "feed");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), """
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="feed" />
              </packageSources>
            </configuration>
            """);
        Dotnet(folder, "pack", Path.Combine(Repository, "src", "NeuralGen.Tool", "NeuralGen.Tool.csproj"), "-c", Configuration, "--no-build", "-o", feed);
        Dotnet(folder, "tool", "install", "NeuralGen.Tool", "--tool-path", Path.Combine(folder, "tool"), "--configfile", Path.Combine(folder, "nuget.config"));
        return folder;
    }

    private static void Dotnet(string folder, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(Limit), "dotnet takes too long");
        Assert.True(process.ExitCode == 0, output.Result + error.Result);
    }

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("NeuralGen.sln").Any())
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds NeuralGen.sln.");
    }
}
