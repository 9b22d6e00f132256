using System.Globalization;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Generator.Reading.Attributes;

/// <summary>The arguments of one attribute by name, in the spelling of JSON files; those left out are absent.</summary>
internal sealed class AttributeArguments
{
    private readonly Dictionary<string, TypedConstant> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the arguments of an attribute.</summary>
    public AttributeArguments(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is { } constructor)
        {
            for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
            {
                _values[constructor.Parameters[i].Name] = attribute.ConstructorArguments[i];
            }
        }
        else
        {
            IsBroken = true;
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            _values[Texts.SnakeCase(argument.Key)] = argument.Value;
        }

        // What the compiler cannot make sense of it reports itself.
        IsBroken |= _values.Values.Any(IsError);
    }

    /// <summary>Whether the compiler has reported an error in the attribute.</summary>
    public bool IsBroken { get; }

    /// <summary>Whether an argument is given, and not null.</summary>
    public bool Has(string name) => _values.TryGetValue(name, out TypedConstant value) && !value.IsNull && value.Kind != TypedConstantKind.Error;

    /// <summary>A string; null when left out.</summary>
    public string? String(string name) => Has(name) ? _values[name].Value as string : null;

    /// <summary>A whole number; null when left out.</summary>
    public int? Integer(string name) => Has(name) && _values[name].Value is int value ? value : null;

    /// <summary>A list of whole numbers; null when left out.</summary>
    public EquatableArray<int>? Integers(string name) =>
        Has(name) && _values[name].Kind == TypedConstantKind.Array
            ? _values[name].Values.Select(element => element.Value is int value ? value : 0).ToEquatableArray()
            : null;

    /// <summary>A flag; null when left out.</summary>
    public bool? Flag(string name) => Has(name) && _values[name].Value is bool value ? value : null;

    /// <summary>A number; null when left out.</summary>
    public double? Number(string name) => Has(name) && _values[name].Value is double value ? value : null;

    /// <summary>The member of an enum in the spelling of JSON files, or its number when it has no name; null when left out.</summary>
    public string? Member(string name)
    {
        if (!Has(name) || _values[name] is not { Type: INamedTypeSymbol type, Value: { } value })
        {
            return null;
        }

        ISymbol? member = type.GetMembers().FirstOrDefault(symbol => symbol is IFieldSymbol { HasConstantValue: true } field && value.Equals(field.ConstantValue));
        return member is null ? Convert.ToString(value, CultureInfo.InvariantCulture) : Texts.SnakeCase(member.Name);
    }

    /// <summary>A list of numbers; null when left out.</summary>
    public NumberArray? Numbers(string name) =>
        Has(name) && _values[name].Kind == TypedConstantKind.Array
            ? new NumberArray([.. _values[name].Values.Select(element => element.Value is double value ? value : 0)])
            : null;

    /// <summary>A list of strings; null when left out.</summary>
    public EquatableArray<string>? Strings(string name) =>
        Has(name) && _values[name].Kind == TypedConstantKind.Array
            ? _values[name].Values.Select(element => element.Value as string ?? "").ToEquatableArray()
            : null;

    private static bool IsError(TypedConstant value) =>
        value.Kind == TypedConstantKind.Error
        || (value.Kind == TypedConstantKind.Array && !value.IsNull && value.Values.Any(IsError));
}
