namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>Finds methods in generated code.</summary>
internal static class GeneratedMethod
{
    /// <summary>The text of a layer's method, with the comment above it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The method.</param>
    public static string Of(string code, string name)
    {
        int start = code.IndexOf($" void {name}(", StringComparison.Ordinal);
        Assert.True(start >= 0, $"No method '{name}'.");
        int comment = code.LastIndexOf("/// <summary>", start, StringComparison.Ordinal);
        return code.Substring(comment, code.IndexOf("\n            }\n", start, StringComparison.Ordinal) - comment);
    }
}
