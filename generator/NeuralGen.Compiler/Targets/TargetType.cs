using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Targets;

/// <summary>The type that the generated members join.</summary>
internal sealed record TargetType
{
    /// <summary>Its namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The types around it, from the outermost.</summary>
    public required EquatableArray<TypePart> Containers { get; init; }

    /// <summary>The type itself.</summary>
    public required TypePart Type { get; init; }

    /// <summary>What stands before <c>partial</c> in the generated part.</summary>
    public required string Modifiers { get; init; }

    /// <summary>Whether the type can implement an interface: it is neither static nor a ref struct.</summary>
    public required bool CanImplement { get; init; }

    /// <summary>Whether the type is a static class.</summary>
    public bool IsStatic => !CanImplement && Type.Keyword == "class";

    /// <summary>Whether the type is a class whose instances can own parameters.</summary>
    public bool IsClass => CanImplement && Type.Keyword is "class" or "record";

    /// <summary>Whether nobody but us declares the type.</summary>
    public required bool IsOurs { get; init; }

    /// <summary>Whether a generated part can join the type: it is partial, and so are those around it.</summary>
    public required bool CanBeExtended { get; init; }

    /// <summary>The names of generated members that the type cannot hold, because they are taken.</summary>
    public required EquatableArray<string> TakenNames { get; init; }

    /// <summary>The names of the members that only trainable networks have and that the type cannot hold, because they are taken.</summary>
    public EquatableArray<string> TakenByTrainable { get; init; }

    /// <summary>Names of members of networks with a state that the type has already.</summary>
    public EquatableArray<string> TakenByState { get; init; }

    /// <summary>The forms of <see cref="GeneratedNames.Private"/> that the type uses itself, so that ours take the next.</summary>
    public EquatableArray<string> OwnNames { get; init; }

    /// <summary>The names that the type uses itself and that end as those of members of an input or output do.</summary>
    public EquatableArray<string> OwnPortNames { get; init; }

    /// <summary>The type's own methods that have the name of a generated one.</summary>
    public EquatableArray<OwnMethod> OwnMethods { get; init; }

    /// <summary>The full name as metadata has it: unique in the project.</summary>
    public string FullName
    {
        get
        {
            IEnumerable<string> names = Containers.Append(Type).Select(part =>
                part.Name.TrimStart('@') + (part.TypeParameters.Length == 0 ? "" : "`" + (part.TypeParameters.Count(letter => letter == ',') + 1)));
            string name = string.Join("+", names);
            return Namespace.Length == 0 ? name : $"{Namespace.Replace("@", "")}.{name}";
        }
    }
}
