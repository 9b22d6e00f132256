using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Declarations;

/// <summary>An activation function as declared.</summary>
/// <param name="Name">Its name in the spelling of JSON files.</param>
/// <param name="AlphaBits">The bits of its parameter, null when it was left out.</param>
/// <param name="Slopes">The slopes of PReLU, null when they were left out.</param>
internal sealed record DeclaredActivation(string Name, long? AlphaBits = null, NumberArray? Slopes = null) : DeclaredValue
{
    /// <summary>Its parameter, null when it was left out.</summary>
    public double? Alpha => AlphaBits is { } bits ? BitConverter.Int64BitsToDouble(bits) : null;
}
