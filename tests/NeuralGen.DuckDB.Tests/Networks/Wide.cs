namespace NeuralGen.DuckDB.Tests.Networks;

/// <summary>More inputs than one chunk of rows may hold at once: 2,048 rows have more than a million values.</summary>
[NeuralNetwork(Inputs = 1024, Trainable = true, Seed = 3)]
[Dense(4, Activation.Relu)]
[Dense(1)]
public sealed partial class Wide;
