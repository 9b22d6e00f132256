using System.Diagnostics;

namespace NeuralGen.Tool.Tests.Running;

/// <summary>A run of the tool in a folder of its own.</summary>
internal sealed class ToolRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The folder in which it runs.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>What it reads from standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>What else is in its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Runs it to its end.</summary>
    public ToolResult Run(params IEnumerable<string> arguments)
    {
        using Process process = Begin(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(Input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading.
        }

        if (!process.WaitForExit(Limit))
        {
            process.Kill();
            Assert.Fail($"neuralgen {string.Join(' ', process.StartInfo.ArgumentList)} took longer than {Limit}");
        }

        return new ToolResult(process.ExitCode, output.Result.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }

    /// <summary>Starts it, for whoever stops it again.</summary>
    public Process Begin(params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = InstalledTool.Start(Folder, arguments);
        foreach ((string name, string value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
