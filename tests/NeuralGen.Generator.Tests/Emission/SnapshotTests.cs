using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>The generated code of a handful of networks, as a reader sees it.</summary>
public class SnapshotTests
{
    [Fact]
    public void Two_hidden_layers() => Snapshot.Verify(new GeneratorHost().Source("""
        using NeuralGen;
        namespace Bank;

        [NeuralNetwork(InputNames = ["children", "accounts"], Precision = Precision.Double, HiddenActivation = Activation.Relu)]
        [Node("node_0_0", 2, 4)] [Node("node_0_1", 4, -5)]
        [Node("node_1_0", -1, 2)] [Node("node_1_1", 1, 2)]
        [Node("output", 2, 7)]
        public static partial class TwoHiddenLayers;
        """).Run());

    [Fact]
    public void Iris_file() => Snapshot.Verify(new GeneratorHost().File("/project/iris.nn.json", """
        {
          "namespace": "Flowers",
          "inputs": ["sepal_length", "sepal_width", "petal_length", "petal_width"],
          "outputs": ["p0", "p1", "p2"],
          "labels": ["setosa", "versicolor", "virginica"],
          "layers": [
            { "type": "normalization", "mean": [5.8, 3.1, 3.8, 1.2], "scale": [0.8, 0.4, 1.8, 0.8] },
            { "type": "dense", "name": "hidden", "weights": [[0.5, -0.25, 1.5, 2], [-1, 0, 0.75, 0.1]], "bias": [0.1, -0.2], "activation": "tanh" },
            { "type": "batch_normalization", "gamma": [1, 2], "beta": [0, 0.5], "mean": [0.1, -0.1], "variance": [0.9, 1.1] },
            { "type": "dropout", "rate": 0.5 },
            { "type": "dense", "weights": [[1, -2], [0.5, 0.5], [-1.5, 1]], "bias": [0.1, 0.2, 0.3], "activation": "softmax" }
          ]
        }
        """).Run());

    [Fact]
    public void Residual_in_loops() => Snapshot.Verify(new GeneratorHost().File("/project/residual.nn.json", """
        {
          "emission": "vectorized",
          "inputs": 3,
          "layers": [
            { "type": "dense", "name": "first", "weights": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "activation": "relu" },
            { "type": "layer_normalization", "name": "norm", "gamma": [1, 1, 2], "beta": [0, 0, 1] },
            { "type": "add", "name": "sum", "inputs": ["first", "norm"] },
            { "type": "concat", "name": "both", "inputs": ["sum", "input"] },
            { "type": "dense", "name": "out", "weights": [[1, 0, -1, 0.5, 0.25, 2], [1, 1, 1, 1, 1, 1]], "bias": [1, 2], "activation": { "type": "prelu", "weights": [0.1, 0.2] } },
            { "type": "activation", "activation": "log_softmax" }
          ]
        }
        """).Run());

    [Fact]
    public void Trainable_network() => Snapshot.Verify(new GeneratorHost().Source("""
        using NeuralGen;
        namespace Houses;

        [NeuralNetwork(InputNames = ["rooms", "area"], OutputNames = ["price"], Trainable = true, Seed = 7, Loss = LossFunction.Huber)]
        [Normalization]
        [Dense(3, Activation.Relu)]
        [Dropout(0.2)]
        [Dense(1, UseBias = false)]
        public sealed partial class Price;
        """).Run());

    [Fact]
    public void Generic_and_nested() => Snapshot.Verify(new GeneratorHost().Source("""
        using NeuralGen;
        namespace @class.Inner;

        public partial interface IOuter<in TItem>
        {
            internal partial record struct Middle<T1, T2> where T1 : struct
            {
                [NeuralNetwork(InputNames = ["event", "größe", "output"], Labels = ["no", "yes"])]
                [Dense(1, Activation.Sigmoid, Weights = [1, -1, 0], Bias = [0.5])]
                private partial record @checked;
            }
        }
        """).Run());

    [Fact]
    public void Broken_network() => Snapshot.Verify(new GeneratorHost().Source("""
        using NeuralGen;

        [NeuralNetwork(InputNames = ["a", "b"], Labels = ["no", "yes"])]
        [Dense(2, Activation.Softmax, Weights = [1, 2, 3])]
        public sealed partial class Broken;
        """).Run());
}
