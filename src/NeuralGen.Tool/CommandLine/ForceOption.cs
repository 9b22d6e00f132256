using System.CommandLine;

namespace NeuralGen.Tool.CommandLine;

/// <summary>Lets a command write over files that exist.</summary>
internal static class ForceOption
{
    /// <summary>The option.</summary>
    public static Option<bool> Create() => new("--force", "-f") { Description = "Write over files that exist" };
}
