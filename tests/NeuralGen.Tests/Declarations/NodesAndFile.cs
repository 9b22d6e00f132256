namespace NeuralGen.Tests;

/// <summary>A structure that is declared by nodes and names a file.</summary>
[NeuralNetwork("models/iris.nn.json", Trainable = true)]
[Node("node_0", 2, 4)]
[Node("node_1", 4, -5, Bias = 1)]
[Node("output", 2, 7)]
internal readonly partial record struct NodesAndFile;
