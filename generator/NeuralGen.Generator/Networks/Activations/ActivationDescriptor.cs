namespace NeuralGen.Generator.Networks;

/// <summary>What a declaration may write for an activation function.</summary>
/// <param name="Name">The name in JSON files; the enum's member is the same in PascalCase.</param>
/// <param name="DefaultAlpha">The value of alpha when none is given; null for functions without alpha.</param>
/// <param name="HasSlopes">Whether the function has a slope per unit.</param>
/// <param name="Create">Makes the function from alpha and slopes.</param>
internal sealed record ActivationDescriptor(
    string Name, double? DefaultAlpha, bool HasSlopes, Func<double, NumberArray, ActivationFunction> Create);
