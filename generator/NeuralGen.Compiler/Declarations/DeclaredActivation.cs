using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Declarations;

/// <summary>An activation function as declared.</summary>
/// <param name="Name">Its name in the spelling of JSON files.</param>
/// <param name="Arguments">The numbers that are said of it.</param>
/// <param name="Slopes">The slopes of PReLU, null when they were left out.</param>
internal sealed record DeclaredActivation(string Name, EquatableArray<LayerArgument> Arguments = default, NumberArray? Slopes = null) : DeclaredValue
{
    /// <summary>A number that is said of it, null when it was left out.</summary>
    public double? Find(string argument) =>
        Arguments.FirstOrDefault(candidate => candidate.Name == argument)?.Value is DeclaredNumber number ? number.Value : null;
}
