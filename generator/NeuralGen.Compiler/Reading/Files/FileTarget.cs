using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>The type of a network that is declared by its file alone.</summary>
internal static class FileTarget
{
    /// <summary>How our files end.</summary>
    public const string Extension = ".nn.json";

    /// <summary>Whether a path is that of one of our files.</summary>
    public static bool IsNetworkFile(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last part of a path.</summary>
    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The type that a file declares.</summary>
    /// <param name="path">The path that the project shows.</param>
    /// <param name="declaration">What it says.</param>
    /// <param name="rootNamespace">The project's root namespace.</param>
    public static TargetType Of(string path, NetworkDeclaration declaration, string rootNamespace)
    {
        string fileName = FileName(path);
        string name = declaration.Name is { Length: > 0 } declared ? declared : fileName.Substring(0, fileName.Length - Extension.Length);

        // Of a model that another tool wrote the project names the class itself.
        string identifier = declaration is { Source: not null, Name: not null } && Identifier.IsValid(name) ? name : Identifier.Member(name);
        string @namespace = declaration.Namespace ?? rootNamespace;
        return new TargetType
        {
            Namespace = @namespace.Length == 0 ? "" : Identifier.Namespace(@namespace),
            Containers = default,
            Type = new TypePart("class", Identifier.Escape(identifier), ""),
            Modifiers = "public sealed ",
            CanImplement = true,
            IsOurs = true,
            CanBeExtended = true,
            TakenNames = GeneratedNames.All.Where(candidate => candidate == identifier).ToEquatableArray(),
            TakenByTrainable = GeneratedNames.Trainable.Where(candidate => candidate == identifier).ToEquatableArray(),
            TakenByState = GeneratedNames.Stateful.Where(candidate => candidate == identifier).ToEquatableArray(),
            OwnPortNames = new[] { identifier }.Where(candidate => GeneratedNames.EndsAsPort(candidate) && !GeneratedNames.All.Contains(candidate)).ToEquatableArray(),
            OwnNames = GeneratedNames.TakenForms(candidate => candidate == identifier).ToEquatableArray(),
        };
    }
}
