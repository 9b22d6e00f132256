using NeuralGen;

namespace SineForecast;

/// <summary>Reads 24 values of a wave and says the next one; training finds its weights.</summary>
[NeuralNetwork(InputShape = [Steps, 1], Trainable = true, Seed = 3)]
[Gru(12, Name = "memory")]
[Dense(1, Name = "next")]
public sealed partial class Forecast
{
    /// <summary>How many values it reads.</summary>
    public const int Steps = 24;
}
