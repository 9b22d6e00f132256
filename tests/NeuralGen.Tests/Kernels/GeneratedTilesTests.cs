using NeuralGen.Kernels.Generator;

namespace NeuralGen.Tests.Kernels;

// After a change of the program: dotnet run --project generator/NeuralGen.Kernels.Generator
public sealed class GeneratedTilesTests
{
    private static readonly string Folder = KernelFolder.Find(AppContext.BaseDirectory)!;

    [Fact]
    public void The_tiles_are_those_that_the_program_writes()
    {
        string[] written = [.. Directory.EnumerateFiles(Folder, "*.g.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(KernelFiles.All.Select(file => file.Path).Order(StringComparer.Ordinal), written);
        Assert.All(KernelFiles.All, file => Assert.Equal(file.Text, File.ReadAllText(Path.Combine(Folder, file.Path))));
    }

    [Fact]
    public void The_tiles_can_be_read() => Assert.All(KernelFiles.All, file => Assert.InRange(file.Text.Split('\n').Length, 20, 300));
}
