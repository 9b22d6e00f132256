using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests.Pages;

/// <summary>The pages of commands are their help; <c>NEURALGEN_PAGES=write</c> writes them.</summary>
public sealed class ToolPageTests
{
    private static readonly string Folder = Models.Of("src/NeuralGen/docs/tool");

    [Fact]
    public void EveryCommandHasAPage()
    {
        string[] commands = [.. InstalledTool.Run("[suggest:0]", "").Succeeded().Lines.Where(word => char.IsLetter(word[0]))];
        Assert.Contains("predict", commands);
        foreach (string command in commands)
        {
            string page = $"# neuralgen {command}\n\n```text\n{InstalledTool.Run(command, "--help").Succeeded().Output.TrimEnd()}\n```\n\n[All commands](README.md)\n";
            string path = Path.Combine(Folder, command + ".md");
            if (Environment.GetEnvironmentVariable("NEURALGEN_PAGES") == "write")
            {
                File.WriteAllText(path, page);
            }

            Assert.True(File.Exists(path), $"{path} is missing; NEURALGEN_PAGES=write writes it");
            Assert.Equal(page, File.ReadAllText(path));
            Assert.Contains($"[{command}]({command}.md)", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
        }

        Assert.Equal(commands.Length + 1, Directory.GetFiles(Folder, "*.md").Length);
    }
}
