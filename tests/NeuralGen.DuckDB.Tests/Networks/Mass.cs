namespace NeuralGen.DuckDB.Tests.Networks;

[NeuralNetwork("penguins.nn.json")]
public sealed partial class Mass;
