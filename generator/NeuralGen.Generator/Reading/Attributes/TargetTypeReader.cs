using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Generator.Reading.Attributes;

/// <summary>Reads the type that carries a network's attributes.</summary>
internal static class TargetTypeReader
{
    private const string GeneratedFolder = "NeuralGen.Generator.NetworkGenerator";

    /// <summary>Reads a type, and reports why no generated part can join it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static TargetType Read(INamedTypeSymbol type, ProblemList problems, CancellationToken cancellationToken)
    {
        bool canBeExtended = CheckPartial(type, problems, cancellationToken);
        string[] taken = TakenNames(type, problems);
        List<TypePart> containers = [];
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, Part(container));
        }

        return new TargetType
        {
            Namespace = NamespaceOf(type.ContainingNamespace),
            Containers = containers.ToEquatableArray(),
            Type = Part(type),
            Modifiers = "",
            CanImplement = !type.IsStatic && !type.IsRefLikeType,
            IsOurs = false,
            CanBeExtended = canBeExtended,
            TakenNames = taken.ToEquatableArray(),
            TakenByTrainable = GeneratedNames.Trainable
                .Where(name => type.Name == name || type.TypeParameters.Any(parameter => parameter.Name == name) || type.GetMembers(name).Any(member => (member is not IMethodSymbol || name == GeneratedNames.NeedsNormalization) && !IsGenerated(member)))
                .ToEquatableArray(),
            TakenByState = GeneratedNames.Stateful
                .Where(name => type.Name == name || type.TypeParameters.Any(parameter => parameter.Name == name) || type.GetMembers(name).Any(member => !IsGenerated(member)))
                .ToEquatableArray(),
            OwnNames = GeneratedNames
                .TakenForms(name => type.Name == name || type.TypeParameters.Any(parameter => parameter.Name == name) || type.GetMembers(name).Any(member => !IsGenerated(member)))
                .ToEquatableArray(),
            OwnPortNames = type.GetMembers()
                .Where(member => !IsGenerated(member))
                .Select(member => member.Name)
                .Concat(type.TypeParameters.Select(parameter => parameter.Name))
                .Append(type.Name)
                .Where(name => GeneratedNames.EndsAsPort(name) && !taken.Contains(name))
                .Distinct()
                .ToEquatableArray(),
            OwnMethods = GeneratedNames.Methods.Concat(GeneratedNames.Trainable).SelectMany(name => OwnMethods(type, name)).ToEquatableArray(),
        };
    }

    /// <summary>Whether we wrote a source file: analyzers see the project with our own parts in it.</summary>
    public static bool IsGenerated(SyntaxTree tree) => tree.FilePath.Contains(GeneratedFolder);

    private static string NamespaceOf(INamespaceSymbol symbol)
    {
        List<string> parts = [];
        for (INamespaceSymbol current = symbol; !current.IsGlobalNamespace; current = current.ContainingNamespace)
        {
            parts.Insert(0, Identifier.Escape(current.Name));
        }

        return string.Join(".", parts);
    }

    private static bool CheckPartial(INamedTypeSymbol type, ProblemList problems, CancellationToken cancellationToken)
    {
        bool isPartial = IsPartial(type, cancellationToken);
        if (!isPartial)
        {
            problems.Report(DeclarationRules.NotPartial, Place.Attributes.Key("type"), type.Name);
        }

        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            if (!IsPartial(container, cancellationToken))
            {
                problems.Report(DeclarationRules.ContainerNotPartial, Place.Attributes.Key("type"), type.Name, container.Name);
                isPartial = false;
            }
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            // The compiler reports it: the attributes are for classes and structs.
            return false;
        }

        if (IsFileLocal(type, cancellationToken))
        {
            problems.Report(DeclarationRules.FileLocalType, Place.Attributes.Key("type"), type.Name);
            return false;
        }

        return isPartial;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Declarations(type, cancellationToken).All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether a type or one around it has the modifier <c>file</c>, which is younger than the compiler we build against.</summary>
    private static bool IsFileLocal(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (Declarations(current, cancellationToken).Any(declaration => declaration.Modifiers.Any(modifier => modifier.Text == "file")))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<TypeDeclarationSyntax> Declarations(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>();

    private static TypePart Part(INamedTypeSymbol type)
    {
        string keyword = type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Struct when type.IsRecord => "record struct",
            TypeKind.Struct => "struct",
            _ => type.IsRecord ? "record" : "class",
        };
        string parameters = type.TypeParameters.Length == 0
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(Parameter))}>";
        return new TypePart(keyword, Identifier.Escape(type.Name), parameters);
    }

    private static string Parameter(ITypeParameterSymbol parameter)
    {
        string variance = parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => "",
        };
        return variance + Identifier.Escape(parameter.Name);
    }

    private static string[] TakenNames(INamedTypeSymbol type, ProblemList problems)
    {
        List<string> taken = [];
        foreach (string name in GeneratedNames.All)
        {
            string? reason = type.Name == name ? "its name is that of a generated member"
                : type.TypeParameters.Any(parameter => parameter.Name == name) ? $"its type parameter '{name}' has the name of a generated member"
                : type.GetMembers(name).Any(member => IsTaken(name, member)) ? $"it declares '{name}' itself, the name of a generated member"
                : null;
            if (reason is not null)
            {
                problems.Report(DeclarationRules.NameTaken, Place.Attributes.Key("type"), type.Name, reason);
                taken.Add(name);
            }
        }

        return [.. taken];
    }

    private static bool IsTaken(string name, ISymbol member) =>
        !(member is IMethodSymbol && GeneratedNames.Methods.Contains(name)) && !IsGenerated(member);

    /// <summary>The user's methods of a name; generic ones and those with references never look like a generated one.</summary>
    private static IEnumerable<OwnMethod> OwnMethods(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IMethodSymbol>()
            .Where(method => !IsGenerated(method) && !method.IsGenericMethod && method.Parameters.All(parameter => parameter.RefKind == RefKind.None))
            .Select(method => new OwnMethod(name, method.Parameters.Select(parameter => parameter.Type.ToDisplayString()).ToEquatableArray()));

    private static bool IsGenerated(ISymbol member) =>
        member.DeclaringSyntaxReferences.All(reference => IsGenerated(reference.SyntaxTree));
}
