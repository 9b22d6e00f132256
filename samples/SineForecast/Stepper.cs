using NeuralGen;

namespace SineForecast;

/// <summary>The network that a run of this sample trained and saved, which reads one value at a call and keeps what it has read in a state.</summary>
[NeuralNetwork("wave.nn.json", Stateful = true)]
public static partial class Stepper;
