using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Analyzers;

/// <summary>Finds the line and column of a place in the attributes on a type.</summary>
/// <param name="type">The type.</param>
/// <param name="cancellationToken">Stops the search.</param>
internal sealed class AttributeLocator(INamedTypeSymbol type, CancellationToken cancellationToken)
{
    /// <summary>The location of a place; of the nearest place around it, where the place itself was left out.</summary>
    public Location Locate(Place place)
    {
        IReadOnlyList<Place> steps = place.Steps();
        if (steps.Count == 1 && steps[0].KeyName == "type")
        {
            return TypeName();
        }

        AttributeData? attribute = KnownAttributes.FindNetwork(type);
        int next = 0;
        if (steps.Count > 0 && ListOf(steps[0].KeyName) is { } list)
        {
            int index = steps.Count > 1 ? steps[1].Index : 0;
            attribute = index < list.Length ? list[index] : attribute;
            next = 2;
        }

        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return TypeName();
        }

        string? key = next < steps.Count ? steps[next].KeyName : null;
        string? inner = next + 1 < steps.Count ? steps[next + 1].KeyName : null;
        if (key is null || Argument(attribute, syntax, Names(key, inner)) is not { } argument)
        {
            return syntax.GetLocation();
        }

        Place? position = steps.Skip(next + 1).LastOrDefault(step => step.KeyName is null);
        return position is null ? argument.Expression.GetLocation() : Element(attribute, syntax, argument, position.Index).GetLocation();
    }

    /// <summary>The attributes that stand for the elements of a list; null for what is an argument of the network's own attribute.</summary>
    private AttributeData[]? ListOf(string? key) => key switch
    {
        "layers" => KnownAttributes.Layers(type),
        "nodes" => KnownAttributes.Nodes(type),
        "input_ports" => KnownAttributes.Inputs(type),
        "output_ports" => KnownAttributes.Outputs(type),
        _ => null,
    };

    private Location TypeName()
    {
        SyntaxNode? syntax = (KnownAttributes.FindNetwork(type)?.ApplicationSyntaxReference ?? type.DeclaringSyntaxReferences.FirstOrDefault())?
            .GetSyntax(cancellationToken);
        TypeDeclarationSyntax? declaration = syntax?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return declaration?.Identifier.GetLocation() ?? type.Locations.FirstOrDefault() ?? Location.None;
    }

    /// <summary>The arguments that stand for a key, in PascalCase, the most telling first.</summary>
    private static string[] Names(string key, string? inner) => (key, inner) switch
    {
        ("activation", "weights") => ["Slopes", "Activation"],
        ("activation", not null and not "type") => [Texts.PascalCase(inner), "Activation"],
        ("inputs", _) => ["InputNames", "Inputs"],
        ("weights" or "bias" or "gamma" or "beta" or "mean" or "variance", _) => [Texts.PascalCase(key), Texts.PascalCase(key) + "Tensor"],
        ("kernel", _) => ["KernelShape", "Kernel"],
        ("stride", _) => ["Strides", "Stride"],
        ("padding", _) => ["Paddings", "PaddingMode", "Padding"],
        ("dilation", _) => ["Dilations", "Dilation"],
        ("outputs", _) => ["OutputNames"],
        _ => [Texts.PascalCase(key)],
    };

    private static AttributeArgumentSyntax? Argument(AttributeData attribute, AttributeSyntax syntax, string[] names)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = syntax.ArgumentList?.Arguments ?? default;
        foreach (string name in names)
        {
            int position = Parameter(attribute, name);
            for (int i = 0; i < arguments.Count; i++)
            {
                string? written = arguments[i].NameEquals?.Name.Identifier.ValueText ?? arguments[i].NameColon?.Name.Identifier.ValueText;
                bool isMatch = written is null ? i == position : string.Equals(written, name, StringComparison.OrdinalIgnoreCase);
                if (isMatch)
                {
                    return arguments[i];
                }
            }
        }

        return null;
    }

    private static int Parameter(AttributeData attribute, string name) =>
        attribute.AttributeConstructor?.Parameters.FirstOrDefault(parameter =>
            string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))?.Ordinal ?? -1;

    /// <summary>An element of a list: within one expression, or one of several arguments.</summary>
    private static SyntaxNode Element(AttributeData attribute, AttributeSyntax syntax, AttributeArgumentSyntax argument, int index)
    {
        SyntaxNode[] elements = argument.Expression switch
        {
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],

            // A collection expression, which is younger than the compiler we build against.
            { } other when other.GetFirstToken().Text == "[" => [.. other.ChildNodes()],
            _ => [],
        };
        if (elements.Length == 0 && argument.NameEquals is null && attribute.AttributeConstructor is { } constructor)
        {
            SeparatedSyntaxList<AttributeArgumentSyntax> arguments = syntax.ArgumentList!.Arguments;
            int start = arguments.IndexOf(argument);
            elements = constructor.Parameters.LastOrDefault()?.IsParams == true
                ? [.. arguments.Skip(start).Where(candidate => candidate.NameEquals is null).Select(candidate => candidate.Expression)]
                : [];
        }

        return index >= 0 && index < elements.Length ? elements[index] : argument.Expression;
    }
}
