namespace NeuralGen.Generator.Tests.Architecture;

/// <summary>Folders and files stay small enough to be looked over.</summary>
public class FolderTests
{
    private const int MostFiles = 25;
    private const int MostLines = 300;

    /// <summary>Catalogues, with a file for each function, operator, operation, layer or attribute.</summary>
    private static readonly string[] Catalogues = ["Functions", "Operators", "Operations", "Layers", "Attributes"];

    private static readonly SourceFile[] Files = [.. new[] { "src", "generator", "tests", "samples" }.SelectMany(SourceFile.Below)];

    [Fact]
    public void Folders_hold_few_files()
    {
        Assert.True(Files.Length > 500, "The files are not found any more.");
        Assert.DoesNotContain(
            Files.GroupBy(file => file.Folder).Select(folder => $"{folder.Key} holds {folder.Count()} files"),
            words => !Catalogues.Contains(Path.GetFileName(words.Split(' ')[0])) && int.Parse(words.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) > MostFiles);
    }

    [Fact]
    public void Files_are_short() =>
        Assert.DoesNotContain(Files.Select(file => $"{file.Path} has {file.Text.AsSpan().Count('\n')} lines"), words => int.Parse(words.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) > MostLines);

    [Fact]
    public void Folders_of_the_compiler_are_namespaces() => Assert.All(
        Files.Where(file => file.Path.StartsWith("generator/", StringComparison.Ordinal) && !file.Path.Contains("/Polyfills/", StringComparison.Ordinal)),
        file => Assert.Equal(file.Folder["generator/".Length..].Replace('/', '.'), file.Namespace));
}
