using System.Diagnostics;

namespace NeuralGen.Samples.Tests;

/// <summary>A sample as it was built, in the configuration of the tests.</summary>
internal static class SampleProgram
{
    /// <summary>Starts one.</summary>
    /// <param name="name">The sample's folder.</param>
    /// <param name="arguments">What follows its name on the command line.</param>
    public static Process Start(string name, params string[] arguments)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        string configuration = root.Parent!.Name;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "NeuralGen.sln")))
        {
            root = root.Parent;
        }

        string program = Path.Combine(root!.FullName, "samples", name, "bin", configuration, "net10.0", name + ".dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }

    /// <summary>Runs one to its end, which must be a good one.</summary>
    /// <param name="name">The sample's folder.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="arguments">What follows its name on the command line.</param>
    /// <returns>What it printed.</returns>
    public static async Task<string> Run(string name, string input = "", params string[] arguments)
    {
        using Process process = Start(name, arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await errors);
        return output;
    }
}
