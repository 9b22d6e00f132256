using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Projects;

/// <summary>
/// Hands out the names of types that files declare: each once, and none that would clash with a type or a namespace of the
/// project. Generator and analyzers ask in the order of paths, so that they agree on who comes first.
/// </summary>
/// <param name="compilation">The project; our own parts of it do not count.</param>
internal sealed class NewTypeNames(Compilation compilation)
{
    private const string Advice = "; give it another 'name' or 'namespace'";

    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);

    /// <summary>Takes the name of a type for a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="target">The type.</param>
    /// <returns>Null, or why the name is taken, in words that follow "the type, which".</returns>
    public string? Claim(string path, TargetType target)
    {
        string[] namespaces = [.. Prefixes(target.Namespace.Replace("@", ""))];
        string? reason = WhyTaken(path, target.FullName, namespaces);
        if (reason is null)
        {
            _types.Add(target.FullName, path);
            foreach (string name in namespaces)
            {
                _namespaces[name] = path;
            }
        }

        return reason;
    }

    /// <summary>
    /// A namespace with the simple name of a type: one around it, which hides it from code further out, or one of the project
    /// and its references that stands outside all others, which it hides from code further in.
    /// </summary>
    /// <param name="compilation">The project.</param>
    /// <param name="target">The type.</param>
    /// <returns>The namespace, or null when there is none.</returns>
    public static string? Namesake(Compilation compilation, TargetType target)
    {
        string name = target.Type.Name.TrimStart('@');
        string? around = Prefixes(target.Namespace.Replace("@", "")).FirstOrDefault(prefix => prefix == name || prefix.EndsWith("." + name, StringComparison.Ordinal));
        bool isOutermost = compilation.GlobalNamespace.GetMembers(name).OfType<INamespaceSymbol>().Any();
        return around ?? (isOutermost ? name : null);
    }

    private string? WhyTaken(string path, string name, string[] namespaces)
    {
        if (_types.TryGetValue(name, out string? owner))
        {
            return $"'{owner}' declares too; give one of them another 'name' or 'namespace'";
        }

        if (IsType(name))
        {
            return $"the project has already; put [NeuralNetwork(\"{FileTarget.FileName(path)}\")] on it";
        }

        if (_namespaces.ContainsKey(name) || IsNamespace(name))
        {
            return "is also a namespace" + Advice;
        }

        string? type = namespaces.FirstOrDefault(prefix => _types.ContainsKey(prefix) || IsType(prefix));
        return type is null ? null : $"needs a namespace '{type}', but that is a type{Advice}";
    }

    private static IEnumerable<string> Prefixes(string @namespace)
    {
        for (int end = @namespace.IndexOf('.'); end >= 0; end = @namespace.IndexOf('.', end + 1))
        {
            yield return @namespace.Substring(0, end);
        }

        if (@namespace.Length > 0)
        {
            yield return @namespace;
        }
    }

    private bool IsType(string name) => compilation.Assembly.GetTypeByMetadataName(name) is { } type && IsDeclaredByUser(type);

    private bool IsNamespace(string name)
    {
        INamespaceSymbol? current = compilation.Assembly.GlobalNamespace;
        foreach (string part in name.Split('.'))
        {
            current = current?.GetNamespaceMembers().FirstOrDefault(member => member.Name == part);
        }

        return current is not null && IsDeclaredByUser(current);
    }

    private static bool IsDeclaredByUser(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference => !TargetTypeReader.IsGenerated(reference.SyntaxTree));
}
