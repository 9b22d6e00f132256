using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;

namespace NeuralGen.Compiler.Layers.Activations;

/// <summary>What a declaration may write for an activation function.</summary>
/// <param name="Name">The name in JSON files; the enum's member is the same in PascalCase.</param>
/// <param name="Parameters">The arguments that it takes.</param>
/// <param name="HasSlopes">Whether the function has slopes that training changes.</param>
/// <param name="Create">Makes the function from its arguments, in their order, and its slopes.</param>
internal sealed record ActivationDescriptor(
    string Name, IReadOnlyList<ActivationParameter> Parameters, bool HasSlopes, Func<double[], NetworkNumbers, ActivationFunction> Create)
{
    /// <summary>The function with the arguments that it has when they are left out.</summary>
    /// <param name="slopes">Its slopes.</param>
    public ActivationFunction CreateDefault(NetworkNumbers slopes) => Create([.. Parameters.Select(parameter => parameter.Default ?? 0)], slopes);
}
