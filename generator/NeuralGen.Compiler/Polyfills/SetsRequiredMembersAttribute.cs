namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets records with required members compile for .NET Standard 2.0.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
