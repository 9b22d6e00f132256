using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Build;

/// <summary>What the compiler is told of a tensor.</summary>
/// <param name="Tensor">The tensor as its file describes it.</param>
/// <param name="Statistics">What its values are like.</param>
/// <param name="Offset">Where its values begin in the resource, in bytes; null where they are not there.</param>
/// <param name="Values">Its values as little-endian floats, of 64 bits where 32 do not hold all; null where they are too many.</param>
internal sealed record TensorFacts(TensorEntry Tensor, TensorStatistics Statistics, long? Offset, byte[]? Values);
