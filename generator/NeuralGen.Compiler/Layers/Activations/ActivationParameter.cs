namespace NeuralGen.Compiler.Layers.Activations;

/// <summary>An argument that an activation function takes.</summary>
/// <param name="Name">Its key in JSON files; attributes have it in PascalCase.</param>
/// <param name="Default">Its value when it is left out; null when it must be there.</param>
/// <param name="IsValid">Whether a value, rounded to the network's precision, is allowed; null when every finite one is.</param>
/// <param name="Bounds">The values that are allowed, in words.</param>
internal sealed record ActivationParameter(string Name, double? Default, Func<double, bool>? IsValid = null, string Bounds = "");
