using System.Reflection;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>A type in front of the console, so that programs of tests that run side by side have lines of their own.</summary>
internal static class CapturedConsole
{
    public const string Source = """
        internal static class Console
        {
            public static List<string> Lines { get; } = new();

            public static void Write(object? value) => Lines.Add(FormattableString.Invariant($"{value}"));

            public static void WriteLine(object? value) => Write(value);
        }
        """;

    /// <summary>Runs a program that was compiled with it.</summary>
    /// <returns>what it wrote.</returns>
    public static IReadOnlyList<string> Run(Assembly program)
    {
        program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        return (List<string>)program.GetType("Console", throwOnError: true)!.GetProperty("Lines")!.GetValue(null)!;
    }
}
