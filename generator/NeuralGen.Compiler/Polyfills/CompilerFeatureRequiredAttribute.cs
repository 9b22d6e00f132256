namespace System.Runtime.CompilerServices;

/// <summary>Lets required members compile for .NET Standard 2.0.</summary>
/// <param name="featureName">The feature that the compiler must know.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    /// <summary>The feature that the compiler must know.</summary>
    public string FeatureName { get; } = featureName;
}
