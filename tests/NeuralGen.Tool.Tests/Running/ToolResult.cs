using System.Text.Json;

namespace NeuralGen.Tool.Tests.Running;

/// <summary>How a run of the tool ended.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of its output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Its output as one JSON document.</summary>
    public JsonElement Json => JsonDocument.Parse(Succeeded().Output).RootElement;

    /// <summary>This result, of a run that must have succeeded.</summary>
    public ToolResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Error}");
        return this;
    }

    /// <summary>This result, of a run that must have failed with words, and no trace of where in the tool.</summary>
    public ToolResult Failed(int code, string words)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}\n{Output}\n{Error}");
        Assert.Contains(words, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }
}
