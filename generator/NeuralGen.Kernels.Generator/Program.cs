namespace NeuralGen.Kernels.Generator;

/// <summary>Writes the tiles into the repository that the program was built in.</summary>
internal static class Program
{
    private static int Main()
    {
        if (KernelFolder.Find(AppContext.BaseDirectory) is not { } folder)
        {
            Console.Error.WriteLine("The program writes into the repository that it was built in, and this is none.");
            return 1;
        }

        foreach (string old in Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories))
        {
            File.Delete(old);
        }

        foreach (GeneratedFile file in KernelFiles.All)
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        Console.WriteLine($"{KernelFiles.All.Count} files");
        return 0;
    }
}
