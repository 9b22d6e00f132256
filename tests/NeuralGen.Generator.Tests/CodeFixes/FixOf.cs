using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.CodeFixes;

/// <summary>What a fix makes of a project of C# sources and other files, which the endings of their paths tell apart.</summary>
internal static class FixOf
{
    public static bool IsSource(string path) => path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>The project of some texts.</summary>
    public static GeneratorHost Host(LanguageVersion version, IEnumerable<(string Path, string Text)> texts)
    {
        GeneratorHost host = new() { LanguageVersion = version };
        foreach ((string path, string text) in texts)
        {
            _ = IsSource(path) ? host.Source(text, path) : host.File(path, text);
        }

        return host;
    }

    /// <summary>The only thing that is wrong has one fix, after which the first text is as expected and nothing is wrong.</summary>
    public static void Project<T>(string title, string expected, params (string Path, string Text)[] texts)
        where T : CodeFixProvider, new() => Project<T>(LanguageVersion.Latest, title, expected, texts);

    /// <summary>The same in a version of C#.</summary>
    public static void Project<T>(LanguageVersion version, string title, string expected, params (string Path, string Text)[] texts)
        where T : CodeFixProvider, new()
    {
        using CodeFixHost project = new(new T(), version, texts);
        CodeAction action = Assert.Single(project.Offers(Assert.Single(project.Diagnostics))).Action;
        Assert.Equal(title, action.Title);
        AssertSound(version, expected, project.Apply(action), texts);
    }

    /// <summary>All that is wrong in a document is fixed at once, starting anywhere.</summary>
    public static void All<T>(string expected, params (string Path, string Text)[] texts)
        where T : CodeFixProvider, new()
    {
        using CodeFixHost project = new(new T(), LanguageVersion.Latest, texts);
        Assert.True(project.Diagnostics.Length > 1);
        foreach (Diagnostic start in project.Diagnostics)
        {
            CodeAction action = Assert.Single(project.Offers(start)).Action;
            string[] rules = [.. project.Diagnostics.Select(diagnostic => diagnostic.Id).Distinct()];
            AssertSound(LanguageVersion.Latest, expected, project.FixAll(FixAllScope.Document, project.DocumentOf(start), action, rules), texts);
        }
    }

    /// <summary>Something is wrong that the fix is for, but no single edit is right.</summary>
    public static void Nothing<T>(params (string Path, string Text)[] texts)
        where T : CodeFixProvider, new()
    {
        using CodeFixHost project = new(new T(), LanguageVersion.Latest, texts);
        Assert.NotEmpty(project.Diagnostics);
        Assert.All(project.Diagnostics, diagnostic => Assert.Empty(project.Offers(diagnostic)));
    }

    private static void AssertSound(
        LanguageVersion version, string expected, IReadOnlyDictionary<string, string> actual, (string Path, string Text)[] texts)
    {
        Assert.Equal(expected, actual[texts[0].Path]);
        Assert.All(texts.Skip(1), other => Assert.Equal(other.Text, actual[other.Path]));
        GeneratedProject after = Host(version, texts.Select(text => (text.Path, actual[text.Path]))).Run();
        Assert.Empty(after.Analyze().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info));
        Assert.Empty(after.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
